"""What words lead to, as a run reads it: ``compile_patterns`` says how it is kept.

Mostly a word of a document leads nowhere, which a look at one bit tells; and what a key leads to is taken apart no further
than the document asks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from zlib import crc32

from lintnews.lexicon.marks import DIGEST, KIND_BITS
from lintnews.lexicon.table import Lines, Table
from lintnews.named import NamedTuple
from lintnews.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from array import array

_MEMORY = 200_000  # digests and patterns remembered before the memory is emptied, so that an archive stays flat
_BITS = [1 << one | 1 << other for one in range(8) for other in range(8)]
_VALUE = (1 << KIND_BITS) - 1
STRIDE = 10_000_000  # entries a layer may have; an entry's number is layer * STRIDE + place


class Pattern(NamedTuple):
    """A flat pattern, ready to be matched around its anchor.

    An element is a set of words (``|word:|word:Form|``: folded, and the form that demands capitals if there is one), a key
    of ``sets``, the figures of a gap, or a mark of ``lexicon.marks``.
    """

    entry: int
    variant: int  # ``marks.RIGHT``: a right form; below it, see ``marks.waking``
    anchor: int
    first: int  # elements[first:end] is what is marked in the copy
    end: int
    elements: Sequence[str]
    sets: Mapping[str, str]  # the sets of words that patterns share


class Call(NamedTuple):
    """An alternative of an expression that keys call for, if the document has one of ``strings`` (any, when there are none)."""

    entry: int
    variant: int
    alternative: int
    strings: Sequence[str]  # in small letters


class Anchors(dict[int, Sequence[int]]):
    """Digests → what is kept under them in one layer; looked up once and remembered.

    ``base`` is what to add to the numbers of the layer's entries; ``replaced`` holds those that a later layer has taken the
    place of. A digest that others share leads to what is not meant: ``match`` looks at every word of a pattern.
    """

    def __init__(self, table: Table, base: int, replaced: Container[int]) -> None:
        super().__init__()
        self._base = base
        self._replaced = replaced
        self._lines = table.lines("$lines")
        self._sieve, self._buckets = table.part("$sieve"), table.numbers("$buckets")
        self._digests, self._numbers = table.numbers("$digests"), table.numbers("$numbers")
        self._byte, self._bucket = _shift(len(self._sieve)), _shift(len(self._buckets) - 1)
        self._patterns: dict[int, Pattern | None] = {}
        self._sets = _Sets(self._lines)
        self._guards: dict[int, str] = {}
        self._calls: dict[int, Call | None] = {}
        self.widest = int(self._lines[0])  # the tokens that a right form may take

    def __missing__(self, digest: int) -> Sequence[int]:
        bucket = digest >> self._bucket
        first, last = self._buckets[bucket], self._buckets[bucket + 1]
        near = self._digests[first:last].tolist()
        found: Sequence[int] = ()
        if digest in near:
            first += near.index(digest)
            found = self._numbers[first : first + near.count(digest)].tolist()
        self[digest] = found
        return found

    def known(self, digests: Iterable[int]) -> list[int]:
        """The places in ``digests`` of those under which something may be kept; few others."""
        sieve, byte, bits = self._sieve, self._byte, _BITS
        return [n for n, digest in enumerate(digests) if sieve[digest >> byte] & (two := bits[digest & 63]) == two]

    def beside(
        self, reaches: Iterable[tuple[int, int, Sequence[int]]], words: Sequence[bytes]
    ) -> list[tuple[int, int, int, int]]:
        """Where one of ``words`` may stand beside a key as far from it as patterns have it.

        ``reaches`` are the digest of a key, a reach (counted from ``FURTHEST`` tokens before the key) and the tokens where the
        key stands; what is given: the first two, such a token, and the digest of the key with the word.
        """
        sieve, byte, bits = self._sieve, self._byte, _BITS
        return [
            (key, reach, token, digest)
            for key, reach, tokens in reaches
            for start in (key + reach & DIGEST,)
            for token in tokens
            if sieve[(digest := crc32(words[token + reach], start)) >> byte] & (two := bits[digest & 63]) == two
        ]

    def forget(self) -> None:
        """Empty the memory if it has grown large."""
        if len(self) + len(self._patterns) > _MEMORY:
            self.clear()
            self._patterns.clear()

    def pattern(self, number: int) -> Pattern | None:
        """The pattern ``number``; None when its entry is replaced by a later layer."""
        if number not in self._patterns:
            entry, variant, anchor, first, end, *elements = self._lines[number & _VALUE].split("\t")
            place = self._base + int(entry)
            pattern = Pattern(place, int(variant), int(anchor), int(first), int(end), elements, self._sets)
            self._patterns[number] = None if place in self._replaced else pattern
        return self._patterns[number]

    def guard(self, number: int) -> str:
        """The words of the guard ``number``: ``|word|word|``."""
        found = self._guards.get(number)
        if found is None:
            found = self._guards[number] = self._lines[number & _VALUE]
        return found

    def call(self, number: int) -> Call | None:
        """The call ``number``; None when its entry is replaced by a later layer."""
        if number not in self._calls:
            who, *strings = self._lines[number & _VALUE].split("|")
            entry, variant, alternative = who.split(" ")
            call = Call(self._base + int(entry), int(variant), int(alternative), strings)
            self._calls[number] = None if call.entry in self._replaced else call
        return self._calls[number]


class _Sets(dict[str, str]):
    """Sets of words that stand on a line of their own: what a pattern has instead (``=`` and the line) → the set."""

    def __init__(self, lines: Lines) -> None:
        super().__init__()
        self._lines = lines

    def __missing__(self, name: str) -> str:
        self[name] = found = self._lines[int(name[1:])]
        return found


def sieve(digests: Collection[int]) -> bytes:
    """What ``Anchors.known`` looks into: two bits of one byte for each of ``digests``."""
    size = 1 << len(digests).bit_length()
    byte, found = _shift(size), bytearray(size)
    for digest in digests:
        found[digest >> byte] |= _BITS[digest & 63]
    return bytes(found)


def buckets(digests: Sequence[int]) -> array[int]:
    """For each value of the first bits of a digest the place of the first of ``digests``, which ascend, that has it or more."""
    from array import array

    size = 1 << max(1, len(digests).bit_length() - 2)
    return array("I", [bisect_left(digests, place << _shift(size)) for place in range(size + 1)])


def _shift(size: int) -> int:
    """How far a digest is moved to give a place of so many, a power of two."""
    return 33 - size.bit_length()


def encoded(words: Iterable[str]) -> list[bytes]:
    """Words as digests are made of them."""
    return "\n ".join(["", *words]).encode("utf-8", "surrogatepass").split(b"\n")[1:]


def digest(key: str) -> int:
    """What is known under a key (a folded word, or two with a space between)."""
    return crc32(encoded([key])[0])


def beside_quote(key: int, reach: int) -> int:
    """What is known under a key where a quotation mark opens before the word that stands so far from it."""
    return crc32(b" \xe2\x80\x9c", key + reach & DIGEST)
