"""Cues in a document: takes a compiled cue set and a View, gives every place a cue of the set stands.

A compiled cue set (see ``compile_cues``) is text in three parts with NUL between them, read as far as the document asks:
a line for each cue that is a word, which is the cue as written and its folded forms with a space around each; a line for
each stem; a line for each folded word that phrases begin with, with the phrases as JSON behind a tab.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from lintnews.lexicon.records import parsed
from lintnews.named import NamedTuple
from lintnews.typed import Any
from lintnews.view import BREAK, View


class Place(NamedTuple):
    """A cue found: which, and its first and last token."""

    cue: str
    first: int
    last: int


class Cues:
    """A compiled cue set."""

    def __init__(self, record: str) -> None:
        self._words, stems, phrases = record.split("\0")
        self._forms = self._words.split()
        self._stems = stems.split("\n") if stems else []
        self._phrases: dict[str, Any] = dict(line.split("\t") for line in phrases.split("\n")) if phrases else {}

    def find(self, view: View) -> list[Place]:
        """Every place in ``view`` where a cue of the set stands, in order."""
        places: list[Place] = []
        spots = view.words
        for word in spots.keys() & self._forms:
            cue = self._cue(word)
            places += [Place(cue, i, i) for i in spots[word] if _capitals(cue, view, i)]
        for stem in self._stems:
            for word in _with_stem(view.sorted_words, stem):
                places += [Place(stem + "*", i, i) for i in spots[word]]
        for first in self._phrases.keys() & spots.keys():
            for i in spots[first]:
                places += _phrases_at(self._phrases_from(first), view, i)
        places.sort(key=lambda place: place.first)
        return places

    def listed(self) -> Iterator[str]:
        """The cues as they were written."""
        yield from (line.split()[0] for line in self._words.split("\n") if line)
        yield from (stem + "*" for stem in self._stems)
        yield from (phrase[0] for first in self._phrases for phrase in self._phrases_from(first))

    def _cue(self, word: str) -> str:
        """The cue that has the form ``word``: the first word of the first line in which it stands."""
        words = self._words
        start = words.rfind("\n", 0, words.index(f" {word} ")) + 2
        return words[start : words.index(" ", start)]

    def _phrases_from(self, first: str) -> Sequence[Sequence[Any]]:
        found = self._phrases[first]
        if isinstance(found, str):
            found = self._phrases[first] = parsed(found)
        return found  # type: ignore[no-any-return]


def _phrases_at(phrases: Sequence[Sequence[Any]], view: View, at: int) -> list[Place]:
    found: list[Place] = []
    sequence = view.sequence
    following = sequence[at + 1] if at + 1 < len(sequence) else ""
    for phrase in phrases:
        last = at + len(phrase) - 1
        if last >= len(sequence) or (last > at and following not in phrase[1]):
            continue  # most phrases end here
        cue = phrase[0]
        if all(sequence[at + n] in phrase[n] for n in range(2, len(phrase))):
            whole = all(view.joints[i] != BREAK for i in range(at, last))
            if whole and all(_capitals(part, view, at + n) for n, part in enumerate(cue.split()[: last - at + 1])):
                found.append(Place(cue, at, last))
    return found


def _with_stem(words: list[str], stem: str) -> list[str]:
    start = bisect_left(words, stem)
    end = bisect_left(words, stem + "\U0010ffff")
    return words[start:end]


def _capitals(cue: str, view: View, token: int) -> bool:
    """A capital in a cue must be a capital in the copy: "Kremlin", "AD"; small letters match either."""
    if cue.islower():
        return True
    start, end, _ = view.tokens[token]
    raw = view.plain[start:end]
    return raw == cue or all(not ch.isupper() or raw[n : n + 1].isupper() for n, ch in enumerate(cue))
