"""The rows that names are kept in: takes what is to be known of names under one key, gives a record and reads it again.

A record is asked for at every capitalised word of a text and most of its rows are of no use to it, so it is kept in
columns: what rows have in common once, for each row a byte that says which of these it has and a number for the letters of
its last word; then, as text that is read where a row may be of use, entries, last words and the words before them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property

from lintnews.lexicon.name_keys import ADJECTIVE
from lintnews.lexicon.table import numbers
from lintnews.lexicon.telling import alphabet
from lintnews.named import NamedTuple

STEM = -3  # where the ending of an adjective begins at the earliest
_FIRST = 0x30  # the byte of the first sort of row
_BETWEEN = "|"  # what stands between two rows, and between two sorts


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
    sorts = list(dict.fromkeys((row.sort, bool(row.earlier)) for row in rows))
    codes = {sort: _FIRST + number for number, sort in enumerate(sorts)}
    letters = [alphabet(row.last[:STEM] if row.sort.shape == ADJECTIVE else row.last) for row in rows]
    texts = [[str(row.entry) for row in rows], [row.last for row in rows], [row.earlier for row in rows]]
    head = _BETWEEN.join(f"{' '.join(map(str, sort))} {int(several)}" for sort, several in sorts)
    rest = b"".join(number.to_bytes(8, "little") for number in letters) + "\n".join(map(_BETWEEN.join, texts)).encode()
    return b"\n".join((head.encode(), bytes(codes[row.sort, bool(row.earlier)] for row in rows), rest))


class Rows:
    """A record read again, its words only where they are asked for; ``base`` is added to the numbers of its entries."""

    def __init__(self, record: bytes, base: int = 0) -> None:
        sorts, self._codes, rest = record.split(b"\n", 2)
        self._base = base
        self._sorts = list(map(_sort, sorts.split(_BETWEEN.encode())))
        size = 8 * len(self._codes)
        self._letters = numbers(memoryview(rest[:size]), "Q")
        self._text = rest[size:]

    def likely(self, limits: Callable[[Sort, bool], tuple[int, int]]) -> Iterator[tuple[str, str, Sort, str]]:
        """Last word, earlier words, sort and number (see ``number``) of the rows that ``limits`` lets through.

        It is asked for each sort, with and without earlier words, for letters (``telling.alphabet``) and how many of them a
        last word may have at most: -1 for no row of this sort. Of an adjective only the letters of its stem count.
        """
        bars: dict[int, int] = {}
        most: dict[int, int] = {}
        for code, (sort, several) in enumerate(self._sorts, _FIRST):
            bars[code], most[code] = limits(sort, several)
        found = [
            place
            for place, (code, letters) in enumerate(zip(self._codes, self._letters, strict=True))
            if (letters & bars[code]).bit_count() <= most[code]
        ]
        for place in found:
            entries, lasts, earlier = self._columns
            yield lasts[place], earlier[place], self._sorts[self._codes[place] - _FIRST][0], entries[place]

    @cached_property
    def _columns(self) -> list[list[str]]:
        return [column.split(_BETWEEN) for column in self._text.decode().split("\n")]

    def number(self, entry: str) -> int:
        """The number of the entry that a row names: most rows are dropped before anyone asks."""
        return self._base + int(entry)


@cache
def _sort(text: bytes) -> tuple[Sort, bool]:
    """A sort, and whether its rows have earlier words."""
    language, shape, hisses, origin, several = text.decode().split(" ")
    return Sort(language, int(shape), int(hisses), origin), several == "1"
