"""Native words behind Latin letters: takes what copy spells, gives the Ukrainian or Russian it can be read as."""

from __future__ import annotations

import json
from functools import cached_property
from typing import NamedTuple

from lintnews.lexicon.lexicon import Lexicon


class Acronym(NamedTuple):
    """A native acronym, its language and what it means in English."""

    native: str
    language: str
    english: tuple[str, ...]


class Natives:
    """Native words of a lexicon, asked by their Latin spelling."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def acronyms(self, latin: str) -> list[Acronym]:
        """Each native acronym that the small-letter ``latin`` can be a spelling of, its commonest meaning first."""
        found: dict[str, Acronym] = {}
        for layer in self._lexicon.layers:
            for native, language, english in json.loads(layer.table.get("^^" + latin) or b"[]"):
                found.setdefault(native, Acronym(native, language, tuple(english)))
        for number, (native, language) in self._lexicon.named("^" + latin):
            preferred = self._lexicon.entry(number)["en"][0]
            before = found.setdefault(native, Acronym(native, language, ()))
            if preferred.lower() not in map(str.lower, before.english):
                found[native] = before._replace(english=(*before.english, preferred))
        return list(found.values())

    def is_familiar(self, latin: str) -> bool:
        """Whether English readers know the small-letter acronym ``latin`` as something else."""
        return any(("^?" + latin) in layer.table for layer in self._lexicon.layers)

    @cached_property
    def region(self) -> frozenset[str]:
        """Words that show a passage to be about Ukraine, Russia or Belarus."""
        raw = next((raw for layer in self._lexicon.layers if (raw := layer.table.get("^@"))), b"[]")
        return frozenset(json.loads(raw))
