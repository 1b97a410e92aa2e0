"""What holds for the Document of every reader, whatever it was given."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise

from lintnews.decode import encode
from lintnews.model import Document
from lintnews.view import FILLER, View


def assert_sound(document: Document, data: bytes) -> None:
    """Segments and masks are in order, do not overlap and fit each other; the text is the whole of ``data``.

    Unless it was taken out of a container, which has no encoding.
    """
    text, segments, masks = document.text, document.segments, document.masks
    assert not document.encoding or encode(text, document.encoding) == data
    assert all(0 <= start < end <= len(text) for start, end, *_ in segments)
    assert all(before.end <= after.start for before, after in pairwise(segments))
    assert all(0 <= mask.start < mask.end <= len(text) for mask in masks)
    assert all(len(mask.text) <= mask.end - mask.start for mask in masks)
    assert all(before.end <= after.start for before, after in pairwise(masks))
    limits = [limit for segment in segments for limit in (segment.start, segment.end)]
    crossed = [mask for mask in masks if bisect_right(limits, mask.start) < bisect_left(limits, mask.end)]
    assert not crossed
    assert all(0 <= remark.start < remark.end <= len(text) for remark in document.remarks)
    assert all(remark.text == remark.text.strip() for remark in document.remarks)
    view = View(document)
    assert len(view.plain) == len(text)
    edges = [view.plain[start] + view.plain[end - 1] for start, end, *_ in segments]
    assert not any(edge.isspace() for edge in edges), "a segment begins and ends with what can be read"


def prose(document: Document, *roles: str) -> list[str]:
    """What a reader reads, segment by segment; only of ``roles`` if any are given."""
    view = View(document)
    return [view.text(s.start, s.end) for s in document.segments if not roles or s.role in roles]


def words(document: Document) -> list[str]:
    """The words of all segments, without what cannot be seen."""
    view = View(document)
    return [view.plain[token.start : token.end].replace(FILLER, "") for token in view.tokens]
