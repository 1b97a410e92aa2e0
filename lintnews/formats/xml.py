"""XML from strangers: where every tag and every piece of text stands in the original, and nothing fetched or expanded.

expat tells bytes of UTF-8; here everything is in code points of the decoded text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any
from xml.parsers import expat

from lintnews.decode import Decoded, decode
from lintnews.errors import InputError

_DECLARATION = re.compile(rb"<\?xml[^>]*?\bencoding\s*=\s*[\"']([A-Za-z0-9._:-]+)[\"']")
_UNFINISHED = ("no element found", "unclosed token", "unclosed CDATA section")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_ESCAPED = re.compile("[&<>\r]")
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Handler:
    """What ``scan`` calls for each thing it meets, in order of place; every call says where: ``start``, ``end``.

    The spans follow one another without gap from the first tag to the end. An element without content gives ``opened`` and
    then ``closed`` with an empty span.
    """

    def opened(self, name: str, attributes: Mapping[str, str], start: int, end: int) -> None:
        """A start tag; names are as written, with their prefix."""

    def closed(self, name: str, start: int, end: int) -> None:
        """An end tag."""

    def text(self, text: str, start: int, end: int) -> None:
        """Text as it reads: one call for each entity or line break, so ``text`` is the original or one mark stands for it."""

    def comment(self, text: str, start: int, end: int) -> None:
        """A comment; ``text`` is what stands between its marks."""

    def other(self, start: int, end: int) -> None:
        """The marks of a CDATA section, a processing instruction, the declaration, a reference to an unknown entity."""


def decode_xml(data: bytes, path: str = "") -> Decoded:
    """Decode the bytes of an XML file: by its byte order mark, as UTF-8, or as its declaration says.

    Raises InputError, with ``path``, when the bytes are not what they claim to be.
    """
    declared = _DECLARATION.match(data[:1024].lstrip())
    return decode(data, path, declared.group(1).decode() if declared else "")


def scan(text: str, handler: Handler, path: str = "") -> None:
    """Call ``handler`` for everything in the XML document ``text``.

    Raises InputError, with ``path``, when it is not well-formed or declares entities; no file or address is ever opened.
    """
    _Scan(text, handler, path).run()


def escape(text: str) -> str:
    """``text`` as character data of an element; what XML cannot hold at all becomes U+FFFD."""
    return _ESCAPED.sub(lambda match: _ESCAPES[match.group()], _FORBIDDEN.sub("\ufffd", text))


def local(name: str) -> str:
    """A name without its prefix."""
    return name.rpartition(":")[2]


class _Scan:
    """One pass of expat. An event's end is the start of the next, so each waits until the next one comes."""

    def __init__(self, text: str, handler: Handler, path: str) -> None:
        self._handler, self._path = handler, path
        self._data = text.encode("utf-8", "surrogatepass")  # a lone surrogate is then expat's to refuse
        self._length = len(text)
        self._ascii = len(self._data) == len(text)
        self._byte = self._point = 0
        self._waiting: Callable[[int, int], None] | None = None
        self._began = 0

    def run(self) -> None:
        # All in one call: fed in pieces, expat reads a long tag again for every piece.
        parser = expat.ParserCreate("utf-8")
        parser.StartElementHandler = self._opened
        parser.EndElementHandler = self._closed
        parser.CharacterDataHandler = self._text
        parser.CommentHandler = self._comment
        parser.StartCdataSectionHandler = parser.EndCdataSectionHandler = self._other
        parser.DefaultHandlerExpand = self._other
        parser.EntityDeclHandler = self._refuse
        self._parser = parser
        try:
            parser.Parse(self._data, True)
        except expat.ExpatError as error:
            raise InputError(_reason(error), self._path) from None
        self._event(None, self._length)

    def _event(self, call: Callable[[int, int], None] | None, place: int = -1) -> None:
        place = self._place() if place < 0 else place
        if self._waiting is not None:
            self._waiting(self._began, place)
        self._waiting, self._began = call, place

    def _place(self) -> int:
        byte: int = self._parser.CurrentByteIndex
        if self._ascii:
            return byte
        self._point += len(self._data[self._byte : byte].decode("utf-8", "surrogatepass"))
        self._byte = byte
        return self._point

    def _opened(self, name: str, attributes: dict[str, str]) -> None:
        self._event(lambda start, end: self._handler.opened(name, attributes, start, end))

    def _closed(self, name: str) -> None:
        self._event(lambda start, end: self._handler.closed(name, start, end))

    def _text(self, text: str) -> None:
        self._event(lambda start, end: self._handler.text(text, start, end))

    def _comment(self, text: str) -> None:
        self._event(lambda start, end: self._handler.comment(text, start, end))

    def _other(self, *_: Any) -> None:
        self._event(self._handler.other)

    def _refuse(self, name: str, *_: Any) -> None:
        raise InputError(f"it declares the XML entity {name!r}, which lintnews does not expand; remove the DTD", self._path)


def _reason(error: expat.ExpatError) -> str:
    said = expat.errors.messages.get(error.code, "")
    where = f"line {error.lineno}, column {error.offset + 1}"
    if said in _UNFINISHED:
        return f"the XML ends too early ({said}, {where}): cut off or still being written; export it again"
    return f"not well-formed XML: {said}, {where}; mend it or export it again"
