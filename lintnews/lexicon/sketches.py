"""Phrases without which an expression cannot match: takes a syntax tree of `re`, gives runs of whole words.

Compiling and running an expression costs a millisecond or more, so the lexicon keeps it, like every other pattern, under
words: those that each of its matches must hold. They are read off its tree, which is unfolded into sketches of what
it matches: text in small letters, in which single signs stand for what is open. A word of a sketch is whole when what
stands on either side of it can be no part of a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import Any

from lintnews.lexicon.marks import HYPHEN
from lintnews.view import IGNORED, fold

_OPEN, _EDGE, _SIGNS, _MAYBE = "\ue000", "\ue001", "\ue002", "\ue003"  # anything; a word's edge; signs; signs or nothing
_MANY = 600  # sketches that are looked at together
_CLASS = 4  # letters of a class that are looked at one by one
_LONGEST = 3  # words of a phrase; further ones tell little more
_MOST = 400  # phrases of one alternative; one that needs more is kept under none
_RARE = 3_000  # occurrences in the frequency list under which a phrase is rare enough
_ALL = 700_000_000  # occurrences of all words in it
_BOUND = 20  # how much likelier a word is beside one it goes with
_WORD = re.compile("[^\\W_]+(?:'[^\\W\\d_]+)*")
_SIDES = frozenset((_EDGE, _SIGNS, " ", "-"))
_JOINTS: dict[str, tuple[str, ...]] = {" ": (), "-": (HYPHEN,)}

Sketches = frozenset[str]
Phrase = tuple[str, ...]  # folded words, with HYPHEN between two that a hyphen joins
Frequency = Callable[[str], int]


class Sketcher:
    """Unfolds syntax trees, and cuts sketches down to their rarest phrase where they become too many.

    Phrases are chosen by ``frequency``. What it has found for one tree it remembers for the next.
    """

    def __init__(self, frequency: Frequency) -> None:
        self._frequency = frequency
        self._phrases: dict[str, Phrase] = {}
        self._seen_words: dict[str, int] = {}

    def phrases(self, tree: list[Any]) -> tuple[Phrase, ...]:
        """Phrases of which all that the syntax ``tree`` matches holds one; () when none are sure."""
        found = {self.phrase(_OPEN + sketch + _OPEN) for sketch in self.sequence(tree)}
        return () if () in found or len(found) > _MOST else tuple(sorted(found))

    def expected(self, phrases: Iterable[Phrase]) -> float:
        """How often one of ``phrases`` is to be expected in the texts that the frequencies are of."""
        return sum(map(self._expected, phrases))

    def sequence(self, items: Iterable[Any]) -> Sketches:
        """Sketches of what ``items`` match one after the other, or of a telling part of it."""
        run: Sketches = frozenset([""])
        closed: list[Sketches] = []
        for operation, value in items:
            found = self._item(str(operation), value)
            if len(run) * len(found) > _MANY:
                closed.append(self._cut(run))
                run = frozenset(_OPEN + (sketch[-1:] if sketch[-1:] in _SIDES else "") for sketch in run)
            run = frozenset(_joined(a, b) for a, b in product(run, found))
        return min([*closed, self._cut(run)], key=self._cost) if closed else run

    def _item(self, operation: str, value: Any) -> Sketches:
        if operation == "LITERAL":
            return frozenset([_letter(chr(value))])
        if operation == "IN":
            return _class(value)
        if operation == "AT":
            return frozenset(["" if "NON_BOUNDARY" in str(value) else _EDGE])
        if operation == "ASSERT":
            return self._seen(*value)
        if operation == "ASSERT_NOT":
            return frozenset([_EDGE if _matches_any_letter(list(value[1])) else ""])
        if operation == "SUBPATTERN":
            return self.sequence(value[-1])
        if operation == "ATOMIC_GROUP":
            return self.sequence(value)
        if operation == "BRANCH":
            return self._branch([self.sequence(branch) for branch in value[1]])
        if operation in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            return self._repeat(*value)
        return frozenset([_OPEN])

    def _seen(self, direction: int, body: Any) -> Sketches:
        side = 0 if direction > 0 else -1
        return frozenset([_EDGE if all(text and text[side] in _SIDES for text in self.sequence(body)) else ""])

    def _branch(self, parts: list[Sketches]) -> Sketches:
        union = frozenset(sketch for part in parts for sketch in part)
        return union if len(union) <= _MANY else self._cut(union)

    def _repeat(self, least: Any, most: Any, body: Any) -> Sketches:
        found = self.sequence(body)
        if int(most) == 1:
            return found if int(least) else found | {""}
        if found <= {_SIGNS, " ", "-"}:
            return frozenset([_SIGNS if int(least) else _MAYBE])
        return frozenset(_joined(sketch, _OPEN) for sketch in found) if int(least) else frozenset([_OPEN])

    def _cut(self, sketches: Sketches) -> Sketches:
        """Each sketch reduced to its rarest phrase, which makes many of them one."""
        found = {self.phrase(_OPEN + sketch + _OPEN) for sketch in sketches}
        texts = (" ".join(phrase).replace(f" {HYPHEN} ", "-") for phrase in found)
        return frozenset(f"{_OPEN} {text} {_OPEN}" if text else _OPEN for text in texts)

    def _cost(self, sketches: Sketches) -> float:
        """How often one of the phrases is to be expected; infinite when one sketch has none."""
        found = {self.phrase(sketch) for sketch in sketches}
        return float("inf") if () in found else self.expected(found)

    def phrase(self, sketch: str) -> Phrase:
        """The rarest phrase of whole words in ``sketch``, of no more words than it takes to be rare; () if there is none."""
        found = self._phrases.get(sketch)
        if found is None:
            found = self._phrases[sketch] = self._rarest(list(_runs(sketch)))
        return found

    def _rarest(self, runs: list[list[str]]) -> Phrase:
        best: Phrase = ()
        least, words = float("inf"), 0
        for length in range(1, _LONGEST + 1):
            for window in [window for run in runs for window in _windows(run, length)]:
                expected = self._expected(window)
                if expected < least or (expected == least and words < length):
                    best, least, words = window, expected, length
            if best and least <= _RARE:
                break
        return best

    def _expected(self, phrase: Phrase) -> float:
        expected = float(_ALL)
        for word in phrase:
            if word != HYPHEN:
                seen = self._seen_words.get(word) or self._count(word)
                expected *= min(seen * (_BOUND if expected < _ALL else 1) / _ALL, 1)
        return expected

    def _count(self, word: str) -> int:
        seen = self._frequency(word) if word.isalpha() and len(word) > 1 else 100 * _RARE
        found = self._seen_words[word] = max(seen, 30)
        return found


def _letter(letter: str) -> str:
    """What ``letter`` is in a sketch."""
    if letter in "'\u2019\u02bc":
        return "'"
    if letter in "-\u2010\u2011\u2012\u2013":
        return "-"
    if letter.isalnum():
        return letter.lower() if len(letter.lower()) == 1 else _OPEN
    return " " if letter == " " else _OPEN if IGNORED.match(letter) else _SIGNS


def _class(members: list[Any]) -> Sketches:
    kinds = [(str(operation), str(value)) for operation, value in members]
    letters = {_letter(chr(value)) for operation, value in members if str(operation) == "LITERAL"}
    others = {kind for kind in kinds if kind[0] != "LITERAL"}
    if not others and len(letters) <= _CLASS:
        return frozenset(letters)
    if others <= {("CATEGORY", "CATEGORY_SPACE")} and letters <= {_SIGNS, " ", "-"}:
        return frozenset([_SIGNS])
    return frozenset([_OPEN])


def _matches_any_letter(body: list[Any]) -> bool:
    """Whether one item matches whatever a word is made of, as the class of letters does."""
    members = body[0][1] if len(body) == 1 and str(body[0][0]) == "IN" else ()
    return any(str(value) == "CATEGORY_WORD" for _, value in members)


def _joined(a: str, b: str) -> str:
    return a + b[1:] if a[-1:] == _OPEN == b[:1] else a + b


def _runs(sketch: str) -> Iterator[list[str]]:
    """Whole words, with the hyphens between them, for as long as nothing else stands between."""
    run: list[str] = []
    end = -1
    for match in _WORD.finditer(sketch):
        if not _is_whole(sketch, match.start(), match.end()):
            continue
        joint = _JOINTS.get(sketch[end : match.start()].replace(_EDGE, "")) if run else None
        if joint is None:
            yield run
            run = [fold(match.group())]
        else:
            run += [*joint, fold(match.group())]
        end = match.end()
    yield run


def _is_whole(sketch: str, start: int, end: int) -> bool:
    before, after = sketch[:start].rstrip(_MAYBE)[-1:], sketch[end:].lstrip(_MAYBE)[:1]
    if end - start == 1 and _SIGNS in (before, after):
        return False  # a letter before a stop may be one of an abbreviation
    return before in _SIDES and after in _SIDES


def _windows(run: list[str], length: int) -> Iterator[Phrase]:
    """Each ``length`` words of ``run`` that stand together, with what joins them."""
    places = [place for place, word in enumerate(run) if word != HYPHEN]
    for first, last in zip(places, places[length - 1 :], strict=False):
        yield tuple(run[first : last + 1])
