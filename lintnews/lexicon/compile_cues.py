"""Cue words as an entry lists them, compiled for ``lexicon.cues``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lintnews.lexicon.forms import FormError, parse
from lintnews.lexicon.inflect import inflections
from lintnews.view import fold


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
    cues = list(cues)
    try:
        return compiled(cues)
    except FormError:
        for cue in cues:
            _check(cue)
        raise


def _check(cue: str) -> None:
    try:
        compiled([cue])
    except FormError as error:
        raise FormError(f"the cue {cue!r} is not a word, a phrase or a stem*: {error}") from error
