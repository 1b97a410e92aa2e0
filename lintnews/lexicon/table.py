"""A read-only map from words to bytes that opens in microseconds, whatever its size.

On disk: a header; for each bucket, that is for each value of the first bits of a key's CRC-32, the number of its first
record; for each record its CRC-32, where it starts and where it ends, in ascending order; then the records (key, NUL,
value) in the order in which they were given: what is asked for together should lie together. A look-up reads a bucket of
one record or two, so a start-up pays for the words of the document and not for those of the lexicon. Little-endian on
every machine; a damaged file raises ``TableError``.
"""

from __future__ import annotations

import mmap
import os
import sys
from collections.abc import Iterator, Mapping
from itertools import accumulate
from zlib import crc32

from lintnews.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from array import array

_MAGIC = b"lnTable2"
_BITS = 14  # of a CRC-32 that find the line of a word among ``Counts``
_HEADER = 24  # bytes: magic (8), number of records (4), bits of a bucket's number (4), size of the file in bytes (8)


class TableError(Exception):
    """The file is not a table, or not a whole one; the caller compiles it again."""


class Table:
    """A compiled map on disk. ``get`` takes a key and gives its bytes or None."""

    def __init__(self, path: str) -> None:
        try:
            with open(path, "rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise TableError(f"{path}: {error}") from error
        head = self._map[:_HEADER]
        count, bits, size = (int.from_bytes(head[start:end], "little") for start, end in ((8, 12), (12, 16), (16, 24)))
        if head[:8] != _MAGIC or size != len(self._map):
            raise TableError(f"{path}: not a whole table")
        index = _HEADER + 4 * ((1 << bits) + 1)
        self._records = index + 12 * count
        self._count = count
        self._shift = 32 - bits
        view = memoryview(self._map)
        self._buckets = numbers(view[_HEADER : index], "I")
        self._index = numbers(view[index : self._records], "I")  # the CRC-32, the start and the end of each record in turn

    def get(self, key: str) -> bytes | None:
        """The value of ``key``, or None."""
        start, end = self._find(key.encode("utf-8", "surrogatepass"))
        return self._map[start:end] if start else None

    def _find(self, raw: bytes) -> tuple[int, int]:
        """Where the value of a key stands in the file; 0, 0 when there is none."""
        digest = crc32(raw)
        bucket = digest >> self._shift
        index = self._index
        for place in range(3 * self._buckets[bucket], 3 * self._buckets[bucket + 1], 3):
            if index[place] == digest:
                start = self._records + index[place + 1]
                end = start + len(raw)
                if self._map[start:end] == raw and self._map[end] == 0:
                    return end + 1, self._records + index[place + 2]
        return 0, 0

    def part(self, key: str) -> memoryview:
        """The value of ``key`` (nothing when there is none) as it lies in the file, of which a caller reads what he needs."""
        start, end = self._find(key.encode("utf-8", "surrogatepass"))
        return memoryview(self._map)[start:end]

    def numbers(self, key: str) -> memoryview:
        """The value of ``key`` that ``packed`` made."""
        return numbers(self.part(key), "I")

    def lines(self, key: str) -> Lines:
        """The value of ``key``, which is lines of text."""
        start, _ = self._find(key.encode("utf-8", "surrogatepass"))
        return Lines(self._map, start)

    def counts(self, key: str) -> Counts:
        """The value of ``key`` that ``counted`` made."""
        start, _ = self._find(key.encode("utf-8", "surrogatepass"))
        return Counts(self._map, start)

    def __contains__(self, key: str) -> bool:
        return self.get(key) is not None

    def __len__(self) -> int:
        return self._count

    def items(self) -> Iterator[tuple[str, bytes]]:
        """Every key with its value, in no useful order."""
        for place in range(1, 3 * self._count, 3):
            record = self._map[self._records + self._index[place] : self._records + self._index[place + 1]]
            key, _, value = record.partition(b"\0")
            yield key.decode("utf-8", "surrogatepass"), value

    @staticmethod
    def write(path: str, mapping: Mapping[str, bytes]) -> None:
        """Write ``mapping`` to ``path`` atomically: a reader sees the old file or the new one. Keys hold no NUL."""
        from array import array  # only who writes needs it

        records = list(_encoded(mapping))
        starts = list(accumulate((len(key) + 1 + len(value) for key, value in records), initial=0))
        rows = sorted((crc32(key), number) for number, (key, _) in enumerate(records))
        bits = max(1, min(len(rows).bit_length(), 24))
        buckets, index = array("I"), array("I")
        for place, (digest, number) in enumerate(rows):
            buckets.extend([place] * ((digest >> (32 - bits)) + 1 - len(buckets)))
            index.extend((digest, starts[number], starts[number + 1]))
        buckets.extend([len(rows)] * ((1 << bits) + 1 - len(buckets)))
        if sys.byteorder == "big":
            buckets.byteswap()
            index.byteswap()
        size = _HEADER + 4 * (len(buckets) + len(index)) + starts[-1]
        head = _MAGIC + len(rows).to_bytes(4, "little") + bits.to_bytes(4, "little") + size.to_bytes(8, "little")
        temporary = f"{path}.{os.getpid()}.tmp"
        with open(temporary, "wb") as file:
            file.write(head + buckets.tobytes() + index.tobytes())
            file.writelines(key + b"\0" + value for key, value in records)
        os.replace(temporary, path)


class Lines:
    """Lines of text in a file, each known by the number of the byte it begins with."""

    def __init__(self, file: mmap.mmap, start: int) -> None:
        self._map = file
        self._start = start

    def __getitem__(self, number: int) -> str:
        start = self._start + number
        return self._map[start : self._map.find(b"\n", start)].decode("utf-8", "surrogatepass")


class Counts:
    """Words and how often each was counted, as ``counted`` puts them together; asked for hundreds of words at a start.

    A table would look into three places for each. Here a number says where the lines begin whose words have the same first
    bits of their CRC-32, a dozen of them, and those are searched as text.
    """

    def __init__(self, data: bytes | mmap.mmap, start: int = 0) -> None:
        first = start + 4 * (1 << _BITS)
        self._data = data
        self._ends = numbers(memoryview(data)[start:first], "I")
        self._first = first

    def __getitem__(self, word: str) -> int:
        """How often ``word`` was counted; 0 for one that is not there."""
        raw = word.encode("utf-8", "surrogatepass")
        place = self._place(raw)
        if place < 0:
            return 0
        start = place + len(raw) + 2
        return int(self._data[start : self._data.find(b"\n", start)])

    def __contains__(self, word: str) -> bool:
        return self._place(word.encode("utf-8", "surrogatepass")) >= 0

    def _place(self, raw: bytes) -> int:
        number = crc32(raw) >> (32 - _BITS)
        first, ends = self._first, self._ends
        return self._data.find(b"\n%b " % raw, first + (ends[number - 1] if number else 0), first + ends[number] + 1)


def counted(counts: Mapping[str, int]) -> bytes:
    """Words without white space, and how often each was counted, as ``Counts`` reads them."""
    from array import array

    lines: list[bytes] = [b""] * (1 << _BITS)
    for word, count in counts.items():
        raw = word.encode("utf-8", "surrogatepass")
        lines[crc32(raw) >> (32 - _BITS)] += b"\n%b %d" % (raw, count)
    return packed(array("I", accumulate(map(len, lines)))) + b"".join(lines) + b"\n"


def packed(numbers: array[int]) -> bytes:
    """Numbers of 32 bits as ``Table.numbers`` reads them."""
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers.tobytes()


def _encoded(mapping: Mapping[str, bytes]) -> Iterator[tuple[bytes, bytes]]:
    for key, value in mapping.items():
        yield key.encode("utf-8", "surrogatepass"), value


def numbers(view: memoryview, code: str) -> memoryview:
    """The numbers that a record holds, little-endian and as wide as ``code`` of `array` says."""
    if sys.byteorder == "little":
        return view.cast(code)  # type: ignore[call-overload, no-any-return]
    from array import array

    found = array(code, view.tobytes())
    found.byteswap()
    return memoryview(found)
