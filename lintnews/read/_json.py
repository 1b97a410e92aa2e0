"""Finds the strings of JSON and where they stand; nesting of any depth, one value or several (JSON Lines)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lintnews.errors import InputError
from lintnews.model import Mask
from lintnews.position import Lines

_TOKEN = re.compile(
    "[ \\t\\r\\n]*+(?>(\"(?>[^\"\\\\]++|\\\\.)*+\")|([{\\[])|([}\\]])|([:,])"
    "|(-?[0-9]++(?>\\.[0-9]++)?(?>[eE][+-]?[0-9]++)?|true|false|null|NaN|-?Infinity))",
    re.DOTALL,
)
_BLANK = re.compile("[ \\t\\r\\n]*+")
_ESCAPE = re.compile("\\\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\\\u([dD][c-fC-F][0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_CHARACTERS = {"n": "\n", "t": "\t", "r": "\r", "b": " ", "f": " "}
_VALUE, _KEY, _COLON, _MORE = "a value", "a name in quotation marks", "a colon", "a comma or a closing bracket"


class String(NamedTuple):
    """A string: ``path`` are the names and numbers that lead to it; start and end leave out its quotation marks."""

    path: tuple[str, ...]
    start: int
    end: int


def strings(text: str, path: str) -> Iterator[String]:
    """Every string that is a value and no name, in order.

    Raises InputError, with ``path`` and the place, when ``text`` is not JSON.
    """
    scan = _Scan(text, path)
    place = 0
    while match := _TOKEN.match(text, place):
        string, opened, closed, mark, _ = match.groups()
        place = match.end()
        if string is not None:
            if found := scan.string(place - len(string) + 1, place - 1):
                yield found
        elif opened:
            scan.open(opened, place)
        elif closed:
            scan.close(closed, place)
        elif mark:
            scan.mark(mark, place)
        else:
            scan.value(place)
    blank = _BLANK.match(text, place)
    scan.finish(blank.end() if blank else place)


def escapes(text: str, start: int, end: int) -> list[Mask]:
    """The escapes of a string as masks that read as what they stand for; half of a pair reads as U+FFFD."""
    found = []
    for match in _ESCAPE.finditer(text, start, end):
        high, low, unit, letter = match.groups()
        if high:
            character = chr(0x10000 + ((int(high, 16) & 0x3FF) << 10) + (int(low, 16) & 0x3FF))
        elif unit:
            code = int(unit, 16)
            character = "\ufffd" if 0xD800 <= code < 0xE000 or not code else chr(code)
        else:
            character = _CHARACTERS.get(letter, letter)
        found.append(Mask(*match.span(), character))
    return found


class _Scan:
    """Keeps the path and what may come next."""

    def __init__(self, text: str, path: str) -> None:
        self._text, self._file = text, path
        self._open: list[str] = []  # brackets
        self._path: list[str] = []  # one part for each bracket
        self._counts: list[int] = []  # of each bracket: how many values it has so far
        self._next = _VALUE

    def string(self, start: int, end: int) -> String | None:
        """Take a string; returns it when it is a value."""
        if self._next == _KEY:
            self._path[-1] = self._text[start:end]
            self._next = _COLON
            return None
        self.value(end + 1)
        return String(tuple(self._path), start, end)

    def value(self, place: int) -> None:
        """Take a value that ends at ``place``."""
        if self._next != _VALUE:
            self._refuse(place)
        if self._open and self._open[-1] == "[":
            self._path[-1] = str(self._counts[-1])
            self._counts[-1] += 1
        self._next = _MORE if self._open else _VALUE  # the next line of JSON Lines

    def open(self, bracket: str, place: int) -> None:
        """Take an opening bracket."""
        self.value(place)
        self._open.append(bracket)
        self._path.append("")
        self._counts.append(0)
        self._next = _KEY if bracket == "{" else _VALUE

    def close(self, bracket: str, place: int) -> None:
        """Take a closing bracket; a comma before it is forgiven."""
        wanted = "{" if bracket == "}" else "["
        fits = self._next in (_MORE, _KEY if wanted == "{" else _VALUE)
        if not self._open or self._open.pop() != wanted or not fits:
            self._refuse(place)
        self._path.pop()
        self._counts.pop()
        self._next = _MORE if self._open else _VALUE

    def mark(self, mark: str, place: int) -> None:
        """Take a comma or a colon."""
        if mark == ":" and self._next == _COLON:
            self._next = _VALUE
        elif mark == "," and self._next == _MORE:
            self._next = _KEY if self._open[-1] == "{" else _VALUE
        else:
            self._refuse(place)

    def finish(self, place: int) -> None:
        """Say so when the text does not end where a value may, or something is not JSON at ``place``."""
        if place < len(self._text) or self._open:
            self._refuse(place + 1)

    def _refuse(self, place: int) -> None:
        line, column = Lines(self._text).place(max(place - 1, 0))
        if place > len(self._text):
            raise InputError(f"the JSON breaks off in line {line}: expected {self._next}; is the file complete?", self._file)
        raise InputError(f"not JSON at line {line}, column {column}: expected {self._next}", self._file)
