"""Linting again: after any edits to a real draft, exactly what linting it afresh gives."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from lexicons import example, lexicon_of

from lintnews import relint
from lintnews.config import Settings
from lintnews.linter import Linter
from lintnews.match import raw
from lintnews.model import Document, Mask
from lintnews.read.plain import segments
from lintnews.relint import Relinter

SEEDS = Path(__file__).parents[1] / "seeds"
DRAFTS = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
LINTER = Linter(Settings())
PIECES = [
    "a", "e", "s", "S", " ", ".", ". ", ",", "-", " -", "'s", "’s", "\n", "\n\n", "“", "”", '"', "(", ")", "5", "1,5", "м",
    "the ", "and ", "Kiev", "Kyiv", "TOT", "RSZV", "Zelenskyy", "Zelensky", "occupied ", "Kremlin", "neurons", "\u200b",
    "central nervous system", "subpoenas", "Republic of Korea", "Skhidny", "gruzovichnik", "goverment", "the the", "&nbsp;",
    "</strong>", "Read also:", "\nShare post:\n", "full -scale", "summer. of the", "Львів", "№ 5", "National Resistance Center",
]  # fmt: skip
EDITS = st.tuples(st.floats(0, 1), st.integers(0, 40), st.sampled_from(PIECES) | st.text(max_size=6))


def document_of(text: str) -> Document:
    """The text as a draft; what looks like a tag is masked, as a reader of markup would."""
    parts = segments(text)
    masks = (Mask(*match.span()) for match in re.finditer("<[^<>\n]*>", text))
    inside = (mask for mask in masks if any(part.start <= mask.start and mask.end <= part.end for part in parts))
    return Document("draft.txt", "plain", text, parts, tuple(inside))


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(DRAFTS), st.lists(EDITS, min_size=1, max_size=5))
def test_any_edits_give_what_linting_afresh_gives(text, edits):
    relinter = Relinter(LINTER)
    relinter.lint(document_of(text))
    for where, cut, piece in edits:
        place = round(where * len(text))
        text = text[:place] + piece + text[place + (cut if cut > 20 else 0) :]
        document = document_of(text)
        assert relinter.lint(document) == LINTER.lint(document)


@settings(max_examples=15, deadline=None)
@given(st.permutations(DRAFTS[3].split("\n\n")), st.lists(st.sampled_from(DRAFTS[4].split("\n\n")), max_size=3))
def test_paragraphs_may_move_stand_twice_and_come_from_elsewhere(paragraphs, pasted):
    relinter = Relinter(LINTER)
    for text in (DRAFTS[3], "\n\n".join(paragraphs), "\n\n".join([*pasted, *paragraphs, *pasted]), DRAFTS[4], DRAFTS[3]):
        document = document_of(text)
        assert relinter.lint(document) == LINTER.lint(document)


def test_one_relinter_serves_several_drafts():
    relinter = Relinter(LINTER)
    for text in DRAFTS * 2:
        document = document_of(text)
        assert relinter.lint(document) == LINTER.lint(document)


def test_an_empty_draft_and_one_without_words():
    relinter = Relinter(LINTER)
    for text in ("", "\n\n", "...", "Kiev\n\n***\n\n...", "***\n\nKiev"):
        assert relinter.lint(document_of(text)) == LINTER.lint(document_of(text))


def test_what_stands_before_a_paragraph_counts():
    """An expression may look back over the paragraph's edge."""
    linter = Linter(
        Settings(), lexicon_of('[[rule]]\nid = "r"\nregex = "(?<=Sport\\\\s+)weather"\nliteral = ["weather"]' + example("rule"))
    )
    relinter = Relinter(linter)
    for text, found in (("Sport\n\nweather", 1), ("Spot\n\nweather", 0), ("Sport\n\nweather", 1)):
        result = relinter.lint(document_of(text))
        assert result == linter.lint(document_of(text))
        assert len([finding for finding in result.findings if finding.rule.endswith("/r")]) == found


def test_a_rule_that_ran_away_is_named_as_long_as_its_paragraph_stands(monkeypatch):
    monkeypatch.setattr(raw, "TIMEOUT", 0.05)
    rule = '[[rule]]\nid = "r"\nregex = "(?:a+a+)+[b-z]"\nliteral = ["aaaa"]'
    relinter = Relinter(Linter(Settings(), lexicon_of(rule + example("rule"))))
    bad, good = "a" * 4000 + "! b", "It rained in the city."
    assert relinter.lint(document_of(good)).error == ""
    assert "'r'" in relinter.lint(document_of(f"{good} Again.\n\n{bad}")).error
    assert "'r'" in relinter.lint(document_of(f"{good} Again!\n\n{bad}")).error
    assert relinter.lint(document_of(f"{good} Again.")).error == ""


def test_what_is_remembered_does_not_grow(monkeypatch):
    monkeypatch.setattr(relint, "_ROOM", 5_000)
    relinter = Relinter(LINTER)
    sizes = []
    for number in range(30):
        relinter.lint(document_of(DRAFTS[0] + f"\n\nThe number is {number}."))
        sizes.append(sum(len(text) for text, _ in relinter._memory))
    assert max(sizes) < 5_000 + 3 * len(DRAFTS[0])


def test_settings_are_those_of_the_linter():
    quiet = Relinter(Linter(Settings(ignore=("russian-exonym",)), LINTER.lexicon))
    rules = {finding.kind for text in DRAFTS for finding in quiet.lint(document_of(text)).findings}
    assert rules
    assert "russian-exonym" not in rules
