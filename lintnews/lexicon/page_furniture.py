"""What pages say around an article: takes ``rules/words/page-furniture.txt``, gives table records and answers from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from lintnews.typed import Any


def records(lines: Iterable[str]) -> dict[str, Any]:
    """``~;word`` lists the phrases that begin with a word (# for a number), ``~;`` these words and the words behind each.

    There is nothing behind a word that is a phrase by itself, or has a number behind it.
    """
    found: dict[str, list[str]] = {}
    for line in lines:
        phrase = line.rstrip()
        if phrase and (not phrase.startswith("# ") or phrase[2:3].islower()):
            found.setdefault(_first(phrase), []).append(phrase)
    openings = {word: _seconds(phrases) for word, phrases in found.items()}
    return {f"~;{word}": phrases for word, phrases in found.items()} | {"~;": openings}


def _seconds(phrases: list[str]) -> list[str]:
    """The second words of ``phrases``; none if some have no such word."""
    seconds = sorted({phrase.partition(" ")[2].partition(" ")[0].rstrip(":") for phrase in phrases})
    return seconds if all(word and word != "#" for word in seconds) else []


class Furniture:
    """The phrases, asked by the words they begin with. ``record`` gives what ``records`` made, or None."""

    def __init__(self, record: Callable[[str], Any]) -> None:
        self._record = record
        self._phrases: dict[str, frozenset[str]] = {}

    @cached_property
    def _openings(self) -> dict[str, list[str]]:
        return self._record("~;") or {}

    def may_begin(self, first: str, second: str) -> bool:
        """Whether phrases begin with the word ``first``, with ``second`` behind it; "" for what is no word."""
        seconds = self._openings.get(first)
        return seconds is not None and (not seconds or not second or second in seconds)

    def beginning(self, word: str) -> frozenset[str]:
        """The phrases that begin with ``word``."""
        if word not in self._openings:
            return frozenset()
        found = self._phrases.get(word)
        if found is None:
            found = self._phrases[word] = frozenset(self._record(f"~;{word}"))
        return found

    def __contains__(self, phrase: str) -> bool:
        return phrase in self.beginning(_first(phrase))


def _first(phrase: str) -> str:
    return phrase.split(" ", 1)[0].rstrip(":")
