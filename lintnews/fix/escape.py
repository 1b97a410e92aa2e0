"""How new text is written inside each text format: takes plain words, gives them as the file must have them."""

from __future__ import annotations

import json
import re

from lintnews.model import Document

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_MARKUP = frozenset(("html", "xliff", "tmx"))
_VALUES = frozenset(("json", "csv"))
_XML = frozenset(("xliff", "tmx"))
_NEEDS_QUOTES = re.compile("[,;\t|\r\n]")


def escaped(document: Document, start: int, end: int, text: str) -> str | None:
    """``text`` as it must stand at ``start:end`` of ``document``; None when it cannot stand there.

    A plain file has its words as they are; a format that no row of this table knows has too.
    """
    if document.format in _XML and _in_cdata(document.text, start):
        return None if "]]>" in text else text
    if document.format in _MARKUP:
        return _entities(document.text, start, text)
    if document.format in _VALUES and ("<" in text or "&" in text):
        return None  # only the reader knows whether the value is HTML
    if document.format == "json":
        return json.dumps(text, ensure_ascii=not _has_letters(document.text))[1:-1]
    if document.format == "po":
        return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    if document.format == "csv":
        return _cell(document, start, text)
    if document.format == "vtt":
        return "".join(_ENTITIES.get(letter, letter) for letter in text)
    return text


def _in_cdata(source: str, start: int) -> bool:
    return source.rfind("<![CDATA[", 0, start) > source.rfind("]]>", 0, start)


def _entities(source: str, start: int, text: str) -> str:
    text = "".join(_ENTITIES.get(letter, letter) for letter in text)
    tag = source.rfind("<", 0, start)
    if tag > source.rfind(">", 0, start):  # inside a tag: the value of an attribute
        text = text.replace('"', "&quot;").replace("'", "&#39;")
    return text


def _has_letters(source: str) -> bool:
    """Whether ``source`` writes letters beyond ASCII as they are, or could: it has no escape of one."""
    return not source.isascii() or "\\u" not in source


def _cell(document: Document, start: int, text: str) -> str | None:
    """A quoted cell doubles its quotation marks; a bare one holds neither marks nor separators."""
    segment = next((s for s in document.segments if s.start <= start < s.end), None)
    quoted = segment is not None and document.text[max(segment.start - 1, 0) : segment.start] == '"'
    if quoted:
        return text.replace('"', '""')
    return None if '"' in text or _NEEDS_QUOTES.search(text) else text
