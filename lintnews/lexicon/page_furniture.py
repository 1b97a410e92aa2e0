"""What pages say around an article: takes ``rules/words/page-furniture.txt``, gives table records and answers from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from lintnews.typed import Any


def records(lines: Iterable[str]) -> dict[str, Any]:
    """``~;word`` lists the phrases that begin with a word (# for a number), ``~;`` these words."""
    found: dict[str, list[str]] = {}
    for line in lines:
        phrase = line.rstrip()
        if phrase and (not phrase.startswith("# ") or phrase[2:3].islower()):
            found.setdefault(_first(phrase), []).append(phrase)
    return {f"~;{word}": phrases for word, phrases in found.items()} | {"~;": " ".join(found)}


class Furniture:
    """The phrases, asked by the words they begin with. ``record`` gives what ``records`` made, or None."""

    def __init__(self, record: Callable[[str], Any]) -> None:
        self._record = record
        self._phrases: dict[str, frozenset[str]] = {}

    @cached_property
    def openings(self) -> frozenset[str]:
        """The words that phrases begin with."""
        return frozenset((self._record("~;") or "").split())

    def beginning(self, word: str) -> frozenset[str]:
        """The phrases that begin with ``word``."""
        if word not in self.openings:
            return frozenset()
        found = self._phrases.get(word)
        if found is None:
            found = self._phrases[word] = frozenset(self._record(f"~;{word}"))
        return found

    def __contains__(self, phrase: str) -> bool:
        return phrase in self.beginning(_first(phrase))


def _first(phrase: str) -> str:
    return phrase.split(" ", 1)[0].rstrip(":")
