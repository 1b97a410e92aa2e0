"""Places whose names were translated: takes the lines of ``rules/words/place-meanings.txt``, gives names by English words."""

from __future__ import annotations

from collections.abc import Iterable

Phrase = tuple[str, ...]


def read(lines: Iterable[str]) -> dict[str, list[tuple[Phrase, tuple[str, ...]]]]:
    """First words → the phrases that begin with them, longest first, each with the names it may stand for."""
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
    return found
