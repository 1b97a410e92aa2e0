"""Offsets to lines and columns, for people and for tools that count in lines.

Everything is counted in code points, but for ``Units`` and ``Grid``, which are for clients that count otherwise.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from lintnews.model import Span
from lintnews.named import NamedTuple
from lintnews.typed import Literal

_WIDE = re.compile("[\U00010000-\U0010ffff]")
_NEWLINE = re.compile("\r\n?|\n")
Counting = Literal["utf-8", "utf-16", "utf-32"]  # what a client counts along a line


class Place(NamedTuple):
    """Where an offset stands: ``line`` and ``column``, both from 1, in code points."""

    line: int
    column: int


class Lines:
    """The lines of one text. LF, CR LF and CR end a line; a form feed or U+2028 ends none."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        breaks = [match.span() for match in _NEWLINE.finditer(text)]
        self._starts = [0, *(end for _, end in breaks)]
        self._ends = [*(start for start, _ in breaks), len(text)]

    def place(self, offset: int) -> Place:
        """The place of ``offset`` (0 to the length of the text; beyond it, the last place)."""
        offset = min(max(offset, 0), self._length)
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)

    def __len__(self) -> int:
        return len(self._starts)

    def span(self, line: int) -> Span:
        """The offsets of ``line`` (from 1) without its line break."""
        return Span(self._starts[line - 1], self._ends[line - 1])


class Units:
    """Offsets of one text in UTF-16 units, as LSP and LanguageTool's clients count, and back."""

    def __init__(self, text: str) -> None:
        self._wide = [match.start() for match in _WIDE.finditer(text)]  # each takes two units
        self._wide_units = [start + number for number, start in enumerate(self._wide)]

    def units(self, offset: int) -> int:
        """The UTF-16 offset of the code point offset ``offset``."""
        return offset + bisect_left(self._wide, offset)

    def points(self, units: int) -> int:
        """The code point offset of the UTF-16 offset ``units``; one inside a pair means the character's start."""
        return units - bisect_left(self._wide_units, units)


class Grid:
    """Offsets of one text as lines and characters, both from 0, as editors count; and back.

    Characters are bytes of UTF-8, units of UTF-16 or code points, as ``counting`` says.
    """

    def __init__(self, text: str, counting: Counting = "utf-16") -> None:
        self._text = text
        self._counting = counting
        self._lines = Lines(text)
        self._units = Units(text)

    def cell(self, offset: int) -> tuple[int, int]:
        """The line and character of the code point offset ``offset``."""
        line, column = self._lines.place(offset)
        offset = min(max(offset, 0), len(self._text))
        return line - 1, self._width(offset - column + 1, offset)

    def offset(self, line: int, character: int) -> int:
        """The code point offset of a line and character.

        What lies beyond a line's end means its end, beyond the last line the end of the text; inside a character, its start.
        """
        if line >= len(self._lines):
            return len(self._text)
        start, end = self._lines.span(max(line, 0) + 1)
        return min(max(self._points(start, end, max(character, 0)), start), end)

    def _width(self, start: int, offset: int) -> int:
        if self._counting == "utf-16":
            return self._units.units(offset) - self._units.units(start)
        if self._counting == "utf-8":
            return len(self._text[start:offset].encode("utf-8", "surrogatepass"))
        return offset - start

    def _points(self, start: int, end: int, character: int) -> int:
        if self._counting == "utf-16":
            return self._units.points(self._units.units(start) + character)
        if self._counting == "utf-8":
            line = self._text[start:end].encode("utf-8", "surrogatepass")
            while 0 < character < len(line) and line[character] & 0xC0 == 0x80:  # inside a character
                character -= 1
            return start + len(line[:character].decode("utf-8", "surrogatepass"))
        return start + character
