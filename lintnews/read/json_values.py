"""JSON and JSON Lines: the strings of the fields that hold copy; HTML and paragraphs inside them as such."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from lintnews.decode import decode
from lintnews.errors import InputError
from lintnews.model import Document, ReadOptions
from lintnews.read import _json, _value
from lintnews.read._json import String
from lintnews.read._prose import Prose

NAME = "json"
SUFFIXES = (".json", ".jsonl", ".ndjson")
RECORDS = True


def read(data: bytes, path: str, options: ReadOptions = ReadOptions()) -> Document:  # noqa: B008 - immutable
    """Make a Document of the strings that ``options.fields`` name; raises InputError when the file is not JSON.

    A field is a name, wherever it stands ("body"), or a path from the top ("article.blocks.*.text") in which * is any
    name or number. Without any, the usual names are taken; where there is none of those, every string of some words.
    """
    text, encoding = decode(data, path)
    strings = list(_json.strings(text, path))
    prose = Prose(text)
    for string, value in _chosen(text, strings, options.fields, path):
        locator = ".".join(string.path)
        _value.add(prose, value, _value.role_of(_name(string.path)), options.attributes, locator)
    return prose.document(path, NAME, encoding)


def _chosen(text: str, strings: list[String], fields: tuple[str, ...], path: str) -> list[tuple[String, _value.Value]]:
    names = {field.lower() for field in fields if "." not in field and "*" not in field} if fields else _value.USUAL
    paths = [field for field in fields if "." in field or "*" in field]
    chosen = [s for s in strings if _name(s.path) in names or any(_leads(field)(".".join(s.path)) for field in paths)]
    if fields and strings and not chosen:
        raise InputError(f"has no field {', '.join(fields)}; its fields are {_known(strings)}", path)
    values = [(s, _value.Value(text, s.start, s.end, _json.escapes(text, s.start, s.end))) for s in chosen or strings]
    return values if chosen else [(s, value) for s, value in values if _value.is_prose(value.text)]


def _name(path: tuple[str, ...]) -> str:
    """The name of the field that a string belongs to: strings of a list belong to the list's."""
    return next((part.lower() for part in reversed(path) if not part.isdigit()), "")


@cache
def _leads(field: str) -> Callable[[str], re.Match[str] | None]:
    """Whether a path is one that ``field`` means."""
    parts = ("[^.]*" if part == "*" else re.escape(part) for part in field.split("."))
    return re.compile("\\.".join(parts)).fullmatch


def _known(strings: list[String]) -> str:
    names = dict.fromkeys(".".join("*" if part.isdigit() else part for part in string.path) for string in strings)
    return ", ".join(list(names)[:8]) or "none"
