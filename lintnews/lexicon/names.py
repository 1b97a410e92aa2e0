"""Names by descent: reads a Latin spelling back to the glossary's names it could be a romanization of.

Nothing is listed: a term with ``origin`` is kept under a key that every romanization of its native forms shares, and
a word of the copy that has the key is compared with the native form letter by letter (``romanize.cost``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from lintnews.lexicon.lexicon import Lexicon
from lintnews.lexicon.romanize import Letters, cost, plain
from lintnews.view import fold

LANGUAGES = ("uk", "ru", "be")
_NATIVE = str.maketrans("бвдлмнпрртф", "bvdlmnprrtv")
_DROPPED = re.compile("t(?=[szc])|p(?=h)|r(?=z)|[^bdfglmnprtvw]|g")
_TWICE = re.compile(r"(.)\1+")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019\u02bc][^\W\d_]+)*")
_FIRST_NATIVE = {letter: "K" for letter in "гґхк"} | {letter: "S" for letter in "сзцшщчж"} | {letter: "V" for letter in "аеєёиіїйоуўыэюя"}
_FIRST_LATIN = {letter: "K" for letter in "ghkqx"} | {letter: "S" for letter in "sz"} | {letter: "V" for letter in "aeiouy"}


class Reading(NamedTuple):
    """A native name a spelling can be read as: the entry, the language of the form, and how many slips it takes."""

    entry: int
    language: str
    native: str
    words: int
    slips: int


def native_key(word: str) -> str:
    """The key of a native word: the class of its first letter, then the letters every romanization keeps."""
    low = word.lower()
    robust = "".join(letter for letter in low.replace("тс", "с").translate(_NATIVE) if letter.isascii() and letter.isalpha())
    return _FIRST_NATIVE.get(low[0], low[0].translate(_NATIVE)) + _TWICE.sub(r"\1", robust)


def latin_keys(word: str) -> tuple[str, ...]:
    """The keys a Latin word may be found under; two when its first letter is ambiguous (c, j)."""
    low = plain(word)
    if not low:
        return ()
    robust = _TWICE.sub(r"\1", _DROPPED.sub("", low).replace("w", "v").replace("f", "v"))
    if low[:2] in ("ts", "tz", "tc"):
        return ("S" + robust,)
    first = ("K", "S") if low[0] == "c" else ("V", "K", "S") if low[0] == "j" else (_FIRST_LATIN.get(low[0], _soft(low[0])),)
    return tuple(letter + robust for letter in first)


def _soft(letter: str) -> str:
    return "v" if letter in "wf" else letter


def records(entries: Iterable[tuple[int, str, Sequence[tuple[str, tuple[str, ...]]]]]) -> dict[str, Any]:
    """Table records for (number, origin, native forms) of entries: ``~key`` lists the names kept under it."""
    found: dict[str, list[list[Any]]] = {}
    for number, origin, native in entries:
        for language, forms in native:
            for form in forms if origin and language in LANGUAGES else ():
                words = name_words(form)
                if words:
                    row = [number, language, int(language == origin), words]
                    found.setdefault("~" + native_key(words[-1]), []).append(row)
    return dict(found)


def name_words(form: str) -> list[str]:
    """The words of a native form that is a proper name all through; empty for anything else."""
    words = [part for word in form.replace("-", " ").split() for part in [word] if part]
    good = all(_WORD.fullmatch(word) and word[0].isupper() and not word[1:].isupper() for word in words)
    if not good or not words or (len(words) == 1 and len(words[0]) < 4) or len(words[-1]) < 3:
        return []
    return [word.lower() for word in words]


class NameIndex:
    """The names of a lexicon, asked by Latin spelling. Each spelling is read back once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._rows: dict[str, list[tuple[int, str, bool, list[str]]]] = {}
        self._costs: dict[tuple[str, str, str], int | None] = {}

    def readings(self, words: Sequence[str]) -> Iterator[tuple[Reading, bool]]:
        """Each name that the last of ``words``, or the last few, can be a spelling of, and whether in its own language.

        ``words`` are up to four words of the copy in order; a name of several words must match all of them.
        """
        for key in latin_keys(words[-1]):
            for entry, language, own, native in self._names(key):
                if len(native) <= len(words):
                    slips = [self._cost(w, n, language) for w, n in zip(words[-len(native) :], native, strict=True)]
                    if all(slip is not None and slip <= 2 for slip in slips):
                        total = sum(slip for slip in slips if slip is not None)
                        yield Reading(entry, language, " ".join(native), len(native), total), own

    def surnames(self, word: str) -> Iterator[tuple[Reading, bool]]:
        """Names of several words whose last one ``word`` can be a spelling of."""
        for key in latin_keys(word):
            for entry, language, own, native in self._names(key):
                if len(native) > 1 and (slips := self._cost(word, native[-1], language)) is not None and slips <= 2:
                    yield Reading(entry, language, native[-1], 1, slips), own

    def in_press(self, words: Sequence[str], reading: Reading) -> bool:
        """Whether a table that English-language news follows spells the native name so."""
        native = reading.native.split()
        return all(self._cost(w, n, f"{reading.language}-press") == 0 for w, n in zip(words[-len(native) :], native, strict=True))

    def english(self, entry: int) -> tuple[str, ...]:
        """The right forms of an entry, the preferred one first."""
        return tuple(self._lexicon.entry(entry)["en"])

    def origin(self, entry: int) -> str:
        """Whose name the entry is."""
        return str(self._lexicon.entry(entry).get("origin", ""))

    def identifier(self, entry: int) -> str:
        """The id of the entry."""
        return str(self._lexicon.entry(entry)["id"])

    def is_right(self, form: str) -> bool:
        """Whether ``form`` is a right form of any term."""
        key = "==" + " ".join(fold(word) for word in _WORD.findall(form))
        return any(layer.table.get(key) is not None for layer in self._lexicon.layers)

    def _names(self, key: str) -> list[tuple[int, str, bool, list[str]]]:
        found = self._rows.get(key)
        if found is None:
            found = self._rows[key] = [
                (number, language, bool(own), words) for number, (language, own, words) in self._lexicon.named("~" + key)
            ]
        return found

    def _cost(self, latin: str, native: str, language: str) -> int | None:
        key = (latin, native, language)
        if key not in self._costs:
            near = abs(len(latin) - len(native)) <= 2 + len(native) // 2
            self._costs[key] = cost(latin, native, self._letters[language]) if near else None
        return self._costs[key]

    @cached_property
    def _letters(self) -> dict[str, Letters]:
        raw = next((raw for layer in self._lexicon.layers if (raw := layer.table.get("~~"))), b"{}")
        return {language: Letters(language, table) for language, table in json.loads(raw).items()}
