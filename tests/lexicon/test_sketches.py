"""Phrases without which an expression cannot match."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lexicons import view_of

from lintnews.lexicon.literals import tree_of
from lintnews.lexicon.marks import HYPHEN
from lintnews.lexicon.sketches import Sketcher

COMMON = dict.fromkeys("the a of in is that by".split(), 10_000_000)


def found(expression: str) -> set[str]:
    return {" ".join(phrase) for phrase in Sketcher(lambda word: COMMON.get(word, 100)).phrases(tree_of(expression))}


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (r"\bthe zebra\b", {"zebra"}),
        (r"\bthe (?:zebra|ibex) ran\b", {"zebra", "ibex"}),
        (r"\bin the\b", {"in the"}),
        (r"\bis in the zoo\b", {"zoo"}),
        (r"^\s*Zebras?\s*$", {"zebra", "zebras"}),
        (r"\b[Zz]ebra's tail\b", {"zebra"}),  # as the view folds it
        (r"(?<=[.!] )Zebra\b", {"zebra"}),
        (r"\bzebra(?!\w)", {"zebra"}),
        (r"\bTu-mc\b", {f"tu {HYPHEN} mc"} | {"mc", "tu"}),
        (r"zebra", set()),  # may be part of a longer word
        (r"\bzebra\w* ran", set()),
        (r"\b(?:zebra )?\d+\b", set()),
        ("\\bzeb\u200bra\\b", set()),
        (r"(?<name>beyond the standard parser", set()),
    ],
)
def test_phrases(expression, expected):
    result = found(expression)
    assert result <= expected
    assert bool(result) == bool(expected)


def test_an_expression_of_very_many_words_gives_none():
    words = "|".join(f"{a}{b}{c}" for a in "bcdfghjk" for b in "aeiou" for c in "lmnprstvwxyz")
    assert found(rf"\b(?:{words})\b") == set()


def test_where_too_much_is_open_a_telling_part_is_enough():
    letters = "(?:ba|be|bi|bo|bu|ca|ce|ci|co|cu)"
    assert found(rf"\b{letters}{letters}{letters} zebra\b") == {"zebra"}


parts = st.sampled_from(
    ["ab", "cd", " ", " ef", "gh ", "-", r"\b", r"(?:ij|kl)", r"(?:mn )?", r"\s+", r"\w*", "'s", r"[.,] ", "^", r"(?<= )"]
)
texts = st.lists(st.sampled_from(["ab", "cd", "ef", "gh", "ij", "kl", "mn", " ", " ", "-", "'s", ". ", "\n", "x"]), max_size=20)


@given(st.lists(parts, min_size=2, max_size=7).map("".join), texts.map("".join))
def test_every_match_holds_one(expression, text):
    """In text without apostrophes between letters, but for possessives: one that ends a word for `re` does not for us."""
    wanted = found(expression)
    words = " ".join(token.word for token in view_of(text).tokens)
    text = text.strip()
    if "'" not in text and wanted and re.search(expression, text, re.MULTILINE):
        assert any(re.search(rf"(?<!\S){re.escape(phrase.replace(f' {HYPHEN} ', ' '))}(?!\S)", words) for phrase in wanted)
