"""Names that the news is full of: takes the lines of ``rules/words/prominent-names.txt``, tells which one a word nearly is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from lintnews.lexicon.descent import skeleton
from lintnews.lexicon.latin import plain
from lintnews.lexicon.records import decoded
from lintnews.lexicon.table import numbers
from lintnews.named import NamedTuple

_ENDINGS = (  # what names of one root differ in: cases, adjectives, villages called after the same thing
    "(?:(?:[eoiy]v)?(?:s?k(?:oho|ogo|aya|oye|omu|y[iy]?|i[iy]?|a|e|o)?)|enko|[eoiy]v[aeiouy]*|[aeiouy]+[mj]?|[iy]ns?k[aeiouy]*)$"
)
_SHORTEST = 6  # letters of a name: a shorter one has too many neighbours
_VOWELS, _ANY = 7, 8  # letters from which two vowels may differ, and from which any two letters may
_BEHIND_GIVEN = ((10, 3), (7, 2))  # letters of a surname, and how many may differ behind its own given name
_FIRST = str.maketrans("kqjgwxz", "kkyhvss")  # first letters that engines take for one another
_GIVEN = 2  # letters that tell given names apart here: the surname has been compared already
_TWICE, _LENGTH = 26, 53  # the bits of a name's number from which on it says what letters stand twice, and how many there are
_LETTERS = (1 << _LENGTH) - 1


class _Name(NamedTuple):
    """A name: its place in the list, its letters evened out, how it is written, and what comparing it needs."""

    number: int
    letters: str
    shown: str
    skeleton: str
    bare: str  # without what may be an ending


def records(lines: Iterable[str]) -> dict[str, bytes]:
    """Table records of the list.

    ``~+`` with a first letter, and ``~*`` with what a given name begins with, list names (see ``_packed``); ``~-`` has what
    given names begin with by surname, and the other names.
    """
    import json  # only who writes needs it

    found: dict[str, list[_Name]] = {}
    given_of: dict[str, str] = {}
    others: list[str] = []
    for number, line in enumerate(lines):
        *given, shown = line.partition("#")[0].split() or [""]
        alone, shown = not given or shown.startswith("*"), shown.lstrip("*")
        if given == ["not"]:
            others.append(shown.lower())
        elif len(shown) >= _SHORTEST:
            name = _named(number, shown)
            if alone:
                found.setdefault(_place(name.letters), []).append(name)
            if given:
                given_of[shown] = root = skeleton(given[0].lower())[:_GIVEN]
                found.setdefault("~*" + root, []).append(name)
    return {place: _packed(names) for place, names in found.items()} | {"~-": json.dumps([given_of, others]).encode()}


def _packed(names: list[_Name]) -> bytes:
    """A record of names: a number for the letters and the length of each, and then a line for each."""
    letters = b"".join(_number(name.letters).to_bytes(8, "little") for name in names)
    lines = ("|".join(map(str, name)) for name in names)
    return b"%d " % len(names) + letters + "\n".join(lines).encode()


class Prominent:
    """The names, asked for the one that an unknown word is nearly. ``record`` gives what ``records`` made, or None."""

    def __init__(self, record: Callable[[str], bytes | None]) -> None:
        self._record = record
        self._names: dict[str, tuple[Sequence[int], list[str]]] = {}

    def nearest(self, word: str) -> str:
        """The name that the small-letter ``word`` is a letter or two off, or ""; "" for an inflected form of one too."""
        low = _even(word)
        if not low.isascii():
            return ""
        near = list(self._near(_place(low), low, _most))
        if not near:
            return ""
        asked = _named(0, low)
        found = [(cost, name) for name in near if (cost := _cost(asked, name)) is not None]
        return min(found)[1].shown if found and not self._is_other(word) else ""

    def person(self, given: str, word: str) -> str:
        """The surname, of somebody with the small-letter ``given`` name, that ``word`` is a few letters off, or ""."""
        low = _even(word)
        if not low.isascii() or len(low) < _SHORTEST:
            return ""
        mine = _named(0, low)
        found = [
            (cost, name)
            for name in self._near("~*" + skeleton(given)[:_GIVEN], low, _most_behind_given)
            if not _is_same(mine, name)
            and (cost := _distance(low, name.letters, most := _most_behind_given(len(name.letters)))) <= most
        ]
        return min(found)[1].shown if found and not self._is_other(word) else ""

    def is_given(self, word: str, shown: str) -> bool:
        """Whether the small-letter ``word`` is the given name of the person called ``shown``, in any spelling."""
        given = self._lists[0].get(shown, "")
        return bool(given) and skeleton(word)[:_GIVEN] == given

    def _near(self, place: str, letters: str, most: Callable[[int], int]) -> Iterator[_Name]:
        """The names under ``place`` that may be ``letters`` with some changed, by what letters they have.

        ``most`` says how many may be, of a name of so many letters.
        """
        found = self._names.get(place)
        if found is None:
            found = self._names[place] = _unpacked(self._record(place))
        mine = _number(letters) & _LETTERS
        for number, line in zip(*found, strict=True):
            theirs, length = number & _LETTERS, number >> _LENGTH
            if max((mine & ~theirs).bit_count(), (theirs & ~mine).bit_count()) <= most(length):
                place, *rest = line.split("|")
                yield _Name(int(place), *rest)

    def _is_other(self, word: str) -> bool:
        return word in self._lists[1]

    @cached_property
    def _lists(self) -> tuple[dict[str, str], list[str]]:
        given, others = decoded(self._record("~-") or b"[{},[]]")
        return given, others


def _unpacked(record: bytes | None) -> tuple[Sequence[int], list[str]]:
    """The numbers and the lines of a record that ``_packed`` made."""
    if not record:
        return (), []
    head, _, rest = record.partition(b" ")
    size = 8 * int(head)
    return numbers(memoryview(rest[:size]), "Q"), rest[size:].decode().split("\n")


def _named(number: int, shown: str) -> _Name:
    letters = _even(shown)
    return _Name(number, letters, shown, skeleton(letters), _bare(letters))


def _number(letters: str) -> int:
    """A bit for each of the letters, another for those that stand twice, and above these how many there are."""
    once = twice = 0
    for letter in letters:
        bit = 1 << (ord(letter) & 31)
        twice |= once & bit
        once |= bit
    return len(letters) << _LENGTH | twice << _TWICE | once


def _place(letters: str) -> str:
    """Where names are kept that ``letters`` may be."""
    return f"~+{letters[:1].translate(_FIRST)}"


def _even(word: str) -> str:
    """The small letters of a word, with one letter for those that engines swap."""
    return re.sub("c(?!h)|q", "k", plain(word)).replace("x", "ks").replace("w", "v")


def _most(length: int) -> int:
    """How many letters a word may be off a name of so many."""
    return 2 if length >= min(_VOWELS, _ANY) else 1


def _most_behind_given(length: int) -> int:
    """And behind its own given name."""
    return next((most for least, most in _BEHIND_GIVEN if length >= least), 0)


def _cost(word: _Name, name: _Name) -> int | None:
    """What tells ``word`` from ``name`` in letters, or None when that is too much, nothing, or only an ending."""
    cost = _distance(word.letters, name.letters, 2)
    if cost > 2 or _is_same(word, name):
        return None
    if cost <= (2 if len(name.letters) >= _ANY else 1):
        return cost
    return cost if len(name.letters) >= _VOWELS and _frame(word.letters) == _frame(name.letters) else None


def _is_same(word: _Name, name: _Name) -> bool:
    """Whether ``word`` is the name after all: in another romanization, another case, or as an adjective."""
    return word.letters.startswith(name.letters) or word.skeleton == name.skeleton or word.bare == name.bare


def _bare(word: str) -> str:
    return re.sub(_ENDINGS, "", word)


def _frame(word: str) -> str:
    """The consonants, and where vowels stand between them."""
    return re.sub("[aeiouy]+", "a", word)


def _distance(first: str, second: str, most: int) -> int:
    """Letters to change, add, leave out or swap; more than ``most`` when that is sure."""
    first, second = _differing(first, second)
    before: list[int] = []
    row = list(range(len(second) + 1))
    for n, letter in enumerate(first, 1):
        new = [n]
        for m, other in enumerate(second, 1):
            best = min(row[m] + 1, new[m - 1] + 1, row[m - 1] + (letter != other))
            if before and m > 1 and letter == second[m - 2] and first[n - 2] == other:
                best = min(best, before[m - 2] + 1)
            new.append(best)
        if min(new) > most:
            return most + 1
        before, row = row, new
    return row[-1]


def _differing(first: str, second: str) -> tuple[str, str]:
    """What is left of two words without what they begin with and end in alike."""
    begin = _alike(first, second)
    first, second = first[begin:], second[begin:]
    end = _alike(first[::-1], second[::-1])
    return first[: len(first) - end], second[: len(second) - end]


def _alike(first: str, second: str) -> int:
    """How many letters the words begin with that are the same."""
    return next((n for n, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second)))
