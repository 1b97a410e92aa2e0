"""Places whose names were translated: takes ``rules/words/place-meanings.txt``, gives table records and answers from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from lintnews.typed import Any

Phrase = tuple[str, ...]


def records(lines: Iterable[str]) -> dict[str, Any]:
    """``~=word`` has the phrases that begin with a word, longest first, each with its names; ``~=`` lists these words."""
    found: dict[str, list[tuple[Phrase, tuple[str, ...]]]] = {}
    for line in lines:
        english, _, native = line.partition("#")[0].partition("=")
        names = tuple(name.strip() for name in native.split(",") if name.strip())
        for phrase in english.split(","):
            words = tuple(phrase.split())
            if words and names:
                found.setdefault(words[0], []).append((words, names))
    for phrases in found.values():
        phrases.sort(key=lambda item: -len(item[0]))
    return {f"~={word}": phrases for word, phrases in found.items()} | {"~=": " ".join(found)}


class PlaceMeanings:
    """The phrases, asked by the words they begin with. ``record`` gives what ``records`` made, or None."""

    def __init__(self, record: Callable[[str], Any]) -> None:
        self._record = record
        self._phrases: dict[str, list[tuple[Phrase, tuple[str, ...]]]] = {}

    @cached_property
    def openings(self) -> frozenset[str]:
        """The words that phrases begin with."""
        return frozenset((self._record("~=") or "").split())

    def beginning(self, word: str) -> list[tuple[Phrase, tuple[str, ...]]]:
        """The phrases that begin with ``word``, longest first, each with the names it may stand for."""
        found = self._phrases.get(word)
        if found is None:
            rows = self._record(f"~={word}") or ()
            found = self._phrases[word] = [(tuple(words), tuple(names)) for words, names in rows]
        return found
