"""A read-only map from words to bytes that opens in microseconds, whatever its size.

On disk: a header, the CRC-32 of every key in ascending order, where each record starts, then the records
(key, NUL, value). A look-up bisects the hashes in place, so a start-up pays for the words of the document
and not for those of the lexicon. Little-endian on every machine; a damaged file raises ``TableError``.
"""

from __future__ import annotations

import mmap
import os
import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from zlib import crc32

_HEADER = struct.Struct("<8sIQ")  # magic, number of records, size of the file in bytes
_MAGIC = b"lnTable1"


class TableError(Exception):
    """The file is not a table, or not a whole one; the caller compiles it again."""


class Table:
    """A compiled map on disk. ``get`` takes a key and gives its bytes or None."""

    def __init__(self, path: str) -> None:
        try:
            with open(path, "rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            magic, count, size = _HEADER.unpack_from(self._map)
        except (OSError, ValueError, struct.error) as error:
            raise TableError(f"{path}: {error}") from error
        if magic != _MAGIC or size != len(self._map):
            raise TableError(f"{path}: not a whole table")
        view = memoryview(self._map)
        first = _HEADER.size
        self._hashes = _numbers(view[first : first + 4 * count])
        self._offsets = _numbers(view[first + 4 * count : first + 8 * count + 4])
        self._records = first + 8 * count + 4

    def get(self, key: str) -> bytes | None:
        """The value of ``key``, or None."""
        raw = key.encode("utf-8", "surrogatepass")
        digest = crc32(raw)
        hashes, offsets, base = self._hashes, self._offsets, self._records
        place = bisect_left(hashes, digest)
        while place < len(hashes) and hashes[place] == digest:
            start = base + offsets[place]
            end = start + len(raw)
            if self._map[start:end] == raw and self._map[end] == 0:
                return self._map[end + 1 : base + offsets[place + 1]]
            place += 1
        return None

    def __contains__(self, key: str) -> bool:
        return self.get(key) is not None

    def __len__(self) -> int:
        return len(self._hashes)

    def items(self) -> Iterator[tuple[str, bytes]]:
        """Every key with its value, in no useful order."""
        for place in range(len(self._hashes)):
            record = self._map[self._records + self._offsets[place] : self._records + self._offsets[place + 1]]
            key, _, value = record.partition(b"\0")
            yield key.decode("utf-8", "surrogatepass"), value

    @staticmethod
    def write(path: str, mapping: Mapping[str, bytes]) -> None:
        """Write ``mapping`` to ``path`` atomically: a reader sees the old file or the new one. Keys hold no NUL."""
        rows = sorted((crc32(key), key, value) for key, value in _encoded(mapping))
        offsets, place = array("I"), 0
        for _, key, value in rows:
            offsets.append(place)
            place += len(key) + 1 + len(value)
        offsets.append(place)
        hashes = array("I", [row[0] for row in rows])
        if sys.byteorder == "big":
            hashes.byteswap()
            offsets.byteswap()
        size = _HEADER.size + 4 * (len(hashes) + len(offsets)) + place
        temporary = f"{path}.{os.getpid()}.tmp"
        with open(temporary, "wb") as file:
            file.write(_HEADER.pack(_MAGIC, len(rows), size) + hashes.tobytes() + offsets.tobytes())
            file.writelines(key + b"\0" + value for _, key, value in rows)
        os.replace(temporary, path)


def _encoded(mapping: Mapping[str, bytes]) -> Iterator[tuple[bytes, bytes]]:
    for key, value in mapping.items():
        yield key.encode("utf-8", "surrogatepass"), value


def _numbers(view: memoryview) -> memoryview | array[int]:
    if sys.byteorder == "little":
        return view.cast("I")
    numbers = array("I", view.tobytes())
    numbers.byteswap()
    return numbers
