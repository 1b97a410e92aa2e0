"""Cue words as an entry lists them, compiled for ``lexicon.cues``."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from lintnews.lexicon.forms import FormError, parse
from lintnews.lexicon.inflect import inflections
from lintnews.view import fold


def compiled(cues: Iterable[str]) -> str:
    """Compile cue words for ``Cues``. Raises FormError for a cue that is no word, phrase or stem."""
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
    forms: dict[str, list[str]] = {}
    for form, cue in words.items():
        forms.setdefault(cue, []).append(form)
    lines = [f" {' '.join(dict.fromkeys((cue, *own)))} " for cue, own in forms.items()]
    rows = [f"{first}\t{json.dumps(found, ensure_ascii=False, separators=(',', ':'))}" for first, found in phrases.items()]
    return "\0".join(map("\n".join, (lines, stems, rows)))


def checked(cues: Iterable[str]) -> str:
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
