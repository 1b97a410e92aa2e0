"""Plain text: paragraphs by blank lines, by lines, or wrapped at a column, whichever the copy uses.

A remark to lintnews is written ``[lintnews: ...]``, on a line of its own or inside one; it is no part of the prose.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from lintnews.decode import decode
from lintnews.model import Document, Mask, ReadOptions, Remark, Role, Segment, Span

NAME = "plain"
SUFFIXES = (".txt", ".text")

_LINE = re.compile("[^\\s][^\\n\\r\\f\\v\x85\u2028\u2029]*")
_BLANK = re.compile("\r\n?\\s*?[\r\n]|\n\\s*?[\r\n]|[\f\v\u2029]")
_STOP = re.compile("[.!?\u2026:;][\"'\u2019\u201d\u00bb)\\]]*\\Z")
_WIDEST_WRAP = 120  # columns; a longer line shows that the copy is not wrapped at all
_NARROWEST_WRAP = 50  # columns; shorter lines in a row are a menu, a list or verse
_SHORTEST_CARRY = 30  # columns; a line this long that stops short of a small letter goes on in the next
_HEADLINE_WORDS = range(4, 26)
_HEADLINE_AMONG = 6  # the headline is one of the first blocks, if there is one
_REMARK_OPENS = "[lintnews:"
_REMARK = "\\[(lintnews:[^\\]\\n\\r\\f\\v\x85\u2028\u2029]*)\\]"  # compiled where there is one


def read(data: bytes, path: str, options: ReadOptions = ReadOptions()) -> Document:  # noqa: B008 - immutable
    """Make a Document of the bytes of a text file; raises InputError when they are not text."""
    text, encoding = decode(data, path)
    if _REMARK_OPENS not in text:
        return Document(path, NAME, text, segments(text), encoding=encoding)
    remarks, masks = _remarks(text)
    return Document(path, NAME, text, segments(text, remarks), masks, encoding, remarks=remarks)


def segments(text: str, remarks: Collection[Remark] = ()) -> tuple[Segment, ...]:
    """The paragraphs of ``text`` in order: they do not overlap and hold all of it but white space and lines of ``remarks``."""
    spans = [span for block in _blocks(text, bool(remarks)) for span in _paragraphs(text, block)]
    headline = _headline(text, spans[:_HEADLINE_AMONG])
    roles: tuple[Role, Role] = ("body", "headline")
    return tuple(Segment(start, end, roles[number == headline]) for number, (start, end) in enumerate(spans))


def _remarks(text: str) -> tuple[tuple[Remark, ...], tuple[Mask, ...]]:
    """The remarks of ``text``, and the masks that hide them with the space that sets them off."""
    remarks: list[Remark] = []
    masks: list[Mask] = []
    for match in re.finditer(_REMARK, text):
        start, end = match.span()
        remarks.append(Remark(start, end, match[1].strip()))
        apart = start == 0 or text[start - 1].isspace()
        masks.append(Mask(start, end + (apart and text[end : end + 1] == " " and not text[end : end + 2].isspace())))
    return tuple(remarks), tuple(masks)


def _blocks(text: str, remarked: bool) -> Iterator[list[Span]]:
    """The lines of ``text``, stripped, in blocks that blank lines or form feeds set apart.

    Where text is ``remarked``, a line of nothing but remarks is passed over, as if it had never been put in.
    """
    block: list[Span] = []
    for match in _LINE.finditer(text):
        start = match.start()
        if remarked and not re.sub(_REMARK, "", match.group()).strip():
            continue
        if block and _BLANK.search(text, block[-1].end, start):
            yield block
            block = []
        block.append(Span(start, start + len(match.group().rstrip())))
    if block:
        yield block


def _paragraphs(text: str, lines: list[Span]) -> Iterator[Span]:
    """Join the lines of one block that a column, and not an author, has set apart."""
    if len(lines) == 1:
        yield lines[0]
        return
    width = max(end - start for start, end in lines)
    first = lines[0].start
    for line, following in pairwise(lines):
        if width > _WIDEST_WRAP or not _continues(text, line, following, width):
            yield Span(first, line.end)
            first = following.start
    yield Span(first, lines[-1].end)


def _continues(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether ``line`` was broken only because the next word did not fit, or stops short of a small letter."""
    length = line.end - line.start
    stopped = _STOP.search(text, max(line.start, line.end - 4), line.end)
    if not stopped and length >= _SHORTEST_CARRY and text[following.start].islower():
        return True
    word = len(text[following.start : min(following.end, following.start + width)].split(None, 1)[0])
    return length >= _NARROWEST_WRAP and length + 1 + word > width


def _headline(text: str, spans: list[Span]) -> int:
    """The index of the first block that could be a headline: some words, one line, no full stop; -1 when none is."""
    for number, (start, end) in enumerate(spans):
        if end - start > 2 * _WIDEST_WRAP:
            return -1
        line = text[start:end]
        if len(line.split()) < _HEADLINE_WORDS.start:
            continue  # page chrome above the headline
        alone = len(spans) > 1 and "\n" not in line and len(line.split()) in _HEADLINE_WORDS
        return number if alone and not _STOP.search(line) else -1
    return -1
