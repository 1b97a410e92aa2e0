"""The rows that names are kept in: takes what is to be known of names under one key, gives a record and reads it again.

A record is asked for at every capitalised word of a text and most of its rows are of no use to it, so it is kept in
columns: what rows have in common once, for each row a byte that says which of these it has; numbers for the letters of last
words, together for all rows with as many groups of sibilants; then, as text that is read where a row may be of use,
entries, last words and the words before them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import accumulate

from lintnews.lexicon.name_keys import ADJECTIVE, ANY_HISS
from lintnews.lexicon.table import numbers
from lintnews.lexicon.telling import ALL, ALONE, alphabet
from lintnews.named import NamedTuple

STEM = -3  # where the ending of an adjective begins at the earliest
_FIRST = 0x30  # the byte of the first sort of row
_BETWEEN = "|"  # what stands between two rows, and between two sorts
_GROUPS = 16  # more than groups of sibilants that a name has
_MOST = 2  # letters that a name may have and the word does not allow; what follows counts as such letters
_ONE_SLIP = 1 << 48
_SINGLE = 3 << 48  # what a name of one word has: barred, it may have no further letter


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
    """A native name: the number of its entry, its sort, its last word and those before it, "" for none.

    ``initials`` are the letters (``telling.initials``) that the word before the last may begin with.
    """

    entry: int
    sort: Sort
    last: str
    earlier: str
    initials: int = ALONE


def packed(rows: Iterable[Row]) -> bytes:
    """A record of ``rows``."""
    rows = list(rows)
    sorts = list(dict.fromkeys(row.sort for row in rows))
    codes = bytes(_FIRST + sorts.index(row.sort) for row in rows)
    places = sorted(range(len(rows)), key=lambda place: rows[place].sort.hisses)
    hisses = [rows[place].sort.hisses for place in places]
    columns = [bisect_left(hisses, number).to_bytes(2, "little") for number in range(ANY_HISS, ANY_HISS + _GROUPS)]
    columns += [_letters(rows[place]).to_bytes(8, "little") for place in places]
    columns += [rows[place].initials.to_bytes(4, "little") for place in places]
    columns += [place.to_bytes(2, "little") for place in places]
    texts = [[str(row.entry) for row in rows], [row.last for row in rows], [row.earlier for row in rows]]
    head = _BETWEEN.join(" ".join(map(str, sort)) for sort in sorts)
    return b"\n".join((head.encode(), codes, b"".join(columns) + "\n".join(map(_BETWEEN.join, texts)).encode()))


def _letters(row: Row) -> int:
    """The letters of the last word, of an adjective those of its stem, and what kind of name it is."""
    if row.sort.shape == ADJECTIVE:
        return alphabet(row.last[:STEM])
    return alphabet(row.last) | (0 if row.earlier else _SINGLE)


def bar(allowed: int, free: bool) -> int:
    """What ``Rows.likely`` takes for a word that allows these letters (``telling.alphabet``).

    Two further letters of a name of several words, or of an adjective, are forgiven; of other names one if ``free``, else
    none.
    """
    return ALL ^ allowed | (_ONE_SLIP if free else _SINGLE)


class Rows:
    """A record read again, its words only where they are asked for; ``base`` is added to the numbers of its entries."""

    def __init__(self, record: bytes, base: int = 0) -> None:
        self._head, self._codes, rest = record.split(b"\n", 2)
        self._base = base
        columns, ends = memoryview(rest), list(accumulate((2 * _GROUPS, *(len(self._codes) * width for width in (8, 4, 2)))))
        self._bounds = numbers(columns[: ends[0]], "H")  # where the rows begin that have so many groups of sibilants
        self._letters = numbers(columns[ends[0] : ends[1]], "Q")
        self._initials = numbers(columns[ends[1] : ends[2]], "I")
        self._places = numbers(columns[ends[2] : ends[3]], "H")
        self._text = rest[ends[3] :]

    def likely(self, bar: int, hisses: tuple[int, ...], initials: int) -> Iterator[tuple[str, str, Sort, str]]:
        """Last word, earlier words, sort and number (see ``number``) of the rows that ``bar`` lets through.

        And that have as many groups of sibilants (any when ``hisses`` names none), and before them a word that begins with
        one of ``initials``.
        """
        found: list[int] = []
        spans = [self._bounds[group - ANY_HISS :][:2] for group in hisses if group < _GROUPS + ANY_HISS - 1]
        for start, end in spans if hisses else ((0, len(self._codes)),):
            if start < end:
                rows = zip(self._letters[start:end], self._initials[start:end], self._places[start:end], strict=True)
                found += [place for letters, first, place in rows if first & initials and (letters & bar).bit_count() <= _MOST]
        if found:
            sorts, (entries, lasts, earlier) = self._columns
            for place in sorted(found):
                yield lasts[place], earlier[place], sorts[self._codes[place] - _FIRST], entries[place]

    @cached_property
    def _columns(self) -> tuple[list[Sort], list[list[str]]]:
        sorts = list(map(_sort, self._head.split(_BETWEEN.encode())))
        return sorts, [column.split(_BETWEEN) for column in self._text.decode().split("\n")]

    def number(self, entry: str) -> int:
        """The number of the entry that a row names: most rows are dropped before anyone asks."""
        return self._base + int(entry)


@cache
def _sort(text: bytes) -> Sort:
    language, shape, hisses, origin = text.decode().split(" ")
    return Sort(language, int(shape), int(hisses), origin)
