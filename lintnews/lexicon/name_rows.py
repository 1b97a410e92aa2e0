"""The rows that names are kept in: takes what is to be known of names under one key, gives a record and reads it again.

A record is asked for at every capitalised word of a text and most of its rows are of no use to it, so it is kept in
columns, one a line: what rows have in common once, for each row a letter that says which of these it has, then entries,
last words and the words before them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from lintnews.named import NamedTuple

_FIRST = 0x30  # the letter of the first sort of row
_BETWEEN = "|"  # what stands between two rows' earlier words, and between two sorts


class Sort(NamedTuple):
    """What rows have in common: see ``name_records``."""

    language: str
    shape: int
    hisses: int
    origin: str

    @property
    def table(self) -> str:
        """What the spellings of these rows are called, see ``romanize.compared``."""
        return f"{self.language}-ko" if self.origin == "ko" else self.language


class Row(NamedTuple):
    """A native name: the number of its entry, its sort, its last word and those before it, "" for none."""

    entry: int
    sort: Sort
    last: str
    earlier: str


def packed(rows: Iterable[Row]) -> bytes:
    """A record of ``rows``."""
    rows = list(rows)
    sorts = list(dict.fromkeys(row.sort for row in rows))
    letters = {sort: chr(_FIRST + number) for number, sort in enumerate(sorts)}
    earlier = _BETWEEN.join(row.earlier for row in rows)
    lines = (
        _BETWEEN.join(" ".join(map(str, sort)) for sort in sorts),
        "".join(letters[row.sort] for row in rows),
        " ".join(str(row.entry) for row in rows),
        " ".join(row.last for row in rows),
        earlier if earlier.strip(_BETWEEN) else "",
    )
    return "\n".join(lines).encode()


class Rows:
    """A record read again; ``base`` is added to the numbers of its entries."""

    def __init__(self, record: bytes, base: int = 0) -> None:
        sorts, self._letters, entries, lasts, earlier = record.decode().split("\n")
        self._base = base
        self._sorts = {chr(_FIRST + number): _sort(text) for number, text in enumerate(sorts.split(_BETWEEN))}
        self._entries = entries.split(" ")
        self._lasts = lasts.split(" ")
        self._earlier = earlier.split(_BETWEEN) if earlier else [""] * len(self._lasts)

    def of(self, hisses: tuple[int, ...], most: int) -> list[tuple[str, str, Sort, str]]:
        """Last word, earlier words, sort and number (see ``number``) of the rows with as many groups of sibilants.

        Of all when ``hisses`` names none; with ``most`` 1, of names of one word alone.
        """
        found = {letter: sort for letter, sort in self._sorts.items() if not hisses or sort.hisses in hisses}
        if not found:
            return []
        rows = zip(self._lasts, self._earlier, map(found.get, self._letters), self._entries, strict=True)
        return [(last, earlier, sort, entry) for last, earlier, sort, entry in rows if sort and (most > 1 or not earlier)]

    def number(self, entry: str) -> int:
        """The number of the entry that a row names: most rows are dropped before anyone asks."""
        return self._base + int(entry)


@cache
def _sort(text: str) -> Sort:
    language, shape, hisses, origin = text.split(" ")
    return Sort(language, int(shape), int(hisses), origin)
