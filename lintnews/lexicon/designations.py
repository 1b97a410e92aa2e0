"""Designations copied by the look of their letters: takes ``rules/words/designations.toml``, gives table records.

Су-30СМ is Su-30SM; who copies what the Cyrillic letters look like writes "Su-30CM" or "Cy-30CM". Records: ``^=latin``
(small letters) is the right form of a mixed spelling.
"""

from __future__ import annotations

import os
from itertools import product

from lintnews.lexicon.romanize import System, romanize, systems

_LOOKS = dict(zip("АВЕКМНОРСТУХЗ", "ABEKMHOPCTYX3", strict=True)) | {"у": "y", "о": "o", "а": "a", "и": "u", "п": "n"}
_HABITS = {"Х": ("H", "Ch", "Kh"), "В": ("W",), "К": ("C",)}  # what engines write beside the tables
_TABLE = "ru-news"
_MOST = 200  # spellings of one designation


def of_words(folder: str, words: str) -> dict[str, str]:
    """Records of the list in the folder ``words``; ``folder`` holds the romanization tables."""
    import tomli

    path = os.path.join(words, "designations.toml")
    if not os.path.isfile(path):
        return {}
    with open(path, "rb") as file:
        natives = tomli.load(file)["designations"]
    table = systems(folder)[_TABLE]
    right = {native: _right(native, table) for native in natives}
    accepted = {form.lower() for form in right.values()}
    found: dict[str, str] = {}
    for native, form in right.items():
        for spelling in sorted(_spellings(native, table) - accepted):
            found.setdefault(f"^={spelling}", form)
    return found


def _right(native: str, table: System) -> str:
    return "".join(_romanized(letter, table) for letter in native)


def _romanized(letter: str, table: System) -> str:
    latin = romanize(letter.lower(), table)
    return latin.capitalize() if letter.isupper() else latin


def _spellings(native: str, table: System) -> set[str]:
    """Every small-letter spelling with each letter either romanized or copied by its look."""
    options = [sorted({_romanized(letter, table), _LOOKS.get(letter, letter), *_HABITS.get(letter, ())}) for letter in native]
    found = set()
    for number, choice in enumerate(product(*options)):
        spelling = "".join(choice).lower()
        if spelling.isascii():
            found.add(spelling)
        if number > _MOST:
            break
    return found
