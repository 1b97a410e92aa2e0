"""Strings an expression cannot match without."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.lexicon.literals import demands, openings, required


@pytest.mark.parametrize(
    ("expression", "strings"),
    [
        (r"\b(full|large) -(scale|term)\b", {"full -scale", "full -term", "large -scale", "large -term"}),
        (r"\b2C(1|19)\b", {"2c1"}),
        (r"(\w+)( -)(scale)", {" -scale"}),
        (r"[Ii]llustrative photos?", {"illustrative"}),
        (r"(?:rose|fell) in \d+ times|by \d+ times more", {"rose in ", "fell in ", " times more"}),
        (r"a+b", set()),
        (r"x?y?", set()),
        (r"(?<name>not of re", set()),
    ],
)
def test_required(expression, strings):
    assert set(required(expression, exact=False)) == strings


def test_an_exact_expression_keeps_its_capitals():
    assert required("TOC-1(A)?", exact=True) == ("TOC-1",)


parts = st.sampled_from(["ab", "cd ", "[xy]", "(?:ef|gh)", "(?:ij)?", "k+", "l*", r"\d", ".", "(mn|op)qr", r"\b"])


@given(st.lists(parts, min_size=1, max_size=6).map("".join), st.text(alphabet="abcdefghijklmnopqrxy 1", max_size=40))
def test_every_match_contains_one(expression, text):
    strings = required(expression, exact=True)
    for match in re.finditer(expression, text):
        assert not strings or any(string in match.group() for string in strings)


def test_each_demanded_set_is_kept():
    found = demands(r"\b(?:said|told) [a-z ]{1,20} (?:at|in) the ministry\b", exact=False)
    assert ("said ", "told ") in found
    assert any(all(text.startswith((" at the", " in the")) for text in strings) for strings in found)


def test_what_must_follow_a_match_is_demanded():
    assert demands(r"\w+ [a-z]+(?= (?:zebra|ibex))", exact=True)[0] == (" ibex", " zebra")


def test_of_many_strings_that_begin_with_signs_the_signs_are_enough():
    found = demands(r"[.!?][”»] ?[-–—]? ?(?:said|told|noted|added|wrote|joked|replied) \w+", exact=True)
    assert ("!»", "!”", ".»", ".”", "?»", "?”") in found


@pytest.mark.parametrize(
    ("expression", "strings"),
    [
        (r"(?m)^\s*(?:Read|See) more", ("read more", "see more")),
        (r"(?m)^\s*[-*]?\s*Share$|^\s*Like$", ("like", "share")),
        (r"^\(?Photo\b", ("(photo", "photo")),
        (r"^(?:Views: \d+|Reads: \d+)$", ("reads: ", "views: ")),
        (r"Share$", ()),  # anywhere in the line
        (r"^.*Share$", ()),
        (r"^Share$|Like", ()),
    ],
)
def test_openings(expression, strings):
    assert openings(expression) == strings
