"""XLIFF 1.2 and 2: the English targets, each with its source; inline elements, entities and CDATA are masked.

Units marked ``translate="no"`` are passed over, and so is what a target only proposes (alternative translations, matches).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lintnews.model import Document, ReadOptions, Role
from lintnews.read._units import Content, Units, is_english, read_units

NAME = "xliff"
SUFFIXES = (".xliff", ".xlf", ".sdlxliff", ".mqxliff", ".mxliff")

_HOLDERS = ("trans-unit", "segment")  # a source or target elsewhere is a proposal
_UNITS = ("trans-unit", "unit")
_LANGUAGES = ("target-language", "trgLang")
_HEADLINE = re.compile("(?<![a-z])(?:title|headline)(?![a-z])", re.IGNORECASE)


def read(data: bytes, path: str, options: ReadOptions = ReadOptions()) -> Document:  # noqa: B008 - immutable
    """Make a Document of the bytes of an XLIFF file; raises InputError when it is not one or has no English target."""
    return read_units(data, path, _Walk, NAME)


class _Walk(Units):
    """Collects the targets."""

    ROOT = "xliff"

    def __init__(self, text: str, path: str) -> None:
        super().__init__(text, path)
        self._languages = [""]  # of the target, one for each open element
        self._translate = [True]
        self._unit = ""
        self._role: Role = "body"
        self._segments = 0  # of the unit, so far
        self._source = ""
        self._language = ""

    def entered(self, name: str, attributes: Mapping[str, str], end: int) -> None:
        declared = next((attributes[key] for key in _LANGUAGES if key in attributes), self._languages[-1])
        self._languages.append(declared)
        self._translate.append({"no": False, "yes": True}.get(attributes.get("translate", ""), self._translate[-1]))
        if name in _UNITS:
            self._unit = attributes.get("id", "") or attributes.get("resname", "") or attributes.get("name", "")
            names = (attributes.get(key, "") for key in ("id", "resname", "name", "restype"))
            self._role = "headline" if any(map(_HEADLINE.search, names)) else "body"
            self._segments = 0
        if name in _HOLDERS:
            self._source = ""
            self._segments += 1
        if name in ("source", "target") and self.path[-2:-1] and self.path[-2] in _HOLDERS:
            self._language = attributes.get("xml:lang", declared)
            self.begin(end)

    def left(self, name: str, content: Content | None) -> None:
        translate = self._translate.pop()
        self._languages.pop()
        if content is None:
            return
        if name == "source":
            self._source = content.said()
        elif not self._language or is_english(self._language):
            if translate and content.said():
                self.prose.block(content.start, content.end, content.masks, self._role, self._locator(), self._source)
        elif content.said():
            self.foreign.add(self._language)

    def _locator(self) -> str:
        unit = f"unit {self._unit}" if self._unit else "unit"
        return unit if self._segments < 2 else f"{unit}, segment {self._segments}"
