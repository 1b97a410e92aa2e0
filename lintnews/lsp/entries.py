"""What the lexicon knows of a rule: its entry, where that stands, and where to read more. For the worker thread."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from pygls.uris import from_fs_path

from lintnews.lexicon.lexicon import Lexicon
from lintnews.linter import Linter

_ADDRESS = re.compile(r"https?://\S+")


class Entry(NamedTuple):
    """An entry of a rules file: its record (see ``lexicon.compile``) and the place it stands in, ``line`` from 1."""

    record: dict[str, Any]
    path: str
    line: int

    @property
    def native(self) -> list[tuple[str, list[str]]]:
        """The native forms by language."""
        return list(self.record.get("native", {}).items())


def entry_of(lexicon: Lexicon, rule: str) -> Entry | None:
    """The entry behind a rule id (kind/id); None for a check's rule."""
    number = next(lexicon.numbers(rule.rpartition("/")[2]), None)
    return None if number is None else entry(lexicon, number)


def entry(lexicon: Lexicon, number: int) -> Entry:
    """The entry with this number."""
    record = lexicon.entry(number)
    return Entry(record, str(record["path"]), int(record.get("line", 1)))


def link(linter: Linter, rule: str) -> str:
    """Where to read about ``rule``: its source on the web, else the line of its entry as a file URI, else ""."""
    found = entry_of(linter.lexicon, rule)
    if found is None:
        return ""
    address = _ADDRESS.search(found.record.get("source", ""))
    if address:
        return address[0]
    return f"{from_fs_path(found.path)}#L{found.line}"
