"""A document of many megabytes as a row of shorter ones, so that memory and time stay in proportion.

What the copy is about, and how it spells a name elsewhere, is then known of a part only: some hundred pages.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from lintnews.model import Document, Finding, Mask, Segment

SIZE = 1_000_000  # code points of a part, more or less
_SEEK = 10_000  # code points before the end of a part in which a sentence should end
_STOPS = (". ", "! ", "? ", "\n")


def parts(document: Document, size: int = SIZE) -> Iterator[tuple[int, Document]]:
    """Documents of about ``size`` code points, each with the offset at which it stands in ``document``.

    A part ends between two segments, or, where a segment is longer than that, after a sentence or a word.
    """
    pieces = list(_pieces(document, size))
    first = 0
    for number in range(len(pieces)):
        if number == len(pieces) - 1 or pieces[number + 1].end - pieces[first].start > size:
            yield pieces[first].start, _part(document, pieces[first : number + 1])
            first = number + 1


def moved(finding: Finding, offset: int) -> Finding:
    """``finding`` of a part as one of the whole document."""
    evidence = tuple(item._replace(start=item.start + offset, end=item.end + offset) for item in finding.evidence)
    return finding._replace(start=finding.start + offset, end=finding.end + offset, evidence=evidence)


def _pieces(document: Document, size: int) -> Iterator[Segment]:
    """The segments, long ones cut."""
    starts = [mask.start for mask in document.masks]
    for segment in document.segments:
        start = segment.start
        while segment.end - start > size:
            end = _outside_mask(document, starts, _cut(document.text, start, start + size))
            yield segment._replace(start=start, end=end)
            start = end
        if start < segment.end:
            yield segment._replace(start=start)


def _cut(text: str, start: int, end: int) -> int:
    """A place before ``end`` and after ``start`` at which to cut: after a sentence if one ends there, else after a word."""
    lowest = max(start, end - _SEEK)
    after = max(text.rfind(stop, lowest, end) + len(stop) if stop in text[lowest:end] else -1 for stop in _STOPS)
    return next((place for place in (after, text.rfind(" ", lowest, end) + 1) if place > start), end)


def _outside_mask(document: Document, starts: list[int], place: int) -> int:
    number = bisect_right(starts, place) - 1
    return max(place, document.masks[number].end) if number >= 0 else place


def _part(document: Document, pieces: list[Segment]) -> Document:
    start, end = pieces[0].start, pieces[-1].end
    masks = (mask for mask in document.masks if start <= mask.start and mask.end <= end)
    return document._replace(
        text=document.text[start:end],
        segments=tuple(piece._replace(start=piece.start - start, end=piece.end - start) for piece in pieces),
        masks=tuple(Mask(mask.start - start, mask.end - start, mask.text) for mask in masks),
    )
