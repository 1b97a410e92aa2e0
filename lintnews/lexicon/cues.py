"""Cue sets, compiled and as a document is searched for them.

A compiled cue set is a JSON table: ``w`` maps folded words to the cue as written, ``s`` lists stems, ``p`` maps a
folded first word to the phrases that begin with it. ``find`` gives every place a cue of the set stands.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from lintnews.lexicon.forms import FormError, parse
from lintnews.lexicon.inflect import inflections
from lintnews.view import BREAK, View, fold


class Place(NamedTuple):
    """A cue found: which, and its first and last token."""

    cue: str
    first: int
    last: int


def compiled(cues: Iterable[str]) -> dict[str, Any]:
    """Compile cue words for ``find``. Raises FormError for a cue that is no word, phrase or stem."""
    words: dict[str, str] = {}
    stems: list[str] = []
    phrases: dict[str, list[list[Any]]] = {}
    for cue in cues:
        if cue.endswith("*"):
            stems.append(cue[:-1].lower())
        elif " " in cue or "-" in cue or "~" in cue:
            for pattern in parse(cue):
                sets = [[fold(word) for word in element] for element in pattern if isinstance(element, tuple)]
                for first in sets[0]:
                    phrases.setdefault(first, []).append([cue, *sets[1:]])
        else:
            for form in inflections(cue):
                words.setdefault(fold(form), cue)
    return {"w": words, "s": stems, "p": phrases}


def checked(cues: Iterable[str]) -> dict[str, Any]:
    """``compiled`` with the cue named in the error."""
    for cue in cues:
        try:
            compiled([cue])
        except FormError as error:
            raise FormError(f"the cue {cue!r} is not a word, a phrase or a stem*: {error}") from error
    return compiled(cues)


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
    found = []
    tokens = view.tokens
    for cue, *rest in phrases:
        last = at + len(rest)
        if last < len(tokens) and all(tokens[at + n].word in forms for n, forms in enumerate(rest, 1)):
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
    return all(not ch.isupper() or raw[n : n + 1].isupper() for n, ch in enumerate(cue))
