"""Latin spellings of native words: how well one fits a word, and which words one may stand for.

A word is walked through letter by letter with every spelling that some table, or a usual slip, gives of a letter; no
table is read here (see ``romanize.letters``), for a run takes them from the compiled lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from lintnews.lexicon.records import decoded
from lintnews.lexicon.telling import APOSTROPHES, BITS, Telling, alphabet
from lintnews.typed import Any

THROUGH = ("pl", "de", "cs", "fr", "es")  # languages whose spelling of a name English copy may have kept
ABROAD = "-abroad"  # stands behind a language for what all of these make of its letters
ANY = "any"  # stands for every language together; with ``ABROAD`` behind it, for third countries too
_BEAM, _WIDEST = 60, 4  # spellings kept at a place when reading back; letters of the longest Latin group (shch)
SLIP = 1  # what a letter costs that no table spells so
_MARKS = str.maketrans("", "", "\u02b9\u02ba\u02bc\u2019'\u201d\"`\u00b7\u0300\u0301\u0306\u0307\u030c\u0361\u0328\u0302\u0308")
_LETTERLESS = str.maketrans({"\u0142": "l", "\u0141": "L", "\u0111": "d"})
_DOUBLED = re.compile(r"([^aeiouy])\1")
_Spellings = Mapping[str, Sequence[tuple[str, int]]]
_NOTHING: _Spellings = {"": [("", 0)]}  # how an apostrophe is spelled, at the least
_MEMORY = 200_000  # answers remembered before a memory is emptied, so that an archive stays flat
_ADJECTIVE = "(?<=[kcg])(?:y[iyj]?|i[yij]?|a|a[yij]a|e|o[yij]?e|o[yj]?i|o[yi]u|o[hg]o|u|uyu)$"
_NOUN = "[сцз]?ь?к$"
_VOWEL_ENDS = ("oyu", "oiu", "oy", "oi", "u", "y", "i", "e")  # of inflected names, as copy spells them
_CONSONANT_ENDS = ("om", "a", "u", "i", "e")


class Letters:
    """Every Latin spelling of each letter or group of one language, with its cost: 0 by some table, 1 as a slip.

    ``record`` is what ``grouped`` makes of them: a word needs a third of its lines, and only those are read.
    """

    def __init__(self, language: str, record: bytes) -> None:
        self.language = language
        self._record = b"\n" + record + b"\n"
        self._groups: dict[str, list[tuple[str, _Spellings]]] = {}
        self._reversed: dict[str, list[tuple[str, int]]] = {}

    def groups(self, letter: str) -> list[tuple[str, _Spellings]]:
        """The groups that begin with a native letter, and of each the spellings with their cost by their first letter."""
        found = self._groups.get(letter)
        if found is None:
            head = f"\n{letter}".encode()
            start = self._record.find(head) + len(head)
            found = decoded(self._record[start : self._record.index(b"\n", start)]) if start >= len(head) else []
            self._groups[letter] = found
        return found

    @cached_property
    def spellings(self) -> dict[str, dict[str, int]]:
        """Native letters and groups → Latin spellings → their cost."""
        return {
            group: {latin: price for pairs in by_first.values() for latin, price in pairs}
            for line in self._record.decode().split()
            for group, by_first in self.groups(line[0])
        }

    def reversed(self) -> dict[str, list[tuple[str, int]]]:
        """Each Latin group with the single native letters it may spell, and the cost."""
        if not self._reversed:
            for native, options in self.spellings.items():
                for latin, price in options.items():
                    if latin and len(native) == 1 and native.isalpha():
                        self._reversed.setdefault(latin, []).append((native, price))
        return self._reversed


def grouped(spellings: Mapping[str, Mapping[str, int]]) -> bytes:
    """The record of a language, of its native letters and groups → Latin spellings → their cost.

    A line is a native letter and, in JSON, the groups that begin with it, each with its spellings by their first letter.
    """
    found: dict[str, list[tuple[str, _Spellings]]] = {}
    for group, options in spellings.items():
        found.setdefault(group[:1], []).append((group, _by_first(options)))
    for letter in APOSTROPHES:
        found.setdefault(letter, []).append((letter, _NOTHING))
    import json  # only who writes needs it

    lines = (letter + json.dumps(groups, ensure_ascii=False, separators=(",", ":")) for letter, groups in found.items())
    return "\n".join(lines).encode()


def _by_first(options: Mapping[str, int]) -> _Spellings:
    """Spellings with their cost by their first letter; "" for none at all, and what is spelled so is among each of them."""
    silent = [pair for pair in options.items() if not pair[0]]
    found = {latin[:1]: list(silent) for latin in options} | {"": silent}
    for latin, price in options.items():
        if latin:
            found[latin[0]].append((latin, price))
    return found


def plain(latin: str) -> str:
    """``latin`` without diacritics, primes and apostrophes, in small letters: as a newspaper prints it."""
    if latin.isascii() and latin.isalpha():
        return latin.lower()
    import unicodedata  # a library of its own, which few documents need

    bare = unicodedata.normalize("NFD", latin.translate(_LETTERLESS).lower())
    return bare.translate(_MARKS).replace("-", "")


def once(letters: str) -> str:
    """``letters`` without repetition of one."""
    return "".join([letter for letter, before in zip(letters, " " + letters, strict=False) if letter != before])


def cost(latin: str, native: str, letters: Letters, limit: int = 98) -> int | None:
    """How many slips turn the romanized ``native`` (one word) into ``latin``; None when it cannot be read so.

    More than ``limit`` slips count as not readable.
    """
    return walk(plain(latin), native.lower().replace("-", ""), letters, limit)


def walk(target: str, native: str, letters: Letters, limit: int = 98) -> int | None:
    """As ``cost``, of a ``plain`` spelling and a small-letter word without hyphens."""
    size = len(native)
    doubled = limit and _DOUBLED.search(target) is not None
    reached: list[dict[int, int]] = [{} for _ in range(size + 1)]  # native letters done → Latin letters done → slips
    reached[0][0] = farthest = 0
    for place in range(size):
        here = reached[place]
        if here:
            if doubled:
                _pass_doubled(target, here, limit)
            for group, by_first in letters.groups(native[place]):
                if native.startswith(group, place) and _step(target, by_first, here, reached[place + len(group)], limit):
                    farthest = max(farthest, place + len(group))
        elif place >= farthest:
            return None
    if doubled and reached[size]:
        _pass_doubled(target, reached[size], limit)
    return reached[size].get(len(target))


def _step(target: str, by_first: _Spellings, here: dict[int, int], there: dict[int, int], limit: int) -> bool:
    """Go on from each place in ``target`` reached ``here`` by each spelling that stands there; whether any does."""
    silent = by_first[""]
    for done, slips in here.items():
        for spelling, price in by_first.get(target[done : done + 1], silent):
            if slips + price <= limit and target.startswith(spelling, done):
                end = done + len(spelling)
                if slips + price < there.get(end, 99):
                    there[end] = slips + price
    return bool(there)


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


def is_as_long(latin: str, native: str) -> bool:
    """Whether a word may be spelled with so many letters as ``latin`` has."""
    return -2 <= len(latin) - len(native) <= 2 + len(native) // 2


class Costs:
    """What each spelling of a word costs, compared once: for names, which are asked about again and again.

    ``record`` gives what ``romanize.records`` made, or None; each is asked for when first needed.
    """

    def __init__(self, record: Callable[[str], bytes | None]) -> None:
        self._record = record
        self._letters: dict[str, Letters] = {}
        self._found: dict[tuple[str, str, str, int], int | None] = {}
        self._sieves: dict[str, int] = {}
        self._targets: dict[str, str] = {}

    @cached_property
    def _telling(self) -> Telling:
        return Telling(self._record("~?"))

    def target(self, latin: str) -> str:
        """``latin`` as spellings are compared with it."""
        found = self._targets.get(latin)
        if found is None:
            bound(self._targets)
            found = self._targets[latin] = plain(latin)
        return found

    def barred(self, latin: str) -> tuple[int, int]:
        """The native letters with which no word begins that ``latin`` spells, and those with which none ends."""
        return self._telling.barred(self.target(latin))

    def may_be(self, latin: str, native: str) -> bool:
        """Whether the lengths of the two words and their letters at both ends allow a cost."""
        starts, ends = self.barred(latin)
        fits = is_as_long(latin, native)
        return fits and not (BITS.get(native[0], 0) & starts or BITS.get(native[-1], 0) & ends)

    def cost(self, latin: str, native: str, language: str, limit: int = 2) -> int | None:
        """As the function ``cost``, of a small-letter word by the letters of ``language``; None beyond ``limit``."""
        return self.compared(latin, native, language, limit) if self.may_be(latin, native) else None

    def compared(self, latin: str, native: str, language: str, limit: int) -> int | None:
        """As ``cost``, of two words that may be one (see ``may_be``)."""
        if (alphabet(native) & ~self.allowed(self.sieve(latin), language)).bit_count() > limit:
            return None
        key = (latin, native, language, limit)
        if key not in self._found:
            bound(self._found)
            self._found[key] = walk(self.target(latin), native.replace("-", ""), self._letters_of(language), limit)
        return self._found[key]

    def sieve(self, latin: str) -> int:
        """For each language, the native letters that a word spelled ``latin`` may have: to be given to ``allowed``."""
        found = self._sieves.get(latin)
        if found is None:
            bound(self._sieves)
            found = self._sieves[latin] = self._telling.sieve(self.target(latin))
        return found

    def allowed(self, sieve: int, language: str) -> int:
        """The native letters of ``language`` in what ``sieve`` gave; each further one that a word has is a slip at least.

        A look at a word's letters costs a tenth of a walk, and few words of a key pass it.
        """
        return self._telling.allowed(sieve, language)

    def _letters_of(self, language: str) -> Letters:
        found = self._letters.get(language)
        if found is None:
            found = self._letters[language] = Letters(language, self._record(f"~~{language}") or b"")
        return found

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
        if latin.endswith("s") and self.cost(latin[:-1], native, language, 0) == 0:
            return 1
        end = next((end for end in ends if latin.endswith(end)), "")
        return 1 if end and self.cost(latin[: -len(end)], stem, language, 0) == 0 else None


def bound(memory: dict[Any, Any]) -> None:
    """Empty a full memory, so that an archive stays flat."""
    if len(memory) > _MEMORY:
        memory.clear()
