"""Latin spellings of native words: how well one fits a word, and which words one may stand for.

A word is walked through letter by letter with every spelling that some table, or a usual slip, gives of a letter; no
table is read here (see ``romanize.letters``), for a run takes them from the compiled lexicon.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cached_property

from lintnews.typed import Any

_BEAM, _WIDEST = 60, 4  # spellings kept at a place when reading back; letters of the longest Latin group (shch)
SLIP = 1  # what a letter costs that no table spells so
_MARKS = str.maketrans("", "", "\u02b9\u02ba\u02bc\u2019'\u201d\"`\u00b7\u0300\u0301\u0306\u0307\u030c\u0361\u0328\u0302\u0308")
_LETTERLESS = str.maketrans({"\u0142": "l", "\u0141": "L", "\u0111": "d"})
_DOUBLED = re.compile(r"([^aeiouy])\1")
_APOSTROPHES = "'\u2019\u02bc"
_NOTHING = {"": [("", 0)]}  # how an apostrophe is spelled, at the least
_MEMORY = 200_000  # answers remembered before a memory is emptied, so that an archive stays flat
_ADJECTIVE = "(?<=[kcg])(?:y[iyj]?|i[yij]?|a|a[yij]a|e|o[yij]?e|o[yj]?i|o[yi]u|o[hg]o|u|uyu)$"
_NOUN = "[сцз]?ь?к$"
_VOWEL_ENDS = ("oyu", "oiu", "oy", "oi", "u", "y", "i", "e")  # of inflected names, as copy spells them
_CONSONANT_ENDS = ("om", "a", "u", "i", "e")


class Letters:
    """Every Latin spelling of each letter or group of one language, with its cost: 0 by some table, 1 as a slip.

    ``widths``: how many letters groups may have, the widest first.
    """

    __slots__ = ("_by_first", "_reversed", "language", "spellings", "widths")

    def __init__(self, language: str, spellings: dict[str, dict[str, int]], widths: tuple[int, ...] = (3, 2, 1)) -> None:
        self.language = language
        self.spellings = spellings
        self.widths = widths
        self._by_first: dict[str, dict[str, list[tuple[str, int]]]] = {}
        self._reversed: dict[str, list[tuple[str, int]]] = {}

    def by_first(self, group: str) -> dict[str, list[tuple[str, int]]]:
        """The spellings of a known group of native letters with their cost, by their first letter ("" for none at all)."""
        found = self._by_first.get(group)
        if found is None:
            found = self._by_first[group] = {}
            for spelling, price in self.spellings[group].items():
                found.setdefault(spelling[:1], []).append((spelling, price))
        return found

    def reversed(self) -> dict[str, list[tuple[str, int]]]:
        """Each Latin group with the single native letters it may spell, and the cost."""
        if not self._reversed:
            for native, options in self.spellings.items():
                for latin, price in options.items():
                    if latin and len(native) == 1 and native.isalpha():
                        self._reversed.setdefault(latin, []).append((native, price))
        return self._reversed


def plain(latin: str) -> str:
    """``latin`` without diacritics, primes and apostrophes, in small letters: as a newspaper prints it."""
    if latin.isascii() and latin.isalpha():
        return latin.lower()
    bare = unicodedata.normalize("NFD", latin.translate(_LETTERLESS).lower())
    return bare.translate(_MARKS).replace("-", "")


def cost(latin: str, native: str, letters: Letters, limit: int = 98) -> int | None:
    """How many slips turn the romanized ``native`` (one word) into ``latin``; None when it cannot be read so.

    More than ``limit`` slips count as not readable.
    """
    return walk(plain(latin), native.lower().replace("-", ""), letters, limit)


def walk(target: str, native: str, letters: Letters, limit: int = 98) -> int | None:
    """As ``cost``, of a ``plain`` spelling and a small-letter word without hyphens."""
    size, length = len(native), len(target)
    doubled = _DOUBLED.search(target) is not None
    reached: list[dict[int, int]] = [{} for _ in range(size + 1)]  # native letters done → Latin letters done → slips
    reached[0][0] = 0
    for place, here in enumerate(reached):
        if not here:
            continue
        if doubled:
            _pass_doubled(target, here, limit)
        if place == size:
            break
        for width in letters.widths:
            group = native[place : place + width]
            if group in letters.spellings and len(group) == width:
                _step(target, letters.by_first(group), here, reached[place + width], limit)
        if native[place] in _APOSTROPHES:
            _step(target, _NOTHING, here, reached[place + 1], limit)
    return reached[size].get(length)


def _step(
    target: str, by_first: dict[str, list[tuple[str, int]]], here: dict[int, int], there: dict[int, int], limit: int
) -> None:
    """Go on from each place in ``target`` reached ``here`` by each spelling that stands there."""
    silent = by_first.get("", ())
    for done, slips in here.items():
        for spelling, price in (*by_first.get(target[done : done + 1], ()), *silent):
            if slips + price <= limit and target.startswith(spelling, done):
                end = done + len(spelling)
                if slips + price < there.get(end, 99):
                    there[end] = slips + price


def _pass_doubled(target: str, here: dict[int, int], limit: int) -> None:
    """Go past a consonant that stands twice in ``target`` for no reason, at the cost of a slip."""
    for done in sorted(here):
        if here[done] < limit and _DOUBLED.match(target, done - 1 if done else len(target)):
            here[done + 1] = min(here[done] + SLIP, here.get(done + 1, 99))


def read_back(latin: str, letters: Letters, limit: int = 20) -> list[tuple[str, int]]:
    """Native spellings that ``latin`` (one word) may stand for, with their slips: ``limit`` at most, the best first.

    Among spellings of equal cost the shortest comes first (щ before шч), then the order of the tables; signs that no
    table spells (ь, ъ) are not put in. Every spelling given reads as ``latin`` again (see ``cost``).
    """
    target = plain(latin)
    reversed_table = letters.reversed()
    beams: list[dict[str, int]] = [{} for _ in range(len(target) + 1)]  # Latin letters done → native so far → slips
    beams[0][""] = 0
    for done, beam in enumerate(beams):
        for native, slips in sorted(beam.items(), key=_rank)[: max(limit, _BEAM)]:
            for width in range(1, min(_WIDEST, len(target) - done) + 1):
                for group, price in reversed_table.get(target[done : done + width], ()):
                    there = beams[done + width]
                    longer = native + group
                    there[longer] = min(slips + price, there.get(longer, slips + price))
    return sorted(beams[-1].items(), key=_rank)[:limit]


def _rank(candidate: tuple[str, int]) -> tuple[int, int]:
    native, slips = candidate
    return slips, len(native)


class Costs:
    """What each spelling of a word costs, compared once: for names, which are asked about again and again.

    ``letters`` gives the spellings of each language, ``edges`` two maps of native letters: to the Latin letters that a
    word beginning with them may begin with, and the same for its end. Both are called when first needed.
    """

    def __init__(
        self, letters: Callable[[], Mapping[str, Letters]], edges: Callable[[], tuple[dict[str, str], dict[str, str]]]
    ) -> None:
        self._read_letters, self._read_edges = letters, edges
        self._found: dict[tuple[str, str, str, int], int | None] = {}
        self._targets: dict[str, str] = {}

    @cached_property
    def starts(self) -> dict[str, str]:
        """Native letters → the Latin letters that a word may begin with which begins so."""
        return self._edges[0]

    def target(self, latin: str) -> str:
        """``latin`` as spellings are compared with it."""
        found = self._targets.get(latin)
        if found is None:
            bound(self._targets)
            found = self._targets[latin] = plain(latin)
        return found

    def cost(self, latin: str, native: str, language: str, limit: int = 2) -> int | None:
        """As the function ``cost``, of a small-letter word by the letters of ``language``; None beyond ``limit``."""
        if not -2 <= len(latin) - len(native) <= 2 + len(native) // 2:
            return None
        target = self.target(latin)
        starts, ends = self._edges
        if target and (target[0] not in starts.get(native[0], target) or target[-1] not in ends.get(native[-1], target)):
            return None  # as for most words of a key: a look costs a tenth of a walk
        key = (latin, native, language, limit)
        if key not in self._found:
            bound(self._found)
            self._found[key] = walk(target, native.replace("-", ""), self._letters[language], limit)
        return self._found[key]

    def of_adjective(self, latin: str, native: str, language: str) -> tuple[int | None, bool]:
        """What ``latin`` costs as a spelling of an adjective's stem, and whether it has the ending of an adjective."""
        bare = re.sub(_ADJECTIVE, "", latin)
        if bare != latin and (found := self.cost(bare, native, language)) is not None:
            return found, True
        noun = re.sub(_NOUN, "", native)
        prices = [self.cost(latin, form, language) for form in (native, noun, noun + "ь")]
        return min((price for price in prices if price is not None), default=None), False

    def of_oblique(self, latin: str, native: str, language: str) -> int | None:
        """1 when ``latin`` is an inflected form of ``native``, spelled as a table says; also with an English plural."""
        if len(native) < 5 or abs(len(latin) - len(native)) > 6 or native[-1] in "оеєіийьїыэюуў":
            return None
        stem, ends = (native[:-1], _VOWEL_ENDS) if native[-1] in "ая" else (native, _CONSONANT_ENDS)
        if latin.endswith("s") and self.cost(latin[:-1], native, language) == 0:
            return 1
        end = next((end for end in ends if latin.endswith(end)), "")
        return 1 if end and self.cost(latin[: -len(end)], stem, language) == 0 else None

    @cached_property
    def _edges(self) -> tuple[dict[str, str], dict[str, str]]:
        return self._read_edges()

    @cached_property
    def _letters(self) -> Mapping[str, Letters]:
        return self._read_letters()


def bound(memory: dict[Any, Any]) -> None:
    """Empty a full memory, so that an archive stays flat."""
    if len(memory) > _MEMORY:
        memory.clear()
