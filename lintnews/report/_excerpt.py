"""The piece of a line that shows a span, with the columns to underline; nothing that could move a terminal's cursor."""

from __future__ import annotations

import re

from lintnews.model import Span
from lintnews.named import NamedTuple

_UNUSUAL = re.compile("[^ -~]")
_CUT = "\u2026"
_SNAP = 16  # characters given up so that a cut falls between words


class Excerpt(NamedTuple):
    """``text`` to print, and where to underline it: ``indent`` columns from the left, ``length`` columns."""

    text: str
    indent: int
    length: int


def excerpt(line: str, start: int, end: int, width: int) -> Excerpt:
    """Show ``line[start:end]`` within ``width`` columns; cuts are marked with an ellipsis."""
    made = _cut(line, start, end, width)
    if made.length + made.indent > width or columns(made.text) > width + 2:
        made = _cut(line, start, end, width // 2)  # letters two columns wide
    return made


def columns(text: str) -> int:
    """How many columns of a terminal ``text`` takes."""
    if text.isascii():
        return len(text)
    return len(text) + sum(map(_surplus, _UNUSUAL.findall(text)))


def _surplus(letter: str) -> int:
    """How many columns more than one ``letter`` takes."""
    from unicodedata import combining, east_asian_width

    return -1 if combining(letter) else int(east_asian_width(letter) in "WF")


def printable(text: str) -> str:
    """``text`` on one line, with a dot for each character that controls a terminal or cannot be seen."""
    return text if text.isprintable() else _UNUSUAL.sub(_visible, text)


def _visible(match: re.Match[str]) -> str:
    from unicodedata import category

    letter = match.group()
    if letter == "\t":
        return " "
    return "\u00b7" if category(letter) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") else letter


def _cut(line: str, start: int, end: int, width: int) -> Excerpt:
    window = _window(line, start, end, width)
    before = (_CUT if window.start else "") + printable(line[window.start : start])
    inside = printable(line[start : min(end, window.end)])
    after = printable(line[min(end, window.end) : window.end]) + (_CUT if window.end < len(line) else "")
    return Excerpt(before + inside + after, columns(before), max(columns(inside), 1))


def _window(line: str, start: int, end: int, width: int) -> Span:
    """What to show of a long line: the span in the middle, cut between words where one is near."""
    if len(line) <= width:
        return Span(0, len(line))
    room = width - 2
    first = max(0, min(start - (room - min(end - start, room)) // 2, len(line) - room))
    last = min(len(line), first + room)
    if first:
        space = line.find(" ", first, min(first + _SNAP, start))
        first = space + 1 if space >= 0 else first
    if last < len(line):
        space = line.rfind(" ", max(last - _SNAP, end), last)
        last = space if space >= 0 else last
    return Span(first, last)
