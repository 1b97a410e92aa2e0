"""What the alternatives of an expression are recognised by."""

import pytest

from lintnews.lexicon.alternatives import alternatives
from lintnews.lexicon.sketches import Sketcher


def of(expression: str):
    return {min(row.phrases or row.plain)[0]: row for row in rows(expression)}


def rows(expression: str, exact: bool = True, literal: tuple[str, ...] = ()):
    return alternatives(expression, exact, Sketcher(lambda word: 100), literal)


def test_each_alternative_has_clues_of_its_own():
    found = of(r"\bzebra \d+ crossings\b|\bibex(?:es)?\b")
    assert found["zebra"].digit
    assert not found["ibex"].digit
    assert found["ibex"].plain == (("ibex",),)


def test_one_without_phrases_is_split_where_that_helps():
    found = of(r"(?m)^\s*(?:Zebra|\d+ of \d+)\s*:")
    assert set(found) == {"zebra", "of"}
    assert found["zebra"].openings == ("zebra",)


@pytest.mark.parametrize(
    ("expression", "of_line"),
    [
        (r"(?m)^\s*Zebra\s*$", True),
        (r"(?m)^Zebra|^Zebras", True),
        (r"(?m)^Zebra|\bzebras\b", False),
        (r"(?m)^Zebra$|\bzebras\b", True),
        (r"\bzebra\b", False),
    ],
)
def test_lines(expression, of_line):
    assert any(row.of_line for row in rows(expression)) is of_line


@pytest.mark.parametrize(
    ("expression", "before", "after"),
    [
        (r"\bzebra\b", 5, 6),
        (r"zebras?", 6, 7),
        (r"a{2,4}", 4, 5),
        (r"\bmany \w+\b", 5, 70),
        (r"\d+ zebra\b", 70, 7),
        (r"[^.]*zebra", 1_000, 1_000),
        (r"[\w ]+ zebra\b", 1_000, 7),
        (r"\bzebra\b(?= runs)", 5, 11),
        (r"\bzebra\b(?! ran off)", 5, 14),
        (r"(?:a |an )?b", 4, 5),
    ],
)
def test_a_match_goes_no_further_from_its_phrase(expression, before, after):
    assert [(row.before, row.after) for row in rows(expression)] == [(before, after)]


def test_alternatives_that_ask_for_the_same_are_one():
    (row,) = rows(r"\b(?:by|from|Mayor) \w+(?:enko |chuk )", exact=False)
    assert set(row.phrases) == {("by",), ("from",), ("mayor",)}
    assert row.low == (("chuk ", "enko "),)


def test_no_string_is_asked_for_that_is_part_of_the_phrase():
    (row,) = rows(r"\bzebra \d+\b", exact=False, literal=("zebra",))
    assert (row.low, row.plain) == ((), ())


def test_capitals_of_an_exact_expression_are_asked_for_as_they_are():
    (row,) = rows(r"\bState zebra\b")
    assert (row.low, row.plain) == ((), (("State zebra",),))


def test_a_literal_in_small_letters_may_stand_in_capitals():
    (row,) = rows(r"\bzebra\b", literal=("Ibex", "gnu"))
    assert row.low == (("gnu", "ibex"),)


def test_where_the_same_words_call_for_all_alternatives_there_is_one():
    (row,) = rows(r"(?:^|(?<=that )|(?<=, ))(?:[Tt]he )?(?:zebra|ibex) (?:are|were) \w+ (?:seen|heard)\b")
    assert ("ibex",) in row.phrases
    assert not row.of_line


def test_lines_are_asked_for_together_by_what_they_begin_with():
    (row,) = rows(r"(?m)^\s*(?:Zebra crossing|Ibex|Gnus)\s*$")
    assert row.openings == ("gnus", "ibex", "zebra crossi")
    assert (row.low, row.plain) == ((), ())


def test_a_document_is_asked_for_what_each_phrase_goes_with():
    (row,) = rows(r"\b(?:zebra (?:one|two)|ibex (?:three|four)|gnu five|emu six) [-–] the \w{1,9}", False, ("- the", "– the"))
    assert row.low[0] == ("- the", "– the")
    assert all(("- the", "– the") in sets for sets in row.phrases.values())


def test_what_one_set_sees_to_is_not_asked_for_again():
    (row,) = rows(r"\b\w+ State zebra", literal=("State", "Stately"))
    assert row.plain == ((" State zebra",),)


def test_what_all_alternatives_demand_is_asked_for_together_with_what_some_do():
    (row,) = rows(r"[–-] ?(?:zebra|ibex|gnu|emu|okapi) \w{1,9} (?:in|at)\b(?= (?:March|May) \d)")
    assert any("–zebra " in strings for strings in row.plain)
    assert (" March ", " May ") in row.plain


def test_a_line_may_begin_with_any_digit():
    (row,) = rows(r"(?m)^\s*\d{1,2} of zebra$")
    assert row.openings == tuple("0123456789")
