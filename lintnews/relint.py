"""Linting a draft again after each change: takes Documents, gives the Results that the Linter would give, sooner.

Most of a run goes into looking for the patterns of thousands of entries, and what matches in a paragraph does not depend
on the other paragraphs. So the matches of a paragraph are remembered by its text, and a keystroke costs the search of one.
Judging them and checking the whole is done anew: a cue may stand anywhere.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lintnews.linter import Linter, is_long
from lintnews.model import Document, Hit, Result, Segment
from lintnews.view import Memory, View

_REACH = 200  # code points before a segment that an expression may look back at
_ROOM = 2_000_000  # code points of text remembered before all but the last document is forgotten
_WORDS = 100_000  # spellings of words remembered before all are forgotten

_Key = tuple[str, int]  # a segment's text with what stands before it, and where in that it begins


class _Known(NamedTuple):
    """What a segment gave: hits counted from its first code point and its first token, and rules that ran away."""

    hits: tuple[Hit, ...]
    stopped: tuple[str, ...]


class Relinter:
    """Lints with ``linter`` and remembers what it found in each paragraph; for one thread at a time."""

    def __init__(self, linter: Linter) -> None:
        self._linter = linter
        self._memory: dict[_Key, _Known] = {}
        self._size = 0  # code points of the keys of the memory
        self._words = Memory()

    def lint(self, document: Document) -> Result:
        """What ``Linter.lint`` gives for ``document``."""
        return self._linter.lint(document) if is_long(document) else self.lint_view(View(document, self._words))

    def lint_view(self, view: View) -> Result:
        """What ``Linter.lint`` gives for the document of ``view``, for a caller who has use for the view himself."""
        segments = view.document.segments
        keys = [_key(view, segment) for segment in segments]
        new = {key: segment for key, segment in zip(keys, segments, strict=True) if key not in self._memory}
        if new:
            self._learn(view, new)
        known = [self._memory[key] for key in keys]
        stopped = dict.fromkeys(message for one in known for message in one.stopped)
        result = self._linter.result(view, _placed(view, known), stopped)
        if self._size > _ROOM or len(self._words.words) > _WORDS:
            self._forget(keys)
        return result

    def _learn(self, view: View, new: dict[_Key, Segment]) -> None:
        """Look for patterns in the segments ``new`` of ``view`` alone, in one go; which one a rule ran away in must show."""
        keys = sorted(new, key=new.__getitem__)
        part = View(view.document._replace(text=view.plain, masks=(), segments=tuple(new[key] for key in keys)), self._words)
        hits, stopped = self._linter.hits(part)
        if stopped and len(keys) > 1:
            for key in keys:
                self._learn(view, {key: new[key]})
            return
        for key, mine in zip(keys, _by_segment(part, hits), strict=True):
            self._size += 0 if key in self._memory else len(key[0])
            self._memory[key] = _Known(mine, tuple(stopped))

    def _forget(self, keys: Iterable[_Key]) -> None:
        """Keep what is known of ``keys`` only."""
        self._words = Memory()
        self._memory = {key: self._memory[key] for key in keys}
        self._size = sum(len(text) for text, _ in self._memory)


def _key(view: View, segment: Segment) -> _Key:
    first = max(0, segment.start - _REACH)
    return view.plain[first : segment.end], segment.start - first


def _by_segment(view: View, hits: Sequence[Hit]) -> Iterator[tuple[Hit, ...]]:
    """The hits of each segment in turn, counted from its beginning."""
    first = 0
    for number, segment in enumerate(view.document.segments):
        after = bisect_left(hits, (segment.end,), first)
        yield tuple(_moved(hits[first:after], -segment.start, -_first_token(view, number)))
        first = after


def _placed(view: View, known: Iterable[_Known]) -> list[Hit]:
    """The hits of all segments of ``view``, where they stand in it, in order."""
    placed: list[Hit] = []
    for number, (segment, one) in enumerate(zip(view.document.segments, known, strict=True)):
        if one.hits:
            placed += _moved(one.hits, segment.start, _first_token(view, number))
    return placed


def _moved(hits: Iterable[Hit], by: int, tokens: int) -> Iterator[Hit]:
    for start, end, entry, variant, token, last, suggest in hits:
        yield Hit(start + by, end + by, entry, variant, token + tokens, last + tokens, suggest)


def _first_token(view: View, number: int) -> int:
    """The index of the first token of the segment ``number``; of the next one with tokens, where it has none."""
    return bisect_left(view.segment_of, number)
