from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lexicons import example, lexicon_of

from lintnews.config import Settings
from lintnews.linter import Linter
from lintnews.lsp.desk import Outcome
from lintnews.lsp.drafts import Draft
from lintnews.lsp.remarks import remark_for
from lintnews.model import ReadOptions

RULES = f"""
[[rule]]
id = "informs"
kind = "calque"
phrase = ["as informs"]
{example("rule", "As informs the town.")}
[[rule]]
id = "blow"
kind = "calque"
phrase = ["massive blow"]
{example("rule", "A massive blow.")}
"""
PIECES = st.sampled_from(
    ["As informs the mayor, it rained. ", "A massive blow fell. ", "It was as informs. ", "The town is quiet. ", "massive blow",
     "\n", "\n\n", "\n\n", "\n- ", "\n> ", "\n\n# ", "*", "\n    ", "<p>", "</p>", "<b>", "</b>"]
)  # fmt: skip


@cache
def linter() -> Linter:
    return Linter(Settings(select=("calque", "suppression")), lexicon_of(RULES))


def lint(name: str, text: str) -> Outcome:
    draft = Draft(f"file:///desk/{name}", text)
    return Outcome(draft, linter().lint(draft.read(ReadOptions())))


@pytest.mark.parametrize("name", ["draft.txt", "draft.md", "draft.html"])
@settings(deadline=None, max_examples=60)
@given(pieces=st.lists(PIECES, max_size=14), newline=st.sampled_from(["\n", "\r\n"]), data=st.data())
def test_a_remark_sets_one_finding_aside_and_does_nothing_else(name, pieces, newline, data):
    text = "".join(pieces).replace("\n", newline)
    before = lint(name, text)
    if not before.shown:
        return
    finding = data.draw(st.sampled_from(before.shown))
    edit = remark_for(before, finding)
    if edit is None:
        return
    after = lint(name, text[: edit.start] + edit.text + text[edit.end :])
    gone = Counter(found.rule for found in before.shown) - Counter(found.rule for found in after.shown)
    assert gone == Counter([finding.rule]), after.draft.text
    assert len(after.shown) == len(before.shown) - 1, after.draft.text
    left = [found.start for found in before.shown if found is not finding]
    moved = [start + len(edit.text) * (start >= edit.start) for start in left]
    assert [found.start for found in after.shown] == moved, after.draft.text


@pytest.mark.parametrize("name", ["draft.txt", "draft.md", "draft.html"])
@settings(deadline=None, max_examples=60)
@given(pieces=st.lists(PIECES, max_size=14))
def test_a_remark_with_words_sets_all_that_follow_aside(name, pieces):
    before = lint(name, "".join(pieces))
    if not before.shown:
        return
    finding = before.shown[0]
    words = before.draft.text[finding.start : finding.end]
    edit = remark_for(before, finding, words)
    if edit is not None:
        after = lint(name, before.draft.text[: edit.start] + edit.text + before.draft.text[edit.end :])
        left = [found for found in after.shown if after.draft.text[found.start : found.end].lower() == words.lower()]
        assert not left, after.draft.text


@pytest.mark.parametrize("name", ["draft.json", "draft.csv", "draft.srt"])
def test_a_format_without_comments_gets_none(name):
    text = {"draft.json": '{"body": "A massive blow fell."}', "draft.csv": "body\nA massive blow fell.\n"}
    outcome = lint(name, text.get(name, "1\n00:00:01,000 --> 00:00:02,000\nA massive blow fell.\n"))
    assert [remark_for(outcome, finding) for finding in outcome.shown] == [None]
