"""The right names of things by how they begin, in English or natively: takes a Lexicon, gives Terms to complete with."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from lintnews.lexicon.lexicon import Lexicon

_SHAPES = ("term", "name")
_WORD = re.compile(r"\w[\w'’.-]*")
_LONGEST = 8  # words of a name that are looked at before the cursor
_SHORTEST = 3  # letters that must be typed; two when they are capitals
_SHORTEST_PLAIN = 5  # the same for a term in small letters
_OPENING = re.compile(r"(?:^|[.!?…]\W*|[“\"«(])\s*\Z")
_CYRILLIC = re.compile("[\u0400-\u04ff]")


class Completion(NamedTuple):
    """What may be written in place of the last ``length`` code points: ``text``, for the entry ``number``."""

    length: int
    text: str
    number: int
    native: bool  # what was typed is the native form


class _Row(NamedTuple):
    key: str
    form: str  # what is written in the copy
    number: int
    native: bool


class Terms:
    """Every right form of a lexicon, ready to be looked up by its first letters."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._rows = sorted(_rows(lexicon))
        self._keys = [row.key for row in self._rows]

    def completions(self, before: str, most: int) -> list[Completion]:
        """At most ``most`` forms that begin as the text ``before`` the cursor ends; those that take in most words first.

        A form with a capital wants one typed: names come up when a name is begun, and not in the middle of plain words.
        """
        found: dict[str, Completion] = {}
        for start in _starts(before):
            typed = before[start:]
            opens = bool(_OPENING.search(before[:start]))
            for row in islice(self._beginning(_key(typed)), 4 * most):
                if _fits(typed, row, opens):
                    text = row.form[:1].upper() + row.form[1:] if typed[:1].isupper() else row.form
                    found.setdefault(text, Completion(len(typed), text, row.number, row.native))
            if len(found) >= most:
                break
        return list(found.values())[:most]

    def _beginning(self, key: str) -> Iterator[_Row]:
        for place in range(bisect_left(self._keys, key), len(self._rows)):
            if not self._keys[place].startswith(key):
                return
            yield self._rows[place]


def _rows(lexicon: Lexicon) -> Iterator[_Row]:
    for number in lexicon.numbers():
        record = lexicon.entry(number)
        english = record.get("en", [])
        if record["shape"] in _SHAPES and english:
            yield from (_Row(_key(form), form, number, False) for form in english)
            native = {form for forms in record.get("native", {}).values() for form in forms if _CYRILLIC.search(form)}
            yield from (_Row(_key(form), english[0], number, True) for form in native)


def _key(text: str) -> str:
    return " ".join(text.replace("’", "'").lower().split())


def _starts(before: str) -> list[int]:
    """Where a form may begin: at each of the last words, the furthest first, if enough of it is typed."""
    starts = [match.start() for match in _WORD.finditer(before)][-_LONGEST:]
    return [start for start in starts if _is_enough(before[start:])]


def _is_enough(typed: str) -> bool:
    letters = sum(map(str.isalpha, typed))
    return letters >= _SHORTEST or (letters >= 2 and typed.isupper())


def _fits(typed: str, row: _Row, opens: bool) -> bool:
    """Whether ``typed`` may become the form; ``opens``: it stands where a sentence begins, which explains its capital."""
    if row.native:
        return True
    plain = row.form[:1].islower()
    if _key(typed) == row.key or (plain and sum(map(str.isalpha, typed)) < _SHORTEST_PLAIN):
        return False  # there already, or any word of a sentence so far
    return typed[:1].isupper() == row.form[:1].isupper() or (opens and typed[:1].isupper())
