"""Word documents: body, tables, text boxes, headers, footers, footnotes, endnotes.

``Document.text`` is the text taken out, paragraphs set apart by blank lines; locators name the paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintnews.model import Document, ReadOptions, Role, Segment

NAME = "docx"
SUFFIXES = (".docx", ".docm")

_ROLES: dict[str, Role] = {"title": "headline", "heading 1": "headline", "caption": "caption"}
_GAP = re.compile(r"\n[^\S\n]*\n|\Z")


def read(data: bytes, path: str, options: ReadOptions = ReadOptions()) -> Document:  # noqa: B008 - immutable
    """Make a Document of the bytes of a Word document; raises InputError when they are none, are damaged or a bomb."""
    from lintnews.formats.docx import Package

    package = Package(data, path)
    styles = package.styles()
    segments: list[Segment] = []
    for paragraph, part in package.paragraphs():
        role = "chrome" if part.kind in ("header", "footer") else _role(styles.get(paragraph.style, []))
        segments += _segments(paragraph.text, paragraph.start, role, paragraph.locator)
    return Document(path, NAME, package.text, tuple(segments), encoding="")


def _role(styles: list[str]) -> Role:
    return next((_ROLES[name] for name in styles if name in _ROLES), "body")


def _segments(text: str, offset: int, role: Role, locator: str) -> Iterator[Segment]:
    """The blocks of one paragraph: writers also set them apart by breaking the line twice."""
    start = 0
    for gap in _GAP.finditer(text):
        piece = text[start : gap.start()]
        if stripped := piece.strip():
            first = offset + start + piece.index(stripped)
            yield Segment(first, first + len(stripped), role, locator)
        start = gap.end()
