from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.position import Counting, Grid, Lines, Units

TEXTS = st.text(alphabet="ab\n\r \u2028\f\U0001f600é")


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("", 0, (1, 1)),
        ("one\ntwo", 3, (1, 4)),
        ("one\ntwo", 4, (2, 1)),
        ("one\r\ntwo", 5, (2, 1)),
        ("one\rtwo", 4, (2, 1)),
        ("\U0001f600 x", 2, (1, 3)),  # code points, not UTF-16 units
        ("a\u2028b\fc", 4, (1, 5)),
        ("end\n", 4, (2, 1)),
        ("end", 99, (1, 4)),
    ],
)
def test_place(text: str, offset: int, place: tuple[int, int]) -> None:
    assert Lines(text).place(offset) == place


@given(TEXTS, st.data())
def test_a_place_leads_back_to_its_offset(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    lines = Lines(text)
    line, column = lines.place(offset)
    start, end = lines.span(line)
    assert start + column - 1 == offset
    assert "\n" not in text[start:end]
    assert "\r" not in text[start:end]


@given(TEXTS)
def test_units_are_utf_16_and_lead_back(text: str) -> None:
    units = Units(text)
    for offset, letter in enumerate(text + " "):
        at = len(text[:offset].encode("utf-16-le")) // 2
        assert units.units(offset) == at
        assert units.points(at) == offset
        if ord(letter) > 0xFFFF:
            assert units.points(at + 1) == offset  # inside a pair


COUNTINGS: list[Counting] = ["utf-8", "utf-16", "utf-32"]


@pytest.mark.parametrize(("counting", "character"), [("utf-8", 7), ("utf-16", 4), ("utf-32", 3)])
def test_a_client_counts_in_its_own_units(counting: Counting, character: int) -> None:
    grid = Grid("first\né\U0001f600 x", counting)
    assert grid.cell(9) == (1, character)
    assert grid.offset(1, character) == 9


@pytest.mark.parametrize(
    ("line", "character", "offset"),
    [(0, 99, 2), (1, 0, 4), (9, 0, 6), (9, 9, 6), (1, 1, 4), (1, 2, 5), (-1, -1, 0)],  # (1, 1) is inside a pair
)
def test_a_cell_that_is_none_means_the_nearest_one(line: int, character: int, offset: int) -> None:
    assert Grid("ab\r\n\U0001f600x").offset(line, character) == offset


@given(TEXTS, st.sampled_from(COUNTINGS), st.integers(-1, 30), st.integers(-1, 30))
def test_every_cell_of_a_client_means_an_offset(text: str, counting: Counting, line: int, character: int) -> None:
    assert 0 <= Grid(text, counting).offset(line, character) <= len(text)


@given(TEXTS, st.sampled_from(COUNTINGS))
def test_a_cell_leads_back_to_its_offset(text: str, counting: Counting) -> None:
    grid = Grid(text, counting)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n":  # between the two there is no place to be
            assert grid.offset(*grid.cell(offset)) == offset
