"""The language of remarks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.judge.directives import Directive, Misread, folded, parse
from lintnews.model import Remark

KIEV = (("kiev",),)


def parsed(text: str) -> Directive | Misread | None:
    return parse(Remark(3, 9, text))


@pytest.mark.parametrize(
    ("text", "action", "rules", "words", "reason"),
    [
        ("lintnews: ignore next", "next", (), (), ""),
        ("LintNews: Ignore Next", "next", (), (), ""),
        ("lintnews:off", "off", (), (), ""),
        ("lintnews: on calque", "on", ("calque",), (), ""),
        ("lintnews: off calque, spelling", "off", ("calque", "spelling"), (), ""),
        ("lintnews: off calque spelling", "off", ("calque", "spelling"), (), ""),
        ("lintnews: ignore next russian-exonym/kyiv", "next", ("russian-exonym/kyiv",), (), ""),
        ("lintnews: ignore next because he said so", "next", (), (), "he said so"),
        ("lintnews: ignore next calque because: “he” said, so", "next", ("calque",), (), "“he” said, so"),
        ('lintnews: ignore "Kiev"', "words", (), KIEV, ""),
        ("lintnews: ignore kyiv “Kiev’s”", "words", ("kyiv",), KIEV, ""),
        ('lintnews: ignore «Kiev», "Kiev  Post" because names', "words", (), (*KIEV, ("kiev", "post")), "names"),
        ("lintnews:\n  ignore\n  next  calque", "next", ("calque",), (), ""),
        ('lintnews: ignore "because of Kiev"', "words", (), (("because", "of", "kiev"),), ""),
    ],
)
def test_what_is_asked_for(text, action, rules, words, reason):
    assert parsed(text) == Directive(3, 9, action, rules, words, reason)


@pytest.mark.parametrize("text", ["lintnews", "lintnews is run on this page", "lintnews.toml has more", "see lintnews: off"])
def test_a_remark_may_mention_us(text):
    assert parsed(text) is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("lintnews: nonsense", "lintnews: ignore next"),
        ("lintnews: ignore-next", "lintnews: ignore next"),
        ("lintnews-disable", "lintnews: off"),
        ("lintnews ignore next", "lintnews: ignore next"),
        ("lintnews:", "lintnews: ignore next"),
        ("lintnews: offline", "lintnews: off"),
        ("lintnews: ignore", "needs the words"),
        ("lintnews: ignore calque", "needs the words"),
        ('lintnews: ignore next "Kiev"', "takes no words"),
        ('lintnews: off "Kiev"', "takes no words"),
        ("lintnews: ignore next -- a reason", "begins with ‘because’"),
        ("lintnews: off Calque", "neither the name of a rule"),
        ('lintnews: ignore "Kiev', "neither the name of a rule"),
    ],
)
def test_what_is_not_understood_says_what_to_write(text, problem):
    misread = parsed(text)
    assert isinstance(misread, Misread)
    assert problem in misread.problem


@given(st.text(alphabet="lintews: ignorexfb\"“”«»,-/\n\u00a0а", max_size=60))
def test_any_remark_is_understood_or_not(text):
    found = parsed(f"lintnews: {text}")
    assert isinstance(found, Directive | Misread)
    if isinstance(found, Directive):
        assert (found.action == "words") == bool(found.words)


NAMES = st.from_regex("[a-z][a-z0-9]*(-[a-z0-9]+)*(/[a-z0-9]+)?", fullmatch=True).filter(lambda name: name != "because")
WORDS = st.text(alphabet="aZé’' -", min_size=1, max_size=12)


@given(st.sampled_from(["ignore next", "off", "on", "ignore"]), st.lists(NAMES), st.lists(WORDS, min_size=1), st.text("ab c"))
def test_what_is_written_is_what_is_read(action, names, words, reason):
    quoted = [f'"{text}"' for text in words] if action == "ignore" else []
    because = f" because {reason}" if reason.strip() else ""
    found = parsed(f"lintnews: {action} {', '.join([*names, *quoted])}{because}")
    assert isinstance(found, Directive)
    assert found.rules == tuple(names)
    assert found.words == (tuple(folded(" ".join(text.split())) for text in words) if quoted else ())
    assert found.reason == " ".join(reason.split())
