"""Flat patterns to table records: chooses the key each is kept under, and what must also stand in the document.

A record of a key lists the numbers of its patterns; ``$n`` is the pattern n: its guard (the words of which one must stand
in the document, with bars), a tab, and its body in JSON. Many keys lead to one pattern. ``>word`` says that a key of two
words begins with the word.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import NamedTuple

from lintnews.lexicon.forms import Element, Pattern
from lintnews.lexicon.marks import CLOSE, HYPHEN, OPEN
from lintnews.view import fold

_RARE = 3_000  # occurrences in the frequency list under which a single word is key enough
_PAIRS = 150  # keys of two words one pattern may take; beyond it, it is kept under its rarest word
_GUARD = 24  # words a guard may have; an element of more excludes too little to be worth its room


class Words(NamedTuple):
    """An element of words: folded, how common they are together, and as the body holds it."""

    folded: tuple[str, ...]
    cost: int
    json: str


class Patterns:
    """Collects patterns and gives their records. ``frequency`` says how common a folded word is."""

    def __init__(self, frequency: Callable[[str], int]) -> None:
        self._frequency = frequency
        self._keys: dict[str, list[str]] = {}
        self._bodies: dict[str, int] = {}
        self._begins: set[str] = set()  # first words of keys of two words
        self._elements: dict[Element, Words] = {}
        self._words: dict[str, tuple[str, int]] = {}

    def keep(self, pattern: Pattern, entry: int, variant: int) -> None:
        """Keep ``pattern`` for ``variant`` of ``entry``; the marks of a slot say which of its elements are marked."""
        elements, first, end = _marked(pattern)
        words = {n: self._element(element) for n, element in enumerate(elements) if isinstance(element, tuple)}
        anchor, keys, covered = self._anchor(elements, words)
        body = ",".join(words[n].json if n in words else json.dumps(element) for n, element in enumerate(elements))
        guard = _guard([row for n, row in words.items() if n not in covered])
        pattern_row = f"{guard}\t[{entry},{variant},{anchor},[{body}],{first},{end}]"
        number = str(self._bodies.setdefault(pattern_row, len(self._bodies)))
        for key in keys:
            self._keys.setdefault(key, []).append(number)

    def records(self) -> dict[str, bytes]:
        """The records of all patterns kept: keys, bodies, and ``>word`` for each word that begins a pair."""
        found = {key: " ".join(numbers).encode() for key, numbers in self._keys.items()}
        found |= {f"${number}": body.encode("utf-8", "surrogatepass") for body, number in self._bodies.items()}
        return found | {">" + word: b"" for word in self._begins}

    def _element(self, element: tuple[str, ...]) -> Words:
        made = self._elements.get(element)
        if made is None:
            rows = [(*self._word(word), word) for word in element]
            stored = {folded: word for folded, _, word in rows if word != word.lower()}
            stored |= {folded: "" for folded, _, word in rows if word == word.lower()}  # small letters match either
            cost = sum(frequency for _, frequency, _ in rows)
            text = json.dumps(stored, ensure_ascii=False, separators=(",", ":"))
            made = self._elements[element] = Words(tuple(stored), cost, text)
        return made

    def _word(self, word: str) -> tuple[str, int]:
        found = self._words.get(word)
        if found is None:
            folded = fold(word)
            found = self._words[word] = folded, self._frequency(folded)
        return found

    def _anchor(self, elements: list[Element], words: dict[int, Words]) -> tuple[int, list[str], set[int]]:
        """The element a pattern is looked up by, its keys, and the elements these cover.

        The rarest word if it is rare, else two words that stand together, else the rarest word after all.
        """
        by_cost = sorted(words, key=lambda n: words[n].cost)
        best = by_cost[0]
        for n in by_cost if words[best].cost > _RARE else ():
            after = n + 1 + (elements[n + 1 : n + 2] == [HYPHEN])
            if after in words and len(words[n].folded) * len(words[after].folded) <= _PAIRS:
                self._begins.update(words[n].folded)
                return n, [f"{a} {b}" for a in words[n].folded for b in words[after].folded], {n, after}
        return best, list(words[best].folded), {best}


def _guard(rest: list[Words]) -> str:
    """The words of the rarest element that the keys do not cover: without one of them the pattern is not read."""
    few = [words for words in rest if len(words.folded) <= _GUARD]
    return "|".join(min(few, key=lambda words: words.cost).folded) if few else ""


def _marked(pattern: Pattern) -> tuple[list[Element], int, int]:
    """The pattern without slot marks, and which of its elements are marked in the copy (all, or the slot's)."""
    elements: list[Element] = []
    start, end = 0, 0
    for element in pattern:
        if element == OPEN:
            start = len(elements)
        elif element == CLOSE:
            end = len(elements)
        else:
            elements.append(element)
    return elements, start, end or len(elements)
