"""Names that the news is full of: takes the lines of ``rules/words/prominent-names.txt``, tells which one a word nearly is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lintnews.lexicon.descent import skeleton
from lintnews.lexicon.latin import plain
from lintnews.named import NamedTuple

_ENDINGS = (  # what names of one root differ in: cases, adjectives, villages called after the same thing
    "(?:(?:[eoiy]v)?(?:s?k(?:oho|ogo|aya|oye|omu|y[iy]?|i[iy]?|a|e|o)?)|enko|[eoiy]v[aeiouy]*|[aeiouy]+[mj]?|[iy]ns?k[aeiouy]*)$"
)
_SHORTEST = 6  # letters of a name: a shorter one has too many neighbours
_VOWELS, _ANY = 7, 8  # letters from which two vowels may differ, and from which any two letters may
_BEHIND_GIVEN = ((10, 3), (7, 2))  # letters of a surname, and how many may differ behind its own given name
_FIRST = str.maketrans("kqjgwxz", "kkyhvss")  # first letters that engines take for one another
_GIVEN = 2  # letters that tell given names apart here: the surname has been compared already


class _Name(NamedTuple):
    """A name: its place in the list, its letters evened out, and how it is written."""

    number: int
    letters: str
    shown: str


class Prominent:
    """The names, asked for the one that an unknown word is nearly."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._names: dict[tuple[str, int], list[_Name]] = {}
        self._people: dict[str, list[_Name]] = {}
        self._given: dict[str, str] = {}
        self._others: set[str] = set()
        for number, line in enumerate(lines):
            *given, shown = line.partition("#")[0].split() or [""]
            alone, shown = not given or shown.startswith("*"), shown.lstrip("*")
            if given == ["not"]:
                self._others.add(shown.lower())
            elif len(shown) >= _SHORTEST:
                name = _Name(number, _even(shown), shown)
                if alone:
                    self._names.setdefault((name.letters[0].translate(_FIRST), len(name.letters)), []).append(name)
                if given:
                    self._given[shown] = root = skeleton(given[0].lower())[:_GIVEN]
                    self._people.setdefault(root, []).append(name)

    def nearest(self, word: str) -> str:
        """The name that the small-letter ``word`` is a letter or two off, or ""; "" for an inflected form of one too."""
        low = _even(word)
        if not low.isascii() or word in self._others:
            return ""
        first = low[:1].translate(_FIRST)
        near = [name for length in range(len(low) - 2, len(low) + 3) for name in self._names.get((first, length), ())]
        found = [(cost, name) for name in near if (cost := _cost(low, name.letters)) is not None]
        return min(found)[1].shown if found else ""

    def person(self, given: str, word: str) -> str:
        """The surname, of somebody with the small-letter ``given`` name, that ``word`` is a few letters off, or ""."""
        low = _even(word)
        people = self._people.get(skeleton(given)[:_GIVEN], ())
        if not low.isascii() or word in self._others or len(low) < _SHORTEST:
            return ""
        found = [
            (cost, name)
            for name in people
            if not _is_same(low, name.letters)
            and (cost := _distance(low, name.letters, 3))
            <= next((most for n, most in _BEHIND_GIVEN if len(name.letters) >= n), 0)
        ]
        return min(found)[1].shown if found else ""

    def is_given(self, word: str, shown: str) -> bool:
        """Whether the small-letter ``word`` is the given name of the person called ``shown``, in any spelling."""
        given = self._given.get(shown, "")
        return bool(given) and skeleton(word)[:_GIVEN] == given


def _even(word: str) -> str:
    """The small letters of a word, with one letter for those that engines swap."""
    return re.sub("c(?!h)|q", "k", plain(word)).replace("x", "ks").replace("w", "v")


def _cost(word: str, name: str) -> int | None:
    """What tells ``word`` from ``name`` in letters, or None when that is too much, nothing, or only an ending."""
    if _is_same(word, name):
        return None
    cost = _distance(word, name, 2)
    if cost <= (2 if len(name) >= _ANY else 1):
        return cost
    return cost if cost == 2 and len(name) >= _VOWELS and _frame(word) == _frame(name) else None


def _is_same(word: str, name: str) -> bool:
    """Whether ``word`` is the name after all: in another romanization, another case, or as an adjective."""
    return word.startswith(name) or skeleton(word) == skeleton(name) or _bare(word) == _bare(name)


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
