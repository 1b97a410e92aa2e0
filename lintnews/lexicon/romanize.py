"""Cyrillic to Latin: letter tables, and every spelling a name may take by them; the way back is ``lexicon.latin``.

Tables stand in ``rules/romanization/<language>-<system>.toml``: letters, what changes at the start of a word, after
certain letters, in sequences and endings; ``slips-<language>.toml`` holds the spellings no table gives.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

from lintnews.lexicon import telling
from lintnews.lexicon.latin import ABROAD, ANY, SLIP, THROUGH, Letters, grouped, plain
from lintnews.lexicon.name_keys import CROSSED, LANGUAGES
from lintnews.named import NamedTuple
from lintnews.typed import Any

_LONGEST_SYLLABLE = 7  # letters of a Korean syllable in Cyrillic
_LONGEST = 3  # letters of other groups by which words are compared
_APOSTROPHES = "'\u2019\u02bc"


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
    return {language: Letters(language, grouped(table)) for language, table in found.items()}


def records(folder: str) -> dict[str, Any]:
    """Table records by which ``latin.Costs`` compares words: ``~~uk`` holds letters, ``~?`` what tells words apart by them."""
    tables = compared(folder)
    every = {language: table.spellings for language, table in letters(folder).items()}
    at_home = [tables[code] for code in (*LANGUAGES, CROSSED, *(f"{code}-ko" for code in LANGUAGES)) if code in tables]
    abroad = [tables[code + ABROAD] for code in LANGUAGES if code + ABROAD in tables]
    unions = {ANY: _cheapest(*at_home), ANY + ABROAD: _cheapest(*at_home, *abroad)}
    return {"~?": telling.record(tables | unions, every)} | {f"~~{code}": grouped(table) for code, table in tables.items()}


def compared(folder: str) -> dict[str, dict[str, dict[str, int]]]:
    """What names are compared by: the spellings of each language, and of mixtures of them.

    By the press alone ("uk") and by all tables ("uk-all"); of words between Ukrainian and Russian (``CROSSED``), of Korean
    names in each language ("uk-ko"), and of what third countries make of a name ("uk-pl"; with the language's own, and without
    slips, "uk-abroad").
    """
    tables = {language: table.spellings for language, table in letters(folder, press=True).items()}
    every = letters(folder)
    found = tables | {f"{code}-all": every[code].spellings for code in LANGUAGES if code in every}
    found[CROSSED] = _cheapest(tables.get("ru", {}), tables.get("uk", {}))
    korean = tables.get("ko", {})
    for code in LANGUAGES:
        mine = tables.get(code, {})
        both = {group: korean[group] | mine[group] for group in korean.keys() & mine.keys()}
        found[f"{code}-ko"] = {**korean, **mine, **both}
        abroad = _cheapest(mine, *(tables.get(f"{code}-{other}", {}) for other in THROUGH))
        found[code + ABROAD] = {
            group: {latin: 0 for latin, price in options.items() if not price} for group, options in abroad.items()
        }
    return {code: _short(table, _LONGEST_SYLLABLE if code.endswith("ko") else _LONGEST) for code, table in found.items()}


def _short(table: Mapping[str, dict[str, int]], most: int) -> dict[str, dict[str, int]]:
    """``table`` without groups of more than ``most`` letters."""
    return {group: options for group, options in table.items() if len(group) <= most}


def _cheapest(*tables: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    """What any of ``tables`` has, each spelling at its lowest cost."""
    found: dict[str, dict[str, int]] = {}
    for table in tables:
        for group, options in table.items():
            mine = found.setdefault(group, {})
            mine.update({latin: min(price, mine.get(latin, price)) for latin, price in options.items()})
    return found


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
