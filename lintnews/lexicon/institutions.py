"""What names of institutions are made of: takes ``rules/words/institutions.txt``, gives table records and answers from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from lintnews.typed import Any

_AMERICAN = {"defence": "defense", "centre": "center", "centres": "centers"}


def records(lines: Iterable[str]) -> dict[str, Any]:
    """``~|`` lists the forms of the words, ``~|word`` has what is known of one.

    The first letters of its native words, whether it is in no such name, and the lines that give it for other words.
    """
    letters: dict[str, str] = {}
    telling: set[str] = set()
    alike: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        letter, *words = line.partition("#")[0].split() or [""]
        for word in words:
            if word.endswith("!"):
                word = word[:-1]
                telling.add(word)
            if letter == "=":
                alike.setdefault(word, []).append(number)
            else:
                letters[word] = letters.get(word, "") + letter
    found = {word: [letters.get(word, ""), word in telling, alike.get(word, [])] for word in letters | alike}
    forms = {form for word in letters for form in (word, word + "s")}
    british = [word for word, american in _AMERICAN.items() if american in forms]
    return {f"~|{word}": row for word, row in found.items()} | {"~|": " ".join(sorted({*forms, *british}))}


class Institutions:
    """The words, asked one at a time. ``record`` gives what ``records`` made, or None."""

    def __init__(self, record: Callable[[str], Any]) -> None:
        self._record = record
        self._rows: dict[str, tuple[str, bool, frozenset[int]]] = {}

    @cached_property
    def forms(self) -> frozenset[str]:
        """The words with their plurals and British spellings."""
        return frozenset((self._record("~|") or "").split())

    def letters(self, word: str) -> str:
        """The first letters of the native words that an English word may render."""
        return self._row(word)[0]

    def is_telling(self, word: str) -> bool:
        """Whether the word is in no such name."""
        return self._row(word)[1]

    def alike(self, first: str, second: str) -> bool:
        """Whether translators use the words for one another."""
        return not self._row(first)[2].isdisjoint(self._row(second)[2])

    def singular(self, word: str) -> str:
        """``word`` without a plural's ending, where a word of the list is left; its American spelling."""
        word = _AMERICAN.get(word, word)
        return word[:-1] if word.endswith("s") and self.letters(word[:-1]) else word

    def _row(self, word: str) -> tuple[str, bool, frozenset[int]]:
        found = self._rows.get(word)
        if found is None:
            letters, telling, alike = self._record(f"~|{word}") or ("", False, ())
            found = self._rows[word] = letters, telling, frozenset(alike)
        return found
