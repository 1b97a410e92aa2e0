"""What the lexicon knows of a rule or of a place: the entry, and where it stands. For the worker thread."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from pygls.uris import from_fs_path

from lintnews.lexicon.lexicon import Lexicon
from lintnews.linter import Linter
from lintnews.model import Document, Span

_ADDRESS = re.compile(r"https?://[^\s<>]+")


class Entry(NamedTuple):
    """An entry of a rules file: its record (see ``lexicon.compile``) and the place it stands in, ``line`` from 1."""

    record: dict[str, Any]
    path: str
    line: int

    @property
    def native(self) -> dict[str, list[str]]:
        """The native forms by language."""
        return dict(self.record.get("native", {}))

    @property
    def address(self) -> str:
        """Where its source is on the web; "" when it names none."""
        found = _ADDRESS.search(self.record.get("source", ""))
        return found[0] if found else ""


class Term(NamedTuple):
    """A right form of the glossary in a draft."""

    span: Span
    entry: Entry


def entry(lexicon: Lexicon, number: int) -> Entry:
    """The entry with this number."""
    record = lexicon.entry(number)
    return Entry(record, str(record["path"]), int(record.get("line", 1)))


def entry_of(lexicon: Lexicon, rule: str) -> Entry | None:
    """The entry behind a rule id (kind/id); None for a check's rule."""
    number = next(lexicon.numbers(rule.rpartition("/")[2]), None)
    return None if number is None else entry(lexicon, number)


def link(linter: Linter, rule: str) -> str:
    """Where to read about ``rule``: its source on the web, else the line of its entry as a file URI, else ""."""
    found = entry_of(linter.lexicon, rule)
    if found is None:
        return ""
    return found.address or f"{from_fs_path(found.path)}#L{found.line}"


def term_at(linter: Linter, document: Document, offset: int) -> Term | None:
    """The right form at ``offset``, the longest if there are several; None when there is none."""
    around = tuple(segment for segment in document.segments if segment.start <= offset <= segment.end)
    _, right, _ = linter.mentions(document._replace(segments=around, remarks=()))
    there = [hit for hit in right if hit.start <= offset <= hit.end]
    if not there:
        return None
    best = max(there, key=lambda hit: hit.end - hit.start)
    return Term(Span(best.start, best.end), entry(linter.lexicon, best.entry))
