"""The names of the blocks that findings stand in, for containers whose lines nobody sees (paragraph 12, unit t4)."""

from __future__ import annotations

from bisect import bisect_right

from lintnews.model import Document


class Locators:
    """Looks up the locator of the segment at an offset."""

    def __init__(self, document: Document) -> None:
        self._segments = [segment for segment in document.segments if segment.locator]
        self._starts = [segment.start for segment in self._segments]

    def at(self, offset: int) -> str:
        """The locator of the segment that holds ``offset``; "" when that has none, or between segments."""
        place = bisect_right(self._starts, offset) - 1
        found = place >= 0 and offset < self._segments[place].end
        return self._segments[place].locator if found else ""
