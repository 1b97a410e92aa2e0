"""The copy as paragraphs of HTML with marks: takes a Document and its findings, gives blocks in order.

Markup of the original is read, not shown: what is masked appears as it reads. What was found outside of all segments,
say in a remark or between tags, gets a paragraph with its line.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from lintnews.model import SEVERITIES, Document, Finding, Mask, Segment
from lintnews.report._legal import content

_AROUND = 120  # code points shown on either side of what stands outside of all segments
_TAGS = {"headline": "h3", "body": "p", "caption": "p", "chrome": "p", "": "p"}


class Marked(NamedTuple):
    """A finding and its number on the page."""

    number: int
    finding: Finding


class Block(NamedTuple):
    """Paragraphs as HTML, and the findings that begin in the last of them."""

    html: str
    begins: Sequence[Marked]


class _Part(NamedTuple):
    """A stretch of the text to show; ``role`` is "" outside of all segments."""

    start: int
    end: int
    role: str


def blocks(document: Document, marked: Sequence[Marked]) -> Iterator[Block]:
    """The whole of ``document``; paragraphs without a finding are joined into one block. ``marked`` are in order."""
    parts = _parts(document, marked)
    text = _Text(document, marked)
    waiting = list(marked)
    html: list[str] = []
    for number, part in enumerate(parts):
        last = number == len(parts) - 1
        begins = [item for item in waiting if item.finding.start < part.end or last]
        if html and (begins or len(html) > 40):
            yield Block("".join(html), ())
            html = []
        tag = _TAGS[part.role]
        html.append(f'<{tag} class="text {part.role or "outside"}">{text.html(part)}</{tag}>')
        if begins:
            yield Block("".join(html), begins)
            html, waiting = [], waiting[len(begins) :]
    if html:
        yield Block("".join(html), ())


def _parts(document: Document, marked: Iterable[Marked]) -> list[_Part]:
    """The segments, and a part for each finding that is in none; in order, none overlapping another."""
    segments = [_Part(segment.start, segment.end, segment.role) for segment in _apart(document.segments)]
    starts = [segment.start for segment in segments]
    outside: list[_Part] = []
    for _, finding in marked:
        place = bisect_right(starts, finding.start) - 1
        floor = segments[place].end if place >= 0 else 0
        if finding.start < floor:
            continue
        ceiling = starts[place + 1] if place + 1 < len(starts) else len(document.text)
        if finding.end > ceiling:
            continue  # goes on in a segment, and is shown there
        floor = max(floor, outside[-1].end if outside else 0)
        if finding.start >= floor:
            outside.append(_line_of(document.text, finding, floor, ceiling))
    return sorted(segments + outside)


def _apart(segments: Iterable[Segment]) -> Iterator[Segment]:
    end = 0
    for segment in sorted(segments, key=lambda item: (item.start, -item.end)):
        if segment.start >= end and segment.end > segment.start:
            yield segment
            end = segment.end


def _line_of(text: str, finding: Finding, floor: int, ceiling: int) -> _Part:
    floor, ceiling = max(floor, finding.start - _AROUND), min(ceiling, finding.end + _AROUND)
    start = text.rfind("\n", floor, finding.start) + 1 or floor
    end = text.find("\n", finding.end, ceiling)
    return _Part(start, ceiling if end < 0 else end, "")


class _Text:
    """The text of one document, cut where a finding or a cue begins or ends."""

    def __init__(self, document: Document, marked: Sequence[Marked]) -> None:
        self._document = document
        self._mask_ends = [mask.end for mask in document.masks]
        self._findings = _Spans((item.finding.start, item.finding.end, item.number) for item in marked)
        self._cues = _Spans(
            (cue.start, cue.end, item.number) for item in marked for cue in item.finding.evidence if cue.weight >= 0
        )
        self._by_number = {item.number: item.finding for item in marked}
        self._named: set[int] = set()

    def html(self, part: _Part) -> str:
        """``part`` with its marks."""
        cuts = sorted({part.start, part.end, *self._findings.cuts(part), *self._cues.cuts(part)})
        return "".join(self._piece(*pair, part) for pair in pairwise(cuts))

    def _piece(self, start: int, end: int, part: _Part) -> str:
        found, cues = self._findings.over(start, end), self._cues.over(start, end)
        shown = content(self._read(start, end, raw=part.role == ""))
        if found and not self._reads(found):
            shown = f"<code>{content(self._document.text[start:end])}</code>"
        lit = f' data-e="{" ".join(map(str, cues))}"' if cues else ""
        if not found:
            return f'<span class="cue"{lit}>{shown}</span>' if cues and shown else shown
        severity = max((self._by_number[number].severity for number in found), key=SEVERITIES.index)
        names = "".join(self._anchor(number) for number in found)
        numbers = " ".join(map(str, found))
        return f'{names}<a class="mark {severity}" href="#c{found[0]}" data-f="{numbers}"{lit}>{shown}</a>'

    def _anchor(self, number: int) -> str:
        if number in self._named:
            return ""
        self._named.add(number)
        return f'<span id="m{number}"></span>'

    def _reads(self, found: Iterable[int]) -> bool:
        """Whether something of these findings can be seen once markup is read."""
        spans = ((self._by_number[number].start, self._by_number[number].end) for number in found)
        return any(self._read(*span) for span in spans)

    def _read(self, start: int, end: int, raw: bool = False) -> str:
        """``start:end`` as it reads; a mask counts where it begins."""
        text = self._document.text
        if raw:
            return text[start:end]
        parts: list[str] = []
        masks: Sequence[Mask] = self._document.masks
        for number in range(bisect_right(self._mask_ends, start), len(masks)):
            mask = masks[number]
            if mask.start >= end:
                break
            parts += (text[start : mask.start], mask.text if mask.start >= start else "")
            start = max(start, mask.end)
        return "".join([*parts, text[start:end]])


class _Spans:
    """Numbered spans, looked up by place. Spans are short; some are long, so each lookup walks back to the longest."""

    def __init__(self, spans: Iterable[tuple[int, int, int]]) -> None:
        self._spans = sorted(set(spans))
        self._starts = [span[0] for span in self._spans]
        self._longest = max((end - start for start, end, _ in self._spans), default=0)

    def _near(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return (span for span in self._spans[first:last] if span[1] > start)

    def cuts(self, part: _Part) -> Iterator[int]:
        """Where spans begin and end inside ``part``."""
        for start, end, _ in self._near(part.start, part.end):
            yield from (place for place in (start, end) if part.start < place < part.end)

    def over(self, start: int, end: int) -> list[int]:
        """The numbers of the spans that cover ``start:end``."""
        return sorted({span[2] for span in self._near(start, end)})
