"""The text inside a value of a record: escapes read as their characters, paragraphs and HTML in it as such."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from lintnews.model import Mask, Role
from lintnews.read import plain
from lintnews.read._page import Page
from lintnews.read._prose import Prose, ordered

_MARKUP = re.compile(
    "(?i)</(?:p|div|b|i|a|em|strong|span|ul|ol|li|h[1-6]|blockquote|figure|table)\\s*>|<(?:p|br|li|img)(?:\\s[^<>]*+)?/?>"
)
HEADLINES = frozenset("title headline subtitle og_title seo_title".split())
CAPTIONS = frozenset("caption alt".split())
USUAL = HEADLINES | CAPTIONS | frozenset("description summary excerpt lead standfirst body text content".split())
_FEWEST_WORDS = 4  # of a value that is taken for prose though nothing says so


class Value:
    """One value: ``text`` decoded, and where each of its characters stands in the original.

    ``escapes`` are masks over the original, in order, inside ``start:end``.
    """

    def __init__(self, original: str, start: int, end: int, escapes: list[Mask]) -> None:
        parts: list[str] = []
        self._ats, self._behind = [0], [start]  # offset in the text behind an escape, and in the original
        self.escapes = escapes
        last, at = start, 0
        for escape in escapes:
            parts += original[last : escape.start], escape.text
            at += escape.start - last + len(escape.text)
            last = escape.end
            self._ats.append(at)
            self._behind.append(last)
        self.text = "".join(parts) + original[last:end]
        self.start, self.end = start, end

    def before(self, offset: int) -> int:
        """Where the character at ``offset`` of the text begins in the original."""
        place = bisect_right(self._ats, offset) - 1
        start = self._behind[place] + offset - self._ats[place]
        if place < len(self.escapes) and start > self.escapes[place].start:
            return self.escapes[place].start
        return start

    def behind(self, offset: int) -> int:
        """Where the character before ``offset`` of the text ends in the original."""
        if offset <= 0:
            return self.start
        place = bisect_right(self._ats, offset - 1) - 1
        end = self._behind[place] + offset - self._ats[place]
        if place < len(self.escapes) and end > self.escapes[place].start:
            return self.escapes[place].end
        return end


def add(prose: Prose, value: Value, role: Role, attributes: tuple[str, ...] = (), locator: str = "") -> None:
    """Add the paragraphs of ``value``; when it holds HTML, those that a browser would show."""
    inner = Prose(value.text)
    if _MARKUP.search(value.text):
        Page(inner, attributes, role, blank_lines=True).read(0, len(value.text))
    else:
        for segment in plain.segments(value.text):
            inner.block(segment.start, segment.end)
    starts = [escape.start for escape in value.escapes]
    for segment, masks in inner.blocks:
        shown = segment.role if segment.role != "body" else role
        start, end = value.before(segment.start), value.behind(segment.end)
        placed = [Mask(value.before(mask.start), value.behind(mask.end), mask.text) for mask in masks]
        escapes = value.escapes[bisect_left(starts, start) : bisect_left(starts, end)]
        prose.block(start, end, ordered([*placed, *escapes]), shown, locator)


def is_prose(text: str) -> bool:
    """Whether a value looks like prose and not like a code, a name or an address."""
    return len(text.split(None, _FEWEST_WORDS)) >= _FEWEST_WORDS


def role_of(name: str) -> Role:
    """The role of the values of a field called ``name`` (in small letters)."""
    name = name.replace("-", "_")
    return "headline" if name in HEADLINES else "caption" if name in CAPTIONS else "body"
