"""TMX, translation memories: the English side of each unit, with the other side as its source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lintnews.model import Document, ReadOptions
from lintnews.read._units import Content, Units, is_english, read_units

NAME = "tmx"
SUFFIXES = (".tmx",)


def read(data: bytes, path: str, options: ReadOptions = ReadOptions()) -> Document:  # noqa: B008 - immutable
    """Make a Document of the bytes of a translation memory; raises InputError when it is none or has no English."""
    return read_units(data, path, _Walk, NAME)


class _Variant(NamedTuple):
    language: str
    content: Content


class _Walk(Units):
    """Collects the variants of each unit."""

    ROOT = "tmx"

    def __init__(self, text: str, path: str) -> None:
        super().__init__(text, path)
        self._number = 0
        self._name = ""
        self._language = ""
        self._source_language = ""
        self._variants: list[_Variant] = []

    def entered(self, name: str, attributes: Mapping[str, str], end: int) -> None:
        if name == "header":
            self._source_language = attributes.get("srclang", "").lower()
        elif name == "tu":
            self._close_unit()  # a damaged memory may have lost the end of the one before
            self._number += 1
            self._name = attributes.get("tuid") or str(self._number)
        elif name == "tuv":
            self._language = attributes.get("xml:lang") or attributes.get("lang", "")
        elif name == "seg" and self.path[-2:-1] == ["tuv"]:
            self.begin(end)

    def left(self, name: str, content: Content | None) -> None:
        if content is not None:
            self._variants.append(_Variant(self._language, content))
        elif name == "tu":
            self._close_unit()

    def _close_unit(self) -> None:
        foreign = [variant for variant in self._variants if not is_english(variant.language)]
        self.foreign.update(variant.language for variant in foreign if variant.content.said())
        foreign.sort(key=lambda variant: variant.language.lower() != self._source_language)
        source = foreign[0].content.said() if foreign else ""
        for language, content in self._variants:
            if is_english(language) and content.said():
                self.prose.block(content.start, content.end, content.masks, "body", f"unit {self._name}", source)
        self._variants = []
