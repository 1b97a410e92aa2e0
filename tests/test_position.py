from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.position import Lines, Units

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
