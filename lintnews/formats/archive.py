"""Zip archives from strangers: opened within limits, written anew with every untouched part as it was."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping

from lintnews.errors import InputError

MOST_ENTRIES = 10_000
MOST_BYTES = 256 << 20  # of all parts together, unpacked
MOST_PART = 64 << 20  # bytes of one part that is read, unpacked
_SMALL = 16 << 20  # bytes; what unpacks to less may be packed as tightly as it likes
_RATIO = 200  # unpacked to packed; the XML of office documents stays far below
_ENCRYPTED = 0x1
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError, RuntimeError)


class Archive:
    """The parts of a zip archive, by name. Nothing is unpacked until it is asked for, and nothing is ever extracted."""

    def __init__(self, data: bytes, path: str = "") -> None:
        """Open ``data``; raises InputError, with ``path``, when it is no archive, is damaged, locked or a bomb."""
        self.path = path
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except _DAMAGED as error:
            reason = "the archive is damaged, cut off or still being written"
            raise InputError(f"{reason} ({error}); save it again and lint that", path) from None
        self._check(entries, len(data))
        self._entries = {entry.filename: entry for entry in entries}

    def _check(self, entries: list[zipfile.ZipInfo], size: int) -> None:
        total = sum(entry.file_size for entry in entries)
        if len(entries) > MOST_ENTRIES or total > MOST_BYTES:
            what = f"{len(entries)} parts, {total >> 20} MB unpacked"
            limit = f"more than {MOST_ENTRIES} parts or {MOST_BYTES >> 20} MB is not opened"
            raise InputError(f"the archive holds {what}: {limit}; split the document", self.path)
        if total > max(_SMALL, _RATIO * size):
            reason = f"the archive of {size >> 10} KB would unpack to {total >> 20} MB"
            raise InputError(f"{reason}, which no document does; do not trust it", self.path)

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def names(self) -> list[str]:
        """The names of the parts, in the archive's order."""
        return list(self._entries)

    def read(self, name: str) -> bytes:
        """The bytes of the part ``name``. Raises KeyError when there is none, InputError when it cannot be unpacked."""
        entry = self._entries[name]
        if entry.file_size > MOST_PART:
            limit = f"over {MOST_PART >> 20} MB is not read"
            raise InputError(f"{name} in the archive unpacks to {entry.file_size >> 20} MB; {limit}; split it", self.path)
        return self._unpack(entry)

    def _unpack(self, entry: zipfile.ZipInfo) -> bytes:
        if entry.flag_bits & _ENCRYPTED:
            raise InputError("the archive is locked with a password; save it without one", self.path)
        if entry.file_size > max(_SMALL, _RATIO * entry.compress_size):
            reason = f"{entry.filename} in the archive would unpack to {entry.file_size >> 20} MB"
            raise InputError(f"{reason}, far more than any document; do not trust it", self.path)
        try:
            return self._zip.read(entry)
        except _DAMAGED as error:
            reason = f"{entry.filename} in the archive is damaged ({error})"
            raise InputError(f"{reason}; save the document again and lint that", self.path) from None

    def replaced(self, parts: Mapping[str, bytes]) -> bytes:
        """The archive with these parts in place of the ones so named, or added at the end.

        All other parts keep their bytes, their order, their dates and how they are packed. Raises InputError when one of
        them cannot be unpacked.
        """
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            for name, entry in self._entries.items():
                new.writestr(entry, parts[name] if name in parts else self._unpack(entry))
            for name in parts:
                if name not in self._entries:
                    added = zipfile.ZipInfo(name)  # dated 1980, as office programs do: the same input, the same output
                    added.compress_type = zipfile.ZIP_DEFLATED
                    new.writestr(added, parts[name])
        return out.getvalue()
