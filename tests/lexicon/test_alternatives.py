"""What the alternatives of an expression are recognised by."""

import pytest

from lintnews.lexicon.alternatives import alternatives
from lintnews.lexicon.sketches import Sketcher


def of(expression: str):
    return {min(row.phrases or row.sets)[0]: row for row in alternatives(expression, True, Sketcher(lambda word: 100))}


def test_each_alternative_has_clues_of_its_own():
    rows = of(r"\bzebra \d+ crossings\b|\bibex(?:es)?\b")
    assert rows["zebra"].digit
    assert not rows["ibex"].digit
    assert rows["ibex"].sets == [("ibex",)]


def test_one_without_phrases_is_split_where_that_helps():
    rows = of(r"(?m)^\s*(?:Zebra|\d+ of \d+)\s*:")
    assert set(rows) == {"zebra", "of"}
    assert rows["zebra"].openings == ("zebra",)


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
    assert any(row.of_line for row in alternatives(expression, True, Sketcher(lambda word: 100))) is of_line


@pytest.mark.parametrize(
    ("expression", "width"),
    [(r"\bzebra\b", 5), (r"zebras?", 6), (r"a{2,4}", 4), (r"\w+ zebra", 70), (r"[^.]*zebra", 1_000), (r"(?:a |an )?b", 4)],
)
def test_a_match_is_no_longer_than_its_width(expression, width):
    assert [row.width for row in alternatives(expression, True, Sketcher(lambda word: 100))] == [width]
