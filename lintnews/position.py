"""Offsets to lines and columns, for people and for tools that count in lines.

Everything is counted in code points, but for ``Units``, which is for clients that count UTF-16 units.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from lintnews.model import Span

_WIDE = re.compile("[\U00010000-\U0010ffff]")
_NEWLINE = re.compile("\r\n?|\n")


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
