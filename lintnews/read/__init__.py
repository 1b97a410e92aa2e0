"""Readers: one format per file, bytes to Document.

A reader is a module of this package with ``NAME`` (what ``Document.format`` says), ``SUFFIXES`` (lower case, with the
dot) and ``read(data: bytes, path: str, options: ReadOptions) -> Document``, which raises InputError. To add a format, add
its file: there is no list of them. A reader imports what is heavy inside ``read``, so that looking for a suffix costs
nothing. One whose files are mostly data and now and then copy says ``RECORDS = True``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from lintnews import folder
from lintnews.model import Document, ReadOptions
from lintnews.read import plain
from lintnews.typed import Protocol, cast


class Reader(Protocol):
    """What a module of this package offers."""

    NAME: str
    SUFFIXES: tuple[str, ...]

    def read(self, data: bytes, path: str, options: ReadOptions = ...) -> Document:
        """Make a Document of the bytes of the file at ``path``; raises InputError."""


def reader_for(path: str) -> Reader:
    """The reader for the suffix of ``path``; the plain one for a suffix that no reader claims."""
    suffix = os.path.splitext(path)[1].lower()
    if suffix in plain.SUFFIXES or not suffix:
        return cast(Reader, plain)
    return next((reader for reader in _readers(suffix[1:]) if suffix in reader.SUFFIXES), cast(Reader, plain))


def suffixes(records: bool = True) -> frozenset[str]:
    """Every suffix that some reader claims; without ``records``, those of files that are copy by their nature."""
    readers = (reader for reader in _readers() if records or not getattr(reader, "RECORDS", False))
    return frozenset(suffix for reader in readers for suffix in reader.SUFFIXES)


def _readers(wanted: str = "") -> Iterator[Reader]:
    """Every reader; first those whose name could be short for ``wanted``, so that mostly one module is imported."""
    for name in sorted(folder.names(__path__), key=lambda name: (not _abbreviates(wanted, name), name)):
        yield cast(Reader, folder.module(__name__, name))


def _abbreviates(short: str, name: str) -> bool:
    """Whether the letters of ``short`` stand in ``name`` in order, as in md for markdown and xlf for xliff."""
    letters = iter(name)
    return all(letter in letters for letter in short)
