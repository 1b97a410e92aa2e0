"""Names that the news is full of: takes the lines of ``rules/words/prominent-names.txt``, tells which one a word nearly is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property

from lintnews.lexicon.descent import skeleton
from lintnews.lexicon.latin import plain
from lintnews.named import NamedTuple
from lintnews.typed import Any

_ENDINGS = (  # what names of one root differ in: cases, adjectives, villages called after the same thing
    "(?:(?:[eoiy]v)?(?:s?k(?:oho|ogo|aya|oye|omu|y[iy]?|i[iy]?|a|e|o)?)|enko|[eoiy]v[aeiouy]*|[aeiouy]+[mj]?|[iy]ns?k[aeiouy]*)$"
)
_SHORTEST = 6  # letters of a name: a shorter one has too many neighbours
_VOWELS, _ANY = 7, 8  # letters from which two vowels may differ, and from which any two letters may
_BEHIND_GIVEN = ((10, 3), (7, 2))  # letters of a surname, and how many may differ behind its own given name
_FIRST = str.maketrans("kqjgwxz", "kkyhvss")  # first letters that engines take for one another
_GIVEN = 2  # letters that tell given names apart here: the surname has been compared already


_FAR = 4  # letters that one of two words has and the other lacks, at most, where two differences are all


class _Name(NamedTuple):
    """A name: its place in the list, its letters evened out, how it is written, and what comparing it needs."""

    number: int
    letters: str
    shown: str
    skeleton: str
    bare: str  # without what may be an ending
    alphabet: int  # a bit for each letter it has


def records(lines: Iterable[str]) -> dict[str, Any]:
    """Table records of the list.

    ``~+`` with a first letter and a length, and ``~*`` with what a given name begins with, list names; ``~-`` has what given
    names begin with by surname, and the other names.
    """
    found: dict[str, Any] = {}
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
                found.setdefault(_place(name.letters, len(name.letters)), []).append(name)
            if given:
                given_of[shown] = root = skeleton(given[0].lower())[:_GIVEN]
                found.setdefault("~*" + root, []).append(name)
    return found | {"~-": [given_of, others]}


class Prominent:
    """The names, asked for the one that an unknown word is nearly. ``record`` gives what ``records`` made, or None."""

    def __init__(self, record: Callable[[str], Any]) -> None:
        self._record = record
        self._names: dict[str, list[_Name]] = {}

    def nearest(self, word: str) -> str:
        """The name that the small-letter ``word`` is a letter or two off, or ""; "" for an inflected form of one too."""
        low = _even(word)
        if not low.isascii():
            return ""
        places = (_place(low, length) for length in range(len(low) - 2, len(low) + 3))
        mine = _alphabet(low)
        near = [name for place in places for name in self._under(place) if (mine ^ name.alphabet).bit_count() <= _FAR]
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
            for name in self._under("~*" + skeleton(given)[:_GIVEN])
            if not _is_same(mine, name)
            and (cost := _distance(low, name.letters, 3))
            <= next((most for n, most in _BEHIND_GIVEN if len(name.letters) >= n), 0)
        ]
        return min(found)[1].shown if found and not self._is_other(word) else ""

    def is_given(self, word: str, shown: str) -> bool:
        """Whether the small-letter ``word`` is the given name of the person called ``shown``, in any spelling."""
        given = self._lists[0].get(shown, "")
        return bool(given) and skeleton(word)[:_GIVEN] == given

    def _under(self, place: str) -> list[_Name]:
        found = self._names.get(place)
        if found is None:
            found = self._names[place] = [_Name(*row) for row in self._record(place) or ()]
        return found

    def _is_other(self, word: str) -> bool:
        return word in self._lists[1]

    @cached_property
    def _lists(self) -> tuple[dict[str, str], list[str]]:
        given, others = self._record("~-") or ({}, [])
        return given, others


def _named(number: int, shown: str) -> _Name:
    letters = _even(shown)
    return _Name(number, letters, shown, skeleton(letters), _bare(letters), _alphabet(letters))


def _alphabet(letters: str) -> int:
    found = 0
    for letter in letters:
        found |= 1 << (ord(letter) & 31)
    return found


def _place(letters: str, length: int) -> str:
    """Where names are kept that ``letters`` may be with a ``length`` of their own."""
    return f"~+{letters[:1].translate(_FIRST)}{length}"


def _even(word: str) -> str:
    """The small letters of a word, with one letter for those that engines swap."""
    return re.sub("c(?!h)|q", "k", plain(word)).replace("x", "ks").replace("w", "v")


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
