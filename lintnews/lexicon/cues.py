"""Cues in a document: takes a compiled cue set and a View, gives every place a cue of the set stands.

A compiled cue set (see ``compile_cues``) is a JSON table: ``w`` maps folded words to the cue as written, ``s`` lists
stems, ``p`` maps a folded first word to the phrases that begin with it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from lintnews.named import NamedTuple
from lintnews.typed import Any
from lintnews.view import BREAK, View


class Place(NamedTuple):
    """A cue found: which, and its first and last token."""

    cue: str
    first: int
    last: int


def find(cues: dict[str, Any], view: View) -> list[Place]:
    """Every place in ``view`` where a cue of the compiled set stands, in order."""
    places: list[Place] = []
    spots = view.words
    words: dict[str, str] = cues["w"]
    for word in words.keys() & spots.keys() if len(words) > 8 else [w for w in words if w in spots]:
        places += [Place(words[word], i, i) for i in spots[word] if _capitals(words[word], view, i)]
    for stem in cues["s"]:
        for word in _with_stem(view.sorted_words, stem):
            places += [Place(stem + "*", i, i) for i in spots[word]]
    for first in cues["p"]:
        for i in spots.get(first, ()):
            places += _phrases_at(cues["p"][first], view, i)
    places.sort(key=lambda place: place.first)
    return places


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
