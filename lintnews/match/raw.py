"""Rules that are regular expressions: takes a View and a Lexicon, gives Hits and the rules that ran away.

An expression runs only in a segment that holds one of its literals, and never longer than its time limit, which grows with the segment.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lintnews.lexicon.lexicon import Lexicon
from lintnews.model import Hit
from lintnews.view import View

TIMEOUT = 0.5  # seconds one rule may take on a segment, however short
PACE = 4_000_000  # code points a second; on a segment of megabytes a rule may take as long as that makes


class Expressions:
    """The expression rules of a lexicon; compiled the first time a literal of theirs is met."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._rules = [(entry, variant, [text.lower() for text in literals]) for entry, variant, literals in lexicon.raw_rules()]
        self._lexicon = lexicon
        self._compiled: dict[tuple[int, int], Any] = {}

    def find(self, view: View) -> tuple[list[Hit], list[str]]:
        """Hits in ``view``, and a message for each rule stopped by its time limit."""
        hits: list[Hit] = []
        stopped: list[str] = []
        folded = view.folded
        for entry, variant, literals in self._rules:
            spots = [place for text in literals if (place := folded.find(text)) >= 0]
            if not spots:
                continue
            try:
                hits += self._run(view, entry, variant, literals)
            except TimeoutError:
                stopped.append(f"the rule {self._lexicon.entry(entry)['id']!r} took too long and was stopped")
        return hits, stopped

    def _run(self, view: View, entry: int, variant: int, literals: list[str]) -> Iterator[Hit]:
        record = self._lexicon.entry(entry)["variants"][variant]
        expression = self._expression(entry, variant, record)
        mark = record.get("mark", 0)
        for start, end in _segments_with(view, literals):
            limit = TIMEOUT + (end - start) / PACE
            for match in expression.finditer(view.plain, start, end, timeout=limit):
                if match.end(mark) > match.start(mark):
                    suggest = tuple(_expand(match, text) for text in record.get("suggest", ()))
                    first = view.token_at(match.start(mark))
                    last = max(first, view.token_at(match.end(mark) - 1))
                    yield Hit(match.start(mark), match.end(mark), entry, variant, first, last, suggest)

    def _expression(self, entry: int, variant: int, record: dict[str, Any]) -> Any:
        found = self._compiled.get((entry, variant))
        if found is None:
            import regex

            flags = regex.MULTILINE | (0 if record.get("exact") else regex.IGNORECASE)
            found = self._compiled[entry, variant] = regex.compile(record["regex"], flags)
        return found


def _expand(match: Any, template: str) -> str:
    return str(match.expand(template)) if "\\" in template else template


def _segments_with(view: View, literals: list[str]) -> Iterator[tuple[int, int]]:
    """Each segment that holds one of the literals, once."""
    done = -1
    places = sorted(_occurrences(view.folded, literals))
    for place in places:
        if place < done:
            continue
        segment = view.segment_at(place)
        if segment is not None:
            done = segment.end
            yield segment.start, segment.end


def _occurrences(text: str, literals: list[str]) -> Iterator[int]:
    for literal in literals:
        place = text.find(literal)
        while place >= 0:
            yield place
            place = text.find(literal, place + 1)
