"""Rules that are regular expressions: takes a View and a Lexicon, gives Hits and the rules that ran away.

An expression runs only in a segment that holds one of its literals, and never longer than its time limit, which grows
with the segment. One that describes a whole line (``^…$``) runs only in short lines: that is what page leftovers are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate
from typing import Any

from lintnews.lexicon.lexicon import Lexicon
from lintnews.lexicon.marks import MARGIN
from lintnews.model import Hit, Segment
from lintnews.view import View

_LETTERS = re.compile("[a-z]+")
_TELLING = 3  # letters under which a string is nearly everywhere
_HANDFUL, _SHARE = 50, 6  # places are looked at one by one when they are so few, or so small a part of all
TIMEOUT = 0.5  # seconds one rule may take on a segment, however short
_LINE = 150  # code points of the longest line that can be a page leftover
PACE = 4_000_000  # code points a second; on a segment of megabytes a rule may take as long as that makes


class Expressions:
    """The expression rules of a lexicon; compiled the first time a literal of theirs is met."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._rules = list(lexicon.raw_rules())
        self._lexicon = lexicon
        self._compiled: dict[tuple[int, int], Any] = {}

    def find(self, view: View) -> tuple[list[Hit], list[str]]:
        """Hits in ``view``, and a message for each rule stopped by its time limit."""
        hits: list[Hit] = []
        stopped: list[str] = []
        present = _Present(view)
        whole, lines = _Text(view, view.document.segments, present), _Text(view, _short_lines(view), present)
        for entry, variant, literals, of_line, openings in self._rules:
            places = (lines if of_line else whole).holding_all(literals, openings)
            try:
                hits += self._run(view, entry, variant, places) if places else ()
            except TimeoutError:
                stopped.append(f"the rule {self._lexicon.entry(entry)['id']!r} took too long and was stopped")
        return hits, stopped

    def _run(self, view: View, entry: int, variant: int, places: list[tuple[int, int]]) -> Iterator[Hit]:
        record = self._lexicon.entry(entry)["variants"][variant]
        expression = self._expression(entry, variant, record)
        mark = record.get("mark", 0)
        for start, end in places:
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


class _Present(dict[str, bool]):
    """Strings → whether their longest run of letters is part of any word: looked up in the words, a tenth of the text."""

    def __init__(self, view: View) -> None:
        super().__init__()
        self._words = "\n".join(view.words)

    def __missing__(self, text: str) -> bool:
        letters = max(_LETTERS.findall(text.lower()), key=len, default="")
        self[text] = found = len(letters) < _TELLING or letters in self._words
        return found


def _cost(literals: list[str]) -> tuple[bool, int]:
    """Sets of few strings are looked for first, but not those that are everywhere."""
    return min(map(len, literals)) < _TELLING, len(literals)


class _Text:
    """Some places of a view, searched together for literals: small letters match either case, capitals only capitals."""

    def __init__(self, view: View, places: Iterable[tuple[int, int] | Segment], present: _Present) -> None:
        self._present = present
        self._places = [(place[0], place[1]) for place in places]
        self._ends = list(accumulate(end - start + 1 for start, end in self._places))
        self._plain = "\n".join(view.plain[start:end] for start, end in self._places)
        self._folded = "\n".join(view.folded[start:end] for start, end in self._places)

    def holding_all(self, sets: list[list[str]], openings: list[str]) -> list[tuple[int, int]]:
        """Each place that holds one string of each of ``sets`` and begins with one of ``openings``, once and in order."""
        found = self._beginning(tuple(openings)) if openings else None
        for literals in sorted(sets, key=_cost):
            if found is None:
                found = self._holding(literals)
            elif len(found) <= _HANDFUL + len(self._places) // _SHARE:
                found = {number for number in found if self._holds(number, literals)}
            else:
                found &= self._holding(literals)
            if not found:
                return []
        return [self._places[number] for number in sorted(range(len(self._places)) if found is None else found)]

    def _beginning(self, heads: tuple[str, ...]) -> set[int]:
        return {number for number, line in enumerate(self._lines) if line.startswith(heads)}

    @cached_property
    def _lines(self) -> list[str]:
        return [self._folded[self._start(n) : end].lstrip(MARGIN) for n, end in enumerate(self._ends)]

    def _holds(self, number: int, literals: list[str]) -> bool:
        start, end = self._start(number), self._ends[number]
        return any(
            (self._folded if literal == literal.lower() else self._plain).find(literal, start, end) >= 0
            for literal in filter(self._present.__getitem__, literals)
        )

    def _start(self, number: int) -> int:
        return self._ends[number - 1] if number else 0

    def _holding(self, literals: list[str]) -> set[int]:
        found: set[int] = set()
        for literal in filter(self._present.__getitem__, literals):
            text = self._folded if literal == literal.lower() else self._plain
            at = text.find(literal)
            while at >= 0:
                number = bisect_right(self._ends, at)
                found.add(number)
                at = text.find(literal, self._ends[number])
        return found


def _short_lines(view: View) -> Iterator[tuple[int, int]]:
    for segment in view.document.segments:
        start = segment.start
        while start < segment.end:
            end = view.plain.find("\n", start, segment.end)
            end = segment.end if end < 0 else end
            if 0 < end - start <= _LINE:
                yield start, end
            start = end + 1
