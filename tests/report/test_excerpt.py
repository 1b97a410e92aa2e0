from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.report._excerpt import columns, excerpt, printable

LINES = st.text(alphabet="ab  漢e\u0301\u200b\t\x1b\u202e…é", max_size=300)


@given(LINES, st.data(), st.integers(40, 120))
def test_the_span_is_shown_and_underlined_within_the_width(line: str, data: st.DataObject, width: int) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line) + 20))  # a span may go on in the next line
    shown = excerpt(line, start, end, width)
    assert columns(shown.text) <= width + 2
    assert shown.indent + shown.length <= width + 2
    assert shown.text.isprintable()


@pytest.mark.parametrize(
    ("span", "indent", "length"),
    [("middle", 46, 6), ("first", 0, 5), ("end", 95, 3)],
)
def test_a_long_line_is_cut_between_words(span: str, indent: int, length: int) -> None:
    line = "first " + "word " * 100 + "middle " + "word " * 100 + "the end"
    start = line.index(span)
    shown = excerpt(line, start, start + len(span), 100)
    assert (shown.indent, shown.length) == (indent, length)
    assert shown.text[indent : indent + length] == span
    assert shown.text.strip("…").split()[0] in ("first", "word")


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("漢字", 4), ("e\u0301", 1), ("é", 1), ("Ukraine’s", 9)],
)
def test_columns(text: str, width: int) -> None:
    assert columns(text) == width


def test_nothing_that_moves_a_cursor_is_printed() -> None:
    assert printable("a\tb\x1b[31m\u202ec\u200bd\r") == "a b·[31m·c·d·"
