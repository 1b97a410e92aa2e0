"""What words lead to, as a run reads it: ``compile_patterns`` says how its records are written.

A document asks for every word it has, and mostly there is nothing: so a missing record costs one look-up, and what a record
holds is taken apart no further than the document asks.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from lintnews.lexicon.records import decoded
from lintnews.lexicon.table import Table
from lintnews.named import NamedTuple
from lintnews.typed import Any

_MEMORY = 200_000  # keys remembered before the memory is emptied, so that an archive stays flat
STRIDE = 10_000_000  # entries a layer may have; an entry's number is layer * STRIDE + place


class Pattern(NamedTuple):
    """A flat pattern, ready to be matched around its anchor.

    An element is a map of folded words to the form that demands capitals ("" when it demands none), an ``int``
    (a gap), or a mark of ``lexicon.marks``.
    """

    entry: int
    variant: int  # ``marks.RIGHT``: a right form; below it, see ``marks.waking``
    anchor: int
    elements: tuple[Any, ...]
    first: int  # elements[first:end] is what is marked in the copy
    end: int


class Guarded(NamedTuple):
    """Patterns worth a look where one of some words stands ``low`` to ``high`` tokens after their key."""

    base: int  # what to add to a number for ``Anchors.pattern``
    low: int
    high: int
    words: str  # holds ``|word:`` for each of the words, and behind it the numbers of patterns up to the next bar
    numbers: str  # the numbers where they are the same for all words, else ""

    def patterns(self, place: int) -> Iterator[int]:
        """The numbers for ``Anchors.pattern`` of the word whose bar is at ``place`` of ``words``."""
        numbers = self.numbers or self.words[self.words.index(":", place) + 1 : self.words.index("|", place + 1)]
        return (self.base + int(number) for number in numbers.split())


class Call(NamedTuple):
    """An alternative of an expression that a key calls for, if the document has one of ``strings`` (any, when there are none)."""

    entry: int
    variant: int
    alternative: int
    strings: Sequence[str]  # in small letters


class Anchored(NamedTuple):
    """What a key leads to: whether keys of two words begin with it, its patterns, and the expressions it calls for."""

    begins: bool
    free: Sequence[int]
    guarded: Sequence[Guarded]
    calls: Sequence[Call]


_made = tuple.__new__  # a start makes thousands, each a third faster than by a call of the class
NOTHING = Anchored(False, (), (), ())


class Anchors(dict[str, Anchored]):
    """Keys (a folded word, or two with a space between) → what they lead to in all ``layers``; asked for once and kept.

    ``replaced`` holds the numbers of entries that a later layer has taken the place of.
    """

    def __init__(self, layers: Sequence[Table], replaced: Container[int]) -> None:
        super().__init__()
        self._layers = list(enumerate(layers))
        self._replaced = replaced
        self._seconds: dict[str, frozenset[str]] = {}
        self._patterns: dict[int, Pattern | None] = {}
        self._shared: dict[tuple[int, str], str] = {}  # layer, number → words that guard patterns of many keys

    def ask(self, keys: Iterable[str]) -> None:
        """Read what ``keys`` lead to; one that is not asked for first leads nowhere."""
        if len(self) > _MEMORY:
            self.clear()
            self._patterns.clear()
        new = [key for key in keys if key not in self]
        self.update(dict.fromkeys(new, NOTHING))
        for layer, table in self._layers:
            for key, raw in table.some(new):
                found = self._read(layer, raw.decode("utf-8", "surrogatepass"))
                self[key] = _together(self[key], found) if self[key] is not NOTHING else found

    def seconds(self, word: str) -> frozenset[str]:
        """The words that make a key with ``word`` before them: cheaper to ask than the keys, once they are read."""
        found = self._seconds.get(word)
        if found is None:
            listed = (table.get(">" + word) or b"" for _, table in self._layers)
            found = frozenset(second for raw in listed for second in raw.decode("utf-8", "surrogatepass").split())
            self._seconds[word] = found
        return found

    def pattern(self, number: int) -> Pattern | None:
        """The pattern that a key calls ``number``; None when its entry is replaced by a later layer."""
        if number not in self._patterns:
            layer, place = divmod(number, STRIDE)
            raw = self._layers[layer][1].get(f"${place}")
            assert raw is not None, f"pattern {number} has no record"
            entry, variant, anchor, elements, first, end = decoded(raw)
            entry += layer * STRIDE
            pattern = Pattern(entry, variant, anchor, tuple(elements), first, end)
            self._patterns[number] = None if entry in self._replaced else pattern
        return self._patterns[number]

    def _read(self, layer: int, record: str) -> Anchored:
        first, *rows = record.split("\n")
        base = layer * STRIDE
        free = [base + int(number) for number in first[2:].split()] if len(first) > 2 else ()
        guarded: list[Guarded] = []
        calls: list[Call] = []
        for row in rows:
            if row[0] != "!":
                guarded.append(self._guarded(layer, row))
            else:
                call = _call(base, row)
                if call.entry not in self._replaced:
                    calls.append(call)
        return _made(Anchored, (first[0] == "1", free, guarded, calls))

    def _guarded(self, layer: int, row: str) -> Guarded:
        if row[-1] == "|":
            reach, _, _ = row.partition("|")
            words, numbers = row, ""
        else:
            reach, number, numbers = row.split("#")
            words = self._shared.get((layer, number)) or self._share(layer, number)
        low, _, high = reach.partition(" ")
        return _made(Guarded, (layer * STRIDE, int(low), int(high), words, numbers))

    def _share(self, layer: int, number: str) -> str:
        raw = self._layers[layer][1].get("|" + number) or b""
        words = self._shared[layer, number] = raw.decode("utf-8", "surrogatepass")
        return words


def _call(base: int, row: str) -> Call:
    who, *strings = row[1:].split("|")
    entry, variant, alternative = who.split(" ")
    return _made(Call, (base + int(entry), int(variant), int(alternative), strings))


def _together(one: Anchored, other: Anchored) -> Anchored:
    return Anchored(
        one.begins or other.begins, [*one.free, *other.free], [*one.guarded, *other.guarded], [*one.calls, *other.calls]
    )
