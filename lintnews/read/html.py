"""HTML: the text of a page as it stands, block by block; the story told apart from the page's menus and banners."""

from __future__ import annotations

import re

from lintnews.decode import decode
from lintnews.model import Document, ReadOptions
from lintnews.read._page import Page
from lintnews.read._prose import Prose

NAME = "html"
SUFFIXES = (".html", ".htm", ".xhtml")

_DECLARED = re.compile(
    rb"(?i)<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|^\s*<\?xml[^>]{0,100}encoding=[\"']([\w.-]{2,40})"
)
_HEAD = 2048  # bytes in which a page says its encoding


def read(data: bytes, path: str, options: ReadOptions = ReadOptions()) -> Document:  # noqa: B008 - immutable
    """Make a Document of a page; ``options.attributes`` are read too. Raises InputError when it is not text."""
    text, encoding = decode(data, path, _declared(data))
    prose = Prose(text)
    Page(prose, options.attributes).read(0, len(text))
    return prose.document(path, NAME, encoding)


def _declared(data: bytes) -> str:
    """The encoding that the page says it is in; "" when it says none."""
    match = _DECLARED.search(data, 0, _HEAD)
    return (match[1] or match[2]).decode("ascii", "replace") if match else ""
