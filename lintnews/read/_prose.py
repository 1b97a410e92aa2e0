"""Gathers the prose of a container: blocks and the markup inside them become the segments and masks of a Document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lintnews.model import Document, Mask, Remark, Role, Segment

OBJECT = "\ufffc"  # what stands where a reader sees a thing and not words: an image, a piece of code
_SPOKEN_TO = "lintnews"  # how a comment that speaks to us begins


class Prose:
    """The prose of one text, block by block, in any order of calls as long as blocks do not overlap."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._blocks: list[tuple[Segment, list[Mask]]] = []
        self._remarks: list[Remark] = []
        self._furniture: list[tuple[int, int]] = []

    def block(
        self, start: int, end: int, masks: Iterable[Mask] = (), role: Role = "body", locator: str = "", source: str = ""
    ) -> bool:
        """Add ``text[start:end]`` without the blank on its edges; ``masks`` are in order and lie inside.

        ``source`` is the text that it translates. Returns whether anything was left to read.
        """
        kept = list(_merged(masks))
        start, end, kept = self._trimmed(start, end, kept)
        if start == end:
            return False
        self._blocks.append((Segment(start, end, role, locator, source), kept))
        return True

    def comment(self, start: int, end: int, inside: str) -> None:
        """Keep the comment at ``start:end`` when it speaks to lintnews."""
        words = inside.strip()
        if words.startswith(_SPOKEN_TO):
            self._remarks.append(Remark(start, end, words))

    def furnish(self, first: int) -> None:
        """Say that the blocks from number ``first`` (from 0) to the last one added are the page's furniture."""
        self._furniture.append((first, len(self._blocks)))

    @property
    def blocks(self) -> Iterator[tuple[Segment, list[Mask]]]:
        """The blocks so far, each with the masks inside it."""
        furniture = self._furniture_numbers()
        for number, (segment, masks) in enumerate(self._blocks):
            yield (segment._replace(role="chrome") if number in furniture else segment), masks

    def __len__(self) -> int:
        """How many blocks there are so far."""
        return len(self._blocks)

    def document(self, path: str, name: str, encoding: str) -> Document:
        """The Document: segments in order of place; all that lies between them is masked and reads as a line break."""
        blocks = sorted(self.blocks, key=lambda block: block[0].start)
        masks: list[Mask] = []
        last = 0
        for segment, inside in blocks:
            masks += self._gap(last, segment.start)
            masks += inside
            last = segment.end
        masks += self._gap(last, len(self.text))
        segments = tuple(segment for segment, _ in blocks)
        return Document(path, name, self.text, segments, tuple(masks), encoding, remarks=tuple(sorted(self._remarks)))

    def _furniture_numbers(self) -> set[int]:
        numbers: set[int] = set()
        done = 0
        for first, last in sorted(self._furniture):
            numbers.update(range(max(first, done), last))
            done = max(done, last)
        return numbers

    def _gap(self, start: int, end: int) -> list[Mask]:
        return [Mask(start, end, "\n\n"[: end - start])] if start < end else []

    def _trimmed(self, start: int, end: int, masks: list[Mask]) -> tuple[int, int, list[Mask]]:
        text, first, last = self.text, 0, len(masks)
        while start < end:
            if first < last and masks[first].start == start:
                if masks[first].text.strip():
                    break
                start, first = masks[first].end, first + 1
            elif text[start].isspace():
                start += 1
            else:
                break
        while start < end:
            if first < last and masks[last - 1].end == end:
                if masks[last - 1].text.strip():
                    break
                end, last = masks[last - 1].start, last - 1
            elif text[end - 1].isspace():
                end -= 1
            else:
                break
        return start, end, masks[first:last]


def ordered(masks: Iterable[Mask]) -> list[Mask]:
    """``masks`` in order, without those that begin inside another."""
    kept: list[Mask] = []
    for mask in sorted(masks, key=lambda mask: (mask.start, -mask.end)):
        if not kept or mask.start >= kept[-1].end:
            kept.append(mask)
    return kept


def _merged(masks: Iterable[Mask]) -> Iterator[Mask]:
    """Make one mask of neighbours that read as nothing or as blank, so that "</b> <i>" reads as one space."""
    held: Mask | None = None
    for mask in masks:
        if held and held.end == mask.start and not held.text.strip() and not mask.text.strip():
            blank = held.text + mask.text
            held = Mask(held.start, mask.end, "\n" if "\n" in blank else blank[:1])
            continue
        if held:
            yield held
        held = mask
    if held:
        yield held
