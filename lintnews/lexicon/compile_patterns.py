"""Flat patterns to table records: chooses the key each is kept under, and which word must stand how near to it.

A key is a folded word, or two with a space between. It is known by its digest, and so is a key with a word that stands
beside it: a chain of checksums, of which a document makes thousands at the cost of a few. What stands under the digests
are numbers (``$numbers``, in the order of ``$digests``, which ``$buckets`` divides), and their highest bits say of what:

- a pattern, or a right form: its line. Under the digest of the key when it needs no other word, else of key and word;
- a call: the line that says which alternative of an expression the key calls for, and the strings of which the document
  must have one (``entry variant alternative|string|string``);
- a reach: how far from the key (counted from ``FURTHEST`` tokens before it) a word may stand that guards patterns;
- a quotation mark, and how far from the key the word stands that it must open before: what it leads to is under the digest
  of the key with the mark (``beside_quote``), as if that were the key;
- a guard, where too many words guard too many keys to keep each pair: the line of these words (``|word|word|``), under
  the digest of the key plus the reach. The patterns are then under that of the key with the bits of the guard's number changed.

``$sieve`` has two bits for every digest and for every word of a guard beside its key: where they are not set, nothing is
kept. ``$lines`` are the lines, a line's number is that of its first byte. A pattern reads ``entry variant anchor first end
element element`` with tabs between; an element is ``|word:|word:Form|``, ``=`` and the number of a line that reads so, a
number (a gap) or a mark. The first line of all says how many tokens a right form may take.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import NamedTuple
from zlib import crc32

from lintnews.errors import RuleError
from lintnews.lexicon.anchors import beside_quote, buckets, digest, encoded, sieve
from lintnews.lexicon.forms import Element, Pattern
from lintnews.lexicon.marks import (
    CALLS,
    CLOSE,
    DIGEST,
    FURTHEST,
    GUARDS,
    HYPHEN,
    KIND_BITS,
    NAME,
    NAME_LIMIT,
    NO_TOKEN,
    NUMBER,
    NUMBER_LIMIT,
    OPEN,
    QUOTE,
    QUOTED,
    REACHES,
    RIGHT,
    RIGHT_FORMS,
    waking,
)
from lintnews.lexicon.table import packed
from lintnews.view import fold

_RARE = 3_000  # occurrences in the frequency list under which a single word is key enough
_FIGURE = 200_000  # occurrences a number is taken to have: the list has words only, and copy is full of numbers
_PAIRS = 150  # keys of two words one pattern may take; beyond it, it is kept under its rarest word
_ROOM = 64  # keys times words and places of the guard of one pattern; beyond it, the keys name the words on a line
_MOST = 5_000  # the same from which on a guard is not worth its room
_SHORT = 24  # letters of a set of words that is not worth a line of its own
_MARGIN = 4  # digits of the number on the first line
_STRINGS = 16  # strings a key may ask a document for, of which it must have one
_WIDE = 6  # a guard that may stand in so many places is taken only if there is no nearer one


class Guard(NamedTuple):
    """Words of which one must stand ``low`` to ``high`` tokens after the key."""

    low: int
    high: int
    words: tuple[str, ...]


class Words(NamedTuple):
    """An element of words: folded, how common they are together, and as a line holds it."""

    folded: tuple[str, ...]
    cost: int
    text: str


class Patterns:
    """Collects patterns and gives their records. ``frequency`` says how common a folded word is."""

    def __init__(self, frequency: Callable[[str], int]) -> None:
        self._frequency = frequency
        self._rows = array("Q")  # the digest, and in the lower half the number of what it leads to
        self._places: dict[str, int] = {}  # a line → the byte it begins with
        self._beside = array("I")  # digests of words that guards on a line of their own have
        self._size = 0
        self._widest = 0
        self._elements: dict[Element, Words] = {}
        self._words: dict[str, tuple[str, int]] = {}
        self._raws: dict[str, bytes] = {}
        self._line(" " * _MARGIN)  # room for the number that comes last

    def keep(self, pattern: Pattern, entry: int, variant: int) -> None:
        """Keep ``pattern`` for ``variant`` of ``entry``; the marks of a slot say which of its elements are marked."""
        elements, first, end = _marked(pattern)
        words = {n: self._element(element) for n, element in enumerate(elements) if isinstance(element, tuple)}
        anchor, keys, covered = self._anchor(elements, words)
        body = "\t".join([words[n].text if n in words else str(element) for n, element in enumerate(elements)])
        number = self._line(f"{entry}\t{variant}\t{anchor}\t{first}\t{end}\t{body}")
        if variant == RIGHT:
            self._widest = max(self._widest, sum(1 if isinstance(e, tuple) else _width(e)[1] for e in elements))
            number |= RIGHT_FORMS
        guard = _guard(elements, anchor, {n: row for n, row in words.items() if n not in covered})
        quoted = _quoted(elements, anchor)
        for key in keys:
            self._lead(self._behind_quote(digest(key), quoted), number, guard, len(keys))

    def _behind_quote(self, key: int, place: int | None) -> int:
        """What patterns are kept under that need a quotation mark at the token so far from a key; nothing changes for others."""
        if place is None:
            return key
        self._rows.append(key << 32 | QUOTED | FURTHEST + place)
        return beside_quote(key, FURTHEST + place)

    def _lead(self, key: int, number: int, guard: Guard | None, keys: int) -> None:
        """Let one of the ``keys`` of a pattern lead to it, where a word of ``guard`` stands beside the key."""
        room = keys * len(guard.words) * (guard.high - guard.low + 1) if guard else _MOST
        if not guard or room >= _MOST:
            self._rows.append(key << 32 | number)
            return
        shared = GUARDS | self._line(f"|{'|'.join(guard.words)}|") if room > _ROOM else 0
        if shared:
            self._rows.append((key ^ shared) << 32 | number)
        for reach in range(FURTHEST + guard.low, FURTHEST + guard.high + 1):
            start = key + reach & DIGEST
            self._rows.append(key << 32 | REACHES | reach)
            beside = [crc32(self._raw(word), start) for word in guard.words]
            if shared:
                self._rows.append(start << 32 | shared)
                self._beside.extend(beside)
            else:
                self._rows.extend([found << 32 | number for found in beside])

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
        number = self._line("|".join([f"{entry} {variant} {alternative}", *_needed(sets, " ".join(phrase))]))
        self._rows.extend([digest(key) << 32 | CALLS | number for key in keys])

    def records(self) -> dict[str, bytes]:
        """The records of all patterns kept, and of the keys that lead to them."""
        rows = sorted(set(self._rows))
        digests = array("I", [row >> 32 for row in rows])
        lines = "\n".join([str(self._widest).ljust(_MARGIN), *islice(self._places, 1, None), ""])
        return {
            "$sieve": sieve(digests + self._beside),
            "$buckets": packed(buckets(digests)),
            "$digests": packed(digests),
            "$numbers": packed(array("I", [row & DIGEST for row in rows])),
            "$lines": lines.encode("utf-8", "surrogatepass"),
        }

    def _line(self, text: str) -> int:
        """The number of a line. Raises RuleError when there is no room for more."""
        found = self._places.get(text)
        if found is None:
            found = self._places[text] = self._size
            self._size += len(text.encode("utf-8", "surrogatepass")) + 1
            if self._size >> KIND_BITS:
                raise RuleError("more patterns than one table holds (256 MB of them); give them as several glossaries")
        return found

    def _raw(self, word: str) -> bytes:
        found = self._raws.get(word)
        if found is None:
            found = self._raws[word] = encoded([word])[0]
        return found

    def _element(self, element: tuple[str, ...]) -> Words:
        made = self._elements.get(element)
        if made is None:
            rows = [(*self._word(word), word) for word in element]
            stored = {folded: word for folded, _, word in rows if word != word.lower()}
            stored |= {folded: "" for folded, _, word in rows if word == word.lower()}  # small letters match either
            cost = sum(frequency for _, frequency, _ in rows)
            text = "|".join(["", *(f"{folded}:{word}" for folded, word in stored.items()), ""])
            if len(text) > _SHORT:
                text = f"={self._line(text)}"
            made = self._elements[element] = Words(tuple(stored), cost, text)
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


def _needed(sets: Iterable[Sequence[str]], phrase: str) -> Sequence[str]:
    """Strings, in small letters, of which a document must have one for the match; none that ``phrase`` itself has."""
    for strings in sets:
        low = [text.lower() for text in strings]
        if len(low) <= _STRINGS and not any(text.strip() in phrase or "|" in text or "\n" in text for text in low):
            return low
    return ()


def _guard(elements: list[Element], anchor: int, among: dict[int, Words]) -> Guard | None:
    """The rarest of some elements, nearby ones first, and where it stands; none without any."""
    reach = {n: _reach(elements, anchor, n) for n in among}
    near = [n for n in among if max(map(abs, reach[n])) <= FURTHEST]
    best = min(near, key=lambda n: (reach[n][1] - reach[n][0] >= _WIDE, among[n].cost), default=None)
    return None if best is None else Guard(*reach[best], among[best].folded)


def _quoted(elements: list[Element], anchor: int) -> int | None:
    """How far from the element ``anchor`` the token stands that a quotation mark opens before; None if that is not sure."""
    for n in range(1, len(elements)):
        if elements[n - 1] == QUOTE and isinstance(elements[n], tuple):
            low, high = _reach(elements, anchor, n) if n != anchor else (0, 0)
            return low if low == high and abs(low) <= FURTHEST else None
    return None


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
