"""Flat patterns to table records: chooses the key each is kept under, and which word must stand how near to it.

A key is a folded word, or two with a space between. Its record is text, so that nothing of it need be decoded that the
document does not ask for. The first line says whether a key of two words begins with it (0 or 1), then the numbers of its
patterns that need no other word. Each further line is a guard, ``low high|word:numbers|word:numbers|``: patterns worth a
look where the word stands low to high tokens after the key (before it, when negative). ``low high#m#numbers`` says the same
of all the words in the record ``|m``, which reads ``|word:|word:|``. ``!entry variant alternative|string|string`` says that
the key calls for an alternative of an expression where the document has one of the strings. ``$n`` is the pattern n; many
keys lead to one pattern. ``>word`` lists the words with which it makes a key.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from lintnews.lexicon.forms import Element, Pattern
from lintnews.lexicon.marks import CLOSE, HYPHEN, NAME, NAME_LIMIT, NO_TOKEN, NUMBER, NUMBER_LIMIT, OPEN, waking
from lintnews.view import fold

_RARE = 3_000  # occurrences in the frequency list under which a single word is key enough
_FIGURE = 200_000  # occurrences a number is taken to have: the list has words only, and copy is full of numbers
_PAIRS = 150  # keys of two words one pattern may take; beyond it, it is kept under its rarest word
_GUARD = 24  # words a guard may have; an element of more excludes too little to be worth its room
_ROOM = 64  # keys times words of the guard of one pattern; beyond it, the keys name the words and do not list them
_STRINGS = 12  # strings a key may ask a document for, of which it must have one
_WIDE = 6  # a guard that may stand in so many places is taken only if there is no nearer one


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Guard(NamedTuple):
    """Words of which one must stand ``low`` to ``high`` tokens after the key; ``shared``: the number of their record."""

    low: int
    high: int
    words: tuple[str, ...]
    shared: int = -1


class Words(NamedTuple):
    """An element of words: folded, how common they are together, and as the body holds it."""

    folded: tuple[str, ...]
    cost: int
    json: str


class Patterns:
    """Collects patterns and gives their records. ``frequency`` says how common a folded word is."""

    def __init__(self, frequency: Callable[[str], int]) -> None:
        self._frequency = frequency
        self._keys: defaultdict[str, _Key] = defaultdict(_Key)
        self._bodies: dict[str, int] = {}
        self._shared: dict[tuple[str, ...], int] = {}
        self._elements: dict[Element, Words] = {}
        self._words: dict[str, tuple[str, int]] = {}

    def keep(self, pattern: Pattern, entry: int, variant: int) -> None:
        """Keep ``pattern`` for ``variant`` of ``entry``; the marks of a slot say which of its elements are marked."""
        elements, first, end = _marked(pattern)
        words = {n: self._element(element) for n, element in enumerate(elements) if isinstance(element, tuple)}
        anchor, keys, covered = self._anchor(elements, words)
        body = ",".join([words[n].json if n in words else _mark_json(element) for n, element in enumerate(elements)])
        few = {n: row for n, row in words.items() if n not in covered and len(row.folded) <= _GUARD}
        guard = _guard(elements, anchor, few) if few else None
        if guard and len(keys) * len(guard.words) > _ROOM:
            guard = guard._replace(shared=self._shared.setdefault(guard.words, len(self._shared)))
        pattern_row = f"[{entry},{variant},{anchor},[{body}],{first},{end}]"
        number = self._bodies.setdefault(pattern_row, len(self._bodies))
        for key in keys:
            self._keys[key].add(number, guard)

    def call(self, phrase: Sequence[str], sets: Iterable[Sequence[str]], rule: tuple[int, int, int]) -> None:
        """Let ``phrase`` call for ``rule``: an entry, its variant and an alternative of that variant's expression.

        Of each of ``sets``, the most telling first, every match holds a string.
        """
        entry, variant, alternative = rule
        elements = tuple(word if word == HYPHEN else (word,) for word in phrase)
        words = {n: self._element(element) for n, element in enumerate(elements) if isinstance(element, tuple)}
        _, keys, covered = self._anchor(list(elements), words)
        if len(covered) < len(words) or HYPHEN in phrase:
            self.keep(elements, entry, waking(variant, alternative))
            return
        row = "|".join([f"!{entry} {variant} {alternative}", *_needed(sets, " ".join(phrase))])
        for key in keys:
            self._keys[key].calls.append(row)

    def records(self) -> dict[str, bytes]:
        """The records of all patterns kept, and of the keys that lead to them."""
        for key in [key for key in self._keys if " " in key]:
            self._keys[key.partition(" ")[0]].begins = 1
        everyday = sorted(self._keys, key=lambda key: -min(self._word(word)[1] for word in key.split(" ")))
        found = {key: self._keys[key].record() for key in everyday}  # together, for they are asked for by every document
        seconds: defaultdict[str, list[str]] = defaultdict(list)
        for first, _, second in (key.partition(" ") for key in self._keys if " " in key):
            seconds[first].append(second)
        found |= {">" + first: " ".join(words) for first, words in seconds.items()}
        found |= {f"${number}": body for body, number in self._bodies.items()}
        found |= {f"|{number}": f"|{':|'.join(words)}:|" for words, number in self._shared.items()}
        return {key: text.encode("utf-8", "surrogatepass") for key, text in found.items()}

    def _element(self, element: tuple[str, ...]) -> Words:
        made = self._elements.get(element)
        if made is None:
            rows = [(*self._word(word), word) for word in element]
            stored = {folded: word for folded, _, word in rows if word != word.lower()}
            stored |= {folded: "" for folded, _, word in rows if word == word.lower()}  # small letters match either
            cost = sum(frequency for _, frequency, _ in rows)
            made = self._elements[element] = Words(tuple(stored), cost, _json(stored))
        return made

    def _word(self, word: str) -> tuple[str, int]:
        found = self._words.get(word)
        if found is None:
            folded = fold(word)
            found = self._words[word] = folded, _FIGURE if folded.isdigit() else self._frequency(folded)
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
                return n, [f"{a} {b}" for a in words[n].folded for b in words[after].folded], {n, after}
        return best, list(words[best].folded), {best}


class _Key:
    """What one key leads to."""

    __slots__ = ("_free", "_guarded", "_shared", "begins", "calls")

    def __init__(self) -> None:
        self.begins = 0
        self.calls: list[str] = []
        self._free: list[int] = []
        self._guarded: dict[tuple[int, int], dict[str, list[int]]] = {}
        self._shared: dict[tuple[int, int, int], list[int]] = {}

    def add(self, number: int, guard: Guard | None) -> None:
        """Let the key lead to the pattern ``number``."""
        if guard is None:
            self._free.append(number)
        elif guard.shared >= 0:
            self._shared.setdefault((guard.low, guard.high, guard.shared), []).append(number)
        else:
            rows = self._guarded.setdefault((guard.low, guard.high), {})
            for word in guard.words:
                rows.setdefault(word, []).append(number)

    def record(self) -> str:
        """The record of the key."""
        lines = [f"{self.begins} {_listed(self._free)}"]
        for (low, high), rows in self._guarded.items():
            lines.append(f"{low} {high}|" + "".join(f"{word}:{_listed(numbers)}|" for word, numbers in rows.items()))
        lines += (f"{low} {high}#{shared}#{_listed(numbers)}" for (low, high, shared), numbers in self._shared.items())
        return "\n".join(lines + self.calls)


def _needed(sets: Iterable[Sequence[str]], phrase: str) -> Sequence[str]:
    """Strings, in small letters, of which a document must have one for the match; none that ``phrase`` itself has."""
    for strings in sets:
        low = [text.lower() for text in strings]
        if len(low) <= _STRINGS and not any(text.strip() in phrase or "|" in text or "\n" in text for text in low):
            return low
    return ()


def _mark_json(element: Element) -> str:
    """What the body of a pattern holds for a gap or a mark."""
    return str(element) if isinstance(element, int) else _json(element)


def _listed(numbers: list[int]) -> str:
    return " ".join(map(str, numbers))


def _guard(elements: list[Element], anchor: int, among: dict[int, Words]) -> Guard:
    """The rarest of some elements (one at least), nearby ones first, and where it stands."""
    reach = {n: _reach(elements, anchor, n) for n in among}
    best = min(among, key=lambda n: (reach[n][1] - reach[n][0] >= _WIDE, among[n].cost))
    return Guard(*reach[best], among[best].folded)


def _reach(elements: list[Element], anchor: int, other: int) -> tuple[int, int]:
    """How many tokens after the element ``anchor`` the element ``other`` may stand, at least and at most."""
    least = most = 1
    for element in elements[min(anchor, other) + 1 : max(anchor, other)]:
        if isinstance(element, tuple):
            least += 1
            most += 1
        else:
            fewest, greatest = _width(element)
            least += fewest
            most += greatest
    return (least, most) if other > anchor else (-most, -least)


def _width(element: int | str) -> tuple[int, int]:
    """The least and the most tokens that a gap or a mark takes."""
    if isinstance(element, int):
        return 0, element
    if element in NO_TOKEN:
        return 0, 0
    return 1, NAME_LIMIT if element == NAME else NUMBER_LIMIT if element == NUMBER else 1


def _marked(pattern: Pattern) -> tuple[list[Element], int, int]:
    """The pattern without slot marks, and which of its elements are marked in the copy (all, or the slot's)."""
    if OPEN not in pattern:
        return list(pattern), 0, len(pattern)
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
