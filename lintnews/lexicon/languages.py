"""Which language a passage in Latin letters is in: takes text, gives a language and how sure that is.

The profiles of ``langdetect`` tell how often each of 55 languages has a letter, a pair or three letters of a word. To read
them takes it a quarter of a second, so they are compiled once into a table (as the words of ``pyspellchecker`` are), and a
passage asks it only for the groups of letters that it has.
"""

from __future__ import annotations

import contextlib
import os
import re
import struct
import sys
from collections.abc import Iterator, Mapping, Sequence
from math import exp, log

from lintnews.lexicon import cache
from lintnews.lexicon.table import Table, TableError

_PROFILES = os.path.join("langdetect", "profiles")
_CODES = "*"  # the key of the languages' codes, in the order of their numbers
_ROW = struct.Struct("<BH")  # a language's number, and what a group of letters speaks for it
_SCALE = 7000  # parts of one in which that is kept
_MOST = 0xFFFF  # the highest such number
_FLOOR = 5e-5  # the probability of a group of letters in a language that does not have it
_DECIDED = log(1e5)  # the odds at which a reader would stop reading on
_RIVALS = 6  # languages that the best one is compared with
_LONGEST = 3  # letters of a group
_ENOUGH = 2_000  # code points of a passage that are looked at
_MEMORY = 1_000  # passages remembered, for an editor asks about the same ones at each keystroke
_PLAIN = "\u024f\u1eff"  # the last letter of the Latin blocks, and of the further ones that Vietnamese needs
_WORD = "[^\\W\\d_]+"
_VIETNAMESE, _ANY_VIETNAMESE = "[\u1e00-\u1eff]", "\u1ec3"  # whose letters with two marks the profiles take for one
_COMMA_BELOW = {0x218: "\u015e", 0x219: "\u015f", 0x21A: "\u0162", 0x21B: "\u0163"}  # and these for those with a cedilla


class Languages:
    """The languages there are profiles of. Use ``Languages.load()``."""

    def __init__(self, table: Table | Mapping[str, bytes]) -> None:
        self._table = table
        self._guesses: dict[str, tuple[str, float]] = {}
        self._codes = (table.get(_CODES) or b"").decode().split()

    @classmethod
    def load(cls) -> Languages:
        """Those of this installation: opened, or compiled on first use (half a second) where the wheel has none."""
        return cls(_open())

    def guess(self, text: str) -> tuple[str, float]:
        """The code of the likeliest language ("pl") and its probability from 0 to 1; ("", 0.0) with nothing to go by.

        The probability is that of coming to this language when groups of letters are drawn from ``text`` at random until
        one language is a hundred thousand times likelier than the next. The same text has the same answer.
        """
        text = text[:_ENOUGH]
        found = self._guesses.get(text)
        if found is None:
            if len(self._guesses) > _MEMORY:
                self._guesses.clear()
            found = self._guesses[text] = self._weigh(text)
        return found

    def _weigh(self, text: str) -> tuple[str, float]:
        rows = [row for group in _groups(text) if (row := self._row(group))]
        totals = [0] * len(self._codes)
        for row in rows:
            for language, weight in row.items():
                totals[language] += weight
        if not rows:
            return "", 0.0
        best, *rivals = sorted(range(len(totals)), key=lambda language: -totals[language])[: _RIVALS + 1]
        return self._codes[best], min(_odds(rows, best, rival) for rival in rivals)

    def _row(self, group: str) -> dict[int, int]:
        """What a group of letters speaks for each language that has it."""
        return dict(_ROW.iter_unpack(self._table.get(group) or b""))


def _odds(rows: Sequence[Mapping[int, int]], best: int, rival: int) -> float:
    """The probability that ``best`` is as much likelier as it takes before ``rival`` is, when ``rows`` are drawn at random."""
    steps = [(row.get(best, 0) - row.get(rival, 0)) / _SCALE for row in rows]
    mean = sum(steps) / len(steps)
    spread = sum((step - mean) ** 2 for step in steps) / len(steps)
    return 1 / (1 + exp(-2 * mean * _DECIDED / spread)) if spread else 0.5 + (mean > 0) / 2


def _groups(text: str) -> Iterator[str]:
    """The groups of letters of each word, a space for its edges; words in capitals say nothing."""
    text = re.sub(_VIETNAMESE, _ANY_VIETNAMESE, text.translate(_COMMA_BELOW))
    for word in re.findall(_WORD, text):
        if len(word) == 1 or not word.isupper():
            padded = f" {word} "
            yield from word
            for length in range(2, _LONGEST + 1):
                yield from (padded[place : place + length] for place in range(len(padded) - length + 1))


def _open() -> Table | Mapping[str, bytes]:
    with contextlib.suppress(TableError):
        return Table(cache.shipped("languages"))
    path = cache.path_for("languages", cache.digest(sources()))
    with contextlib.suppress(TableError):
        return Table(path)
    mapping = compiled()
    try:
        Table.write(path, mapping)
        cache.prune("languages")
        return Table(path)
    except (OSError, TableError):  # a cache that cannot be written costs time, nothing else
        return mapping


def sources() -> list[str]:
    """The profiles of ``langdetect``, one file a language, in order."""
    folder = _folder()
    return [os.path.join(folder, code) for code in sorted(os.listdir(folder))]


def compiled() -> dict[str, bytes]:
    """What Latin groups of letters speak for, as ``Table.write`` takes it."""
    import json

    found: dict[str, list[bytes]] = {}
    codes = []
    for number, path in enumerate(sources()):
        with open(path, encoding="utf-8") as file:
            profile = json.load(file)
        codes.append(os.path.basename(path))
        for group, count in profile["freq"].items():
            if _is_latin(group):
                weight = log(count / profile["n_words"][len(group) - 1] / _FLOOR + 1)
                found.setdefault(group, []).append(_ROW.pack(number, min(round(weight * _SCALE), _MOST)))
    return {_CODES: " ".join(codes).encode(), **{group: b"".join(rows) for group, rows in found.items()}}


def _is_latin(group: str) -> bool:
    return 0 < len(group) <= _LONGEST and all(letter <= _PLAIN[0] or "\u1e00" <= letter <= _PLAIN[1] for letter in group)


def _folder() -> str:
    # As in lexicon.vocabulary: importlib.resources would import half the standard library.
    for folder in sys.path:
        path = os.path.join(folder, _PROFILES)
        if os.path.isdir(path):
            return path
    from importlib.resources import files

    return str(files("langdetect") / "profiles")
