"""Markdown: paragraphs, headings, list items, table cells; the title and description of its front matter.

The structure of blocks is markdown-it-py's (CommonMark and tables). It gives lines; where in its lines the text of a block
stands is found here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import NamedTuple

from lintnews.decode import decode
from lintnews.model import Document, Mask, ReadOptions, Role, Span
from lintnews.read import _front_matter
from lintnews.read._page import Page
from lintnews.read._prose import Prose, ordered

NAME = "markdown"
SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")

_NEWLINE = re.compile("\r\n?|\n")
_REMARK = re.compile("\\s*\\[//\\]:\\s*#\\s*[(\"'](.*)[)\"']\\s*")
_FOOTNOTE = re.compile("[\\s>]*\\[\\^[^\\]\\s]{1,80}\\]:\\s*")
_NEXT_FOOTNOTE = re.compile("\n(?=[ \t]{0,3}\\[\\^[^\\]\\s]{1,80}\\]:)")
_MARKERS = re.compile("[\\s>*+\\-#=|:.)\\d]*")
_IMAGES = re.compile("(?>\\s*+\\[?!\\[[^\\]]*+\\](?>\\([^)]*+\\)|\\[[^\\]]*+\\])?(?>\\]\\([^)]*+\\))?)++\\s*+")
_LONGEST = 100_000  # code points; a block longer than that is no prose, and its markup is not looked for


class _Piece(NamedTuple):
    """One line of a block: its offset in the content that the parser gives, where it stands in the original, its length."""

    at: int
    start: int
    length: int


def read(data: bytes, path: str, options: ReadOptions = ReadOptions()) -> Document:  # noqa: B008 - immutable
    """Make a Document of a Markdown file; raises InputError when it is not text."""
    text, encoding = decode(data, path)
    prose = Prose(text)
    body = _front_matter.read(prose, options.fields)
    _Body(prose, body, options).read()
    return prose.document(path, NAME, encoding)


class _Body:
    """The blocks of ``prose.text`` from ``start``, the beginning of a line, on."""

    def __init__(self, prose: Prose, start: int, options: ReadOptions) -> None:
        from lintnews.read._inline import Markdown

        self._prose, self._text, self._start = prose, prose.text, start
        self._attributes = options.attributes
        self._parser = Markdown()
        breaks = [match.span() for match in _NEWLINE.finditer(self._text, start)]
        starts, ends = [start, *(end for _, end in breaks)], [*(first for first, _ in breaks), len(self._text)]
        self._lines = [Span(*span) for span in zip(starts, ends, strict=True)]
        self._seen = bytearray(len(self._lines) + 1)  # which lines belong to some block
        self._row = Span(start, start)  # of a table: what is left of the row under way

    def read(self) -> None:
        """Add all blocks to the prose."""
        before = ""
        for token in self._parser.blocks(self._text[self._start :]):
            first, last = token.map or (0, 0)
            if token.type == "tr_open":
                self._row = self._lines[first]
            elif token.type == "inline" and before in ("th_open", "td_open"):
                self._cell(token.content)
            elif token.type == "inline":
                self._block(token.content, first, "headline" if before == "heading_open" else "body")
            elif token.type == "html_block":
                Page(self._prose, self._attributes).read(self._lines[first].start, self._lines[last - 1].end)
            if token.type not in ("blockquote_open", "bullet_list_open", "ordered_list_open", "list_item_open"):
                self._seen[first:last] = b"\1" * (last - first)
            before = token.type
        self._definitions()
        self._leftovers()

    def _block(self, content: str, first: int, role: Role) -> None:
        """Add the block that begins in line ``first``; to CommonMark, footnotes in a row are one paragraph."""
        for part in _NEXT_FOOTNOTE.split(content):
            self._paragraph(part, first, role)
            first += part.count("\n") + 1

    def _paragraph(self, content: str, first: int, role: Role) -> None:
        pieces, at = [], 0
        for number, line in enumerate(content.split("\n"), first):
            words = line.strip()
            if words:
                pieces.append(_Piece(at + line.index(words), self._find(words, self._lines[number]), len(words)))
            at += len(line) + 1
        if pieces:
            captioned = role == "body" and _IMAGES.fullmatch(content)
            self._add(content, pieces, "caption" if captioned else role)

    def _find(self, words: str, line: Span) -> int:
        """Where ``words`` stand in ``line``: mostly at its end."""
        start = line.start + len(self._text[line.start : line.end].rstrip()) - len(words)
        if start >= line.start and self._text.startswith(words, start):
            return start
        return max(self._text.find(words, line.start, line.end), line.start)

    def _cell(self, content: str) -> None:
        """Add the next cell of the row under way; in the original its bars are escaped."""
        if not content:
            return
        for words in (content, content.replace("|", "\\|")):
            start = self._text.find(words, self._row.start, self._row.end)
            if start >= 0:
                self._row = self._row._replace(start=start + len(words))
                self._add(words, [_Piece(0, start, len(words))], "body")
                return

    def _add(self, content: str, pieces: list[_Piece], role: Role) -> None:
        offsets = [piece.at for piece in pieces]

        def place(offset: int) -> int:
            piece = pieces[max(bisect_right(offsets, offset) - 1, 0)]
            return piece.start + min(max(offset - piece.at, 0), piece.length)

        found = self._parser.masks(content) if len(content) <= _LONGEST else []
        masks = [Mask(place(mask.start), place(mask.end), mask.text) for mask in found]
        for inner, mask in zip(found, masks, strict=True):
            if content.startswith("<!--", inner.start):
                self._prose.comment(mask.start, mask.end, content[inner.start + 4 : inner.end - 3])
        for piece, following in pairwise(pieces):
            masks.append(Mask(piece.start + piece.length, following.start, "\n"))  # the break, a quote's > in it
        kept = ordered(mask for mask in masks if len(mask.text) <= mask.end - mask.start > 0)
        self._prose.block(pieces[0].start, pieces[-1].start + pieces[-1].length, kept, role)

    def _definitions(self) -> None:
        """Mark the lines that say where links lead; some are footnotes, and some are remarks in disguise."""
        for first, last in self._parser.definitions:
            start, end = self._lines[first].start, self._lines[last - 1].end
            self._seen[first:last] = b"\1" * (last - first)
            footnote = _FOOTNOTE.match(self._text, start, end)
            if footnote:
                self._prose.block(footnote.end(), end)
            elif remark := _REMARK.fullmatch(self._text, start, end):
                self._prose.comment(start, end, remark[1])

    def _leftovers(self) -> None:
        """Add what the parser gave no block for, being too deep in quotes and lists: nothing is lost."""
        for number, (start, end) in enumerate(self._lines):
            if not self._seen[number]:
                marks = _MARKERS.match(self._text, start, end)
                self._prose.block(marks.end() if marks else start, end)
