"""What a finding is recognised by when its file was edited since: takes a finding, gives an Entry without its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from lintnews.model import Document, Finding
from lintnews.view import fold

_NEIGHBOURS = 3  # words on either side
_WINDOW = 400  # code points in which they are looked for
_WORD = re.compile("[^\\W_]+(?:['\u2019][^\\W\\d_]+)*")


class Entry(NamedTuple):
    """What a finding is recognised by. ``before`` and ``after`` are folded words in order of reading."""

    rule: str
    text: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def entry_of(document: Document, finding: Finding) -> Entry:
    """The entry of ``finding``, which is of ``document``."""
    start, end = _paragraph(document, finding)
    before = _WORD.findall(_read(document, max(start, finding.start - _WINDOW), finding.start))[-_NEIGHBOURS:]
    after = _WORD.findall(_read(document, finding.end, min(end, finding.end + _WINDOW)))[:_NEIGHBOURS]
    text = " ".join(_read(document, finding.start, finding.end).split())
    return Entry(finding.rule, text, tuple(map(fold, before)), tuple(map(fold, after)))


def _paragraph(document: Document, finding: Finding) -> tuple[int, int]:
    segments = document.segments
    place = bisect_right(segments, finding.start, key=lambda segment: segment.start) - 1
    if place < 0 or segments[place].end <= finding.start:
        return finding.start, finding.end
    return segments[place].start, segments[place].end


def _read(document: Document, start: int, end: int) -> str:
    """``start:end`` of the document without markup; a mask that begins before ``start`` is left out."""
    parts: list[str] = []
    masks = document.masks
    for number in range(bisect_right(masks, start, key=lambda mask: mask.end), len(masks)):
        mask = masks[number]
        if mask.start >= end:
            break
        parts.append(document.text[start : mask.start])
        parts.append(mask.text if mask.start >= start else "")
        start = mask.end
    return "".join([*parts, document.text[start:end]])
