"""Ukrainian and Russian word forms, where ``pymorphy3`` is installed: takes a Latin word, gives forms it may spell.

Slower than the compiled dictionaries of ``lexicon.word_forms`` and wider: the analyser knows every inflection of its
dictionary. A word is read back into likely native spellings, and those that the analyser has are given.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from functools import cached_property

from lintnews.lexicon.latin import Letters, read_back
from lintnews.lexicon.word_forms import LANGUAGES, Form
from lintnews.typed import Any, Protocol

_READINGS = 24  # native spellings of a word that are looked up
_SOFTENED = frozenset("лнтдсрзц")  # letters that a soft sign may follow; no romanization need show it
_SHORTEST = 5  # letters of a form that is worth believing


class Analyser(Protocol):
    """What is asked of a ``pymorphy3.MorphAnalyzer``."""

    def word_is_known(self, word: str) -> bool:
        """Whether the dictionary has ``word``, in any form."""

    def parse(self, word: str) -> list[Any]:
        """The readings of ``word``, the likeliest first; each has ``normal_form``."""


class Morphology:
    """Native word forms, asked by their Latin spelling; the same interface as ``WordForms``."""

    def __init__(self, analysers: Mapping[str, Analyser] | None = None) -> None:
        self._given = analysers

    def find(self, latin: str, letters: Mapping[str, Letters]) -> Iterator[Form]:
        """Each form that some table spells as the small-letter ``latin``, Ukrainian first."""
        for language in LANGUAGES:
            analyser = self._analysers.get(language)
            for native in _spellings(latin, letters[language]) if analyser else ():
                if len(native) >= _SHORTEST and analyser and analyser.word_is_known(native):
                    yield Form(native, language, analyser.parse(native)[0].normal_form)

    @cached_property
    def _analysers(self) -> Mapping[str, Analyser]:
        """An analyser for each language whose dictionary is installed: they take a fifth of a second to load."""
        if self._given is not None:
            return self._given
        from pymorphy3 import MorphAnalyzer

        found: dict[str, Analyser] = {}
        for language in LANGUAGES:
            try:
                found[language] = MorphAnalyzer(lang=language)
            except ValueError:  # no dictionary of that language
                continue
        return found


def is_installed() -> bool:
    """Whether ``pymorphy3`` is there, found without importing anything."""
    return any(os.path.isdir(os.path.join(folder, "pymorphy3")) for folder in sys.path)


def _spellings(latin: str, letters: Letters) -> Iterator[str]:
    """Native spellings of ``latin`` that cost no slip, each also with one soft sign put in."""
    for native, slips in read_back(latin, letters, _READINGS):
        if slips:
            return
        yield native
        for place in range(1, len(native) + 1):
            if native[place - 1] in _SOFTENED and native[place : place + 1] not in ("ь", "ъ"):
                yield f"{native[:place]}ь{native[place:]}"
