"""Cyrillic to Latin and back: letter tables, every spelling a name may take, and how well a spelling fits a name.

Tables stand in ``rules/romanization/<language>-<system>.toml``: letters, what changes at the start of a word, after
certain letters, in sequences and endings; ``slips-<language>.toml`` holds the spellings no table gives.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from lintnews.named import NamedTuple

_BEAM, _WIDEST = 60, 4  # spellings kept at a place when reading back; letters of the longest Latin group (shch)
SLIP = 1  # what a letter costs that no table spells so
_MARKS = str.maketrans("", "", "\u02b9\u02ba\u02bc\u2019'\u201d\"`\u00b7\u0300\u0301\u0306\u0307\u030c\u0361\u0328\u0302\u0308")
_LETTERLESS = str.maketrans({"\u0142": "l", "\u0141": "L", "\u0111": "d"})
_DOUBLED = re.compile(r"([^aeiouy])\1")
_APOSTROPHES = "'\u2019\u02bc"
_NOTHING = {"": [("", 0)]}  # how an apostrophe is spelled, at the least


class System(NamedTuple):
    """One romanization: a table and what it is called."""

    id: str
    name: str
    language: str
    authority: str
    letters: Mapping[str, str]
    initial: Mapping[str, str]
    after: Mapping[str, str]
    after_letters: str
    sequences: Mapping[str, str]
    endings: Mapping[str, str]
    apostrophe: str
    press: str = ""  # "modern": how news spells names today; "older": once, or in passports; "": no newspaper


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


def systems(folder: str) -> dict[str, System]:
    """Every table of ``folder`` by its id, such as "uk-kmu2010"."""
    return {name: _system(name, raw) for name, raw in _files(folder) if "letters" in raw}


def letters(folder: str, press: bool = False) -> dict[str, Letters]:
    """For each language, the spellings of all its tables and slips together, with their cost.

    A spelling of a table costs nothing; with ``press``, only one of a table that newspapers follow or followed.
    """
    files = [raw for _, raw in _files(folder)]
    found: dict[str, dict[str, dict[str, int]]] = {}
    for raw in files:
        table = found.setdefault(raw["language"], {})
        price = SLIP if press and not raw.get("press") else 0
        for part in ("letters", "initial", "after", "sequences", "endings"):
            for native, latin in raw.get(part, {}).items():
                spellings = table.setdefault(native, {})
                spellings[plain(latin)] = min(price, spellings.get(plain(latin), price))
    for raw in files:
        table = found[raw["language"]]
        for part, price in (("spellings", 0), ("slips", SLIP)):
            for native, spellings in raw.get(part, {}).items():
                for latin in spellings:
                    table.setdefault(native, {}).setdefault(plain(latin), price)
    return {language: Letters(language, table) for language, table in found.items()}


def _files(folder: str) -> Iterator[tuple[str, dict[str, Any]]]:
    import tomli

    for name in sorted(os.listdir(folder)):
        if name.endswith(".toml"):
            with open(os.path.join(folder, name), "rb") as file:
                raw = tomli.load(file)
            if "language" in raw:
                yield name[:-5], raw


def _system(name: str, raw: Mapping[str, Any]) -> System:
    tables = {key: raw.get(key, {}) for key in ("letters", "initial", "after", "sequences", "endings")}
    return System(
        name, raw["name"], raw["language"], raw["authority"], after_letters=raw.get("after_letters", ""),
        apostrophe=raw.get("apostrophe", ""), press=raw.get("press", ""), **tables,
    )  # fmt: skip


def plain(latin: str) -> str:
    """``latin`` without diacritics, primes and apostrophes, in small letters: as a newspaper prints it."""
    if latin.isascii() and latin.isalpha():
        return latin.lower()
    bare = unicodedata.normalize("NFD", latin.translate(_LETTERLESS).lower())
    return bare.translate(_MARKS).replace("-", "")


def romanize(text: str, system: System) -> str:
    """``text`` by ``system``, capitals kept; what the table does not know stays as it is."""
    return "".join(_word(part, system) for part in _words(text))


def _words(text: str) -> list[str]:
    parts: list[str] = []
    for letter in text:
        wordlike = letter.isalpha() or letter in _APOSTROPHES
        if parts and wordlike == (parts[-1][-1].isalpha() or parts[-1][-1] in _APOSTROPHES):
            parts[-1] += letter
        else:
            parts.append(letter)
    return parts


def _word(word: str, system: System) -> str:
    low = word.lower()
    ending = next((end for end in sorted(system.endings, key=len, reverse=True) if low.endswith(end) and low != end), "")
    stem = len(word) - len(ending)
    out: list[str] = []
    place = 0
    while place < stem:
        latin, width = _letter(low, place, stem, system)
        out.append(_capitals(word[place : place + width], latin, word))
        place += width
    if ending:
        out.append(_capitals(word[stem:], system.endings[ending], word))
    return "".join(out)


def _letter(low: str, place: int, stem: int, system: System) -> tuple[str, int]:
    for group, latin in system.sequences.items():
        if low.startswith(group, place) and place + len(group) <= stem:
            return latin, len(group)
    letter = low[place]
    if letter in _APOSTROPHES:
        return system.apostrophe, 1
    if place == 0 and letter in system.initial:
        return system.initial[letter], 1
    if place and letter in system.after and low[place - 1] in system.after_letters:
        return system.after[letter], 1
    return system.letters.get(letter, letter), 1


def _capitals(native: str, latin: str, word: str) -> str:
    if not native[:1].isupper():
        return latin
    return latin.upper() if word.isupper() and len(word) > 1 else latin[:1].upper() + latin[1:]


def spellings(native: str, tables: Mapping[str, System], language: str) -> dict[str, str]:
    """What every system of ``language`` makes of ``native``, as newspapers print it: spelling → system id."""
    found: dict[str, str] = {}
    for system in tables.values():
        if system.language == language:
            spelling = plain(romanize(native, system))
            found.setdefault(spelling, system.id)
    return found


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
