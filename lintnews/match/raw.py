"""Rules that are regular expressions: takes a View, a Lexicon and where phrases call for them, gives Hits.

An expression runs only in a stretch of text where one of its phrases or strings stands, and never longer than its time
limit, which grows with the stretch. One that describes a whole line (``^…$``) runs only in short lines: that is what page
leftovers are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import accumulate

from lintnews.lexicon.lexicon import Clue, Lexicon
from lintnews.lexicon.marks import FAR, MARGIN
from lintnews.model import Hit
from lintnews.typed import Any
from lintnews.view import View

_LETTERS = re.compile("[a-z]+")
_DIGIT = re.compile("[0-9]")
_SPACE = re.compile(r"\s")
_TELLING = 3  # letters under which a string is nearly everywhere
_SHORT = 50_000  # code points of a text that is looked through as fast as its words
_HANDFUL, _SHARE = 50, 6  # places are looked at one by one when they are so few, or so small a part of all
_STRETCH, _LAP = 8_000, 1_000  # code points searched at once in a segment that is longer, and how far stretches overlap
TIMEOUT = 0.5  # seconds one rule may take on a stretch, however short
_LINE = 150  # code points of the longest line that can be a page leftover
PACE = 4_000_000  # code points a second; on a long stretch a rule may take as long as that makes

Place = tuple[int, int]  # a half-open range of code points
Stretch = tuple[int, int, int]  # in which an expression is tried: the range, and where in it a match may begin at the latest
Rule = tuple[int, int]  # entry and variant


class Expressions:
    """The expression rules of a lexicon; compiled the first time one is called for."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._searched = list(lexicon.searched())
        self._lexicon = lexicon
        self._compiled: dict[Rule, Any] = {}

    def compile(self) -> None:
        """Compile every expression at once, for who has the time."""
        for number in self._lexicon.numbers():
            for variant, record in enumerate(self._lexicon.entry(number).get("variants", ())):
                if "expression" in record:
                    self._engine((number, variant))

    def find(self, view: View, woken: Mapping[Rule, Mapping[int, Iterable[int]]]) -> tuple[list[Hit], list[str]]:
        """Hits in ``view``, and a message for each rule stopped by its time limit.

        ``woken`` says at which tokens phrases call for each alternative of a rule.
        """
        hits: dict[Hit, None] = {}
        stopped: list[str] = []
        for rule, places in self._places(view, woken).items():
            try:
                hits.update(dict.fromkeys(self._run(view, rule, sorted(places)) if places else ()))
            except TimeoutError:
                stopped.append(f"the rule {self._lexicon.entry(rule[0])['id']!r} took too long and was stopped")
        return list(hits), stopped

    def _places(self, view: View, woken: Mapping[Rule, Mapping[int, Iterable[int]]]) -> dict[Rule, set[Stretch]]:
        """Where each rule is to be tried."""
        found: dict[Rule, set[Stretch]] = {}
        for rule, calls in woken.items():
            found[rule] = set()
            for alternative, tokens in calls.items():
                clue = self._lexicon.clue(*rule, alternative)
                around = _line_around if clue.of_line else _near if max(clue.before, clue.after) < FAR else _stretches_around
                for token in _telling(view, tokens, clue):
                    found[rule].update(around(view, token, clue))
        if self._searched:
            present = _Present(view)
            whole, lines = _Text(view, _stretches(view), present), _Text(view, _short_lines(view), present)
            for entry, variant, clue in self._searched:
                places = (lines if clue.of_line else whole).matching(clue)
                found.setdefault((entry, variant), set()).update((start, end, end) for start, end in places)
        return found

    def _run(self, view: View, rule: Rule, places: list[Stretch]) -> Iterator[Hit]:
        _, _, tame, mark, templates = self._lexicon.expression(*rule)
        engine = self._engine(rule)
        for start, end, latest in _merged(places):
            limits = {} if tame else {"timeout": TIMEOUT + (end - start) / PACE}
            for match in engine.finditer(view.plain, start, end, **limits):
                if match.start() > latest:
                    break
                if match.end(mark) > match.start(mark):
                    suggest = tuple(_expand(match, text) for text in templates)
                    first = view.token_at(match.start(mark))
                    last = max(first, view.token_at(match.end(mark) - 1))
                    yield Hit(match.start(mark), match.end(mark), *rule, first, last, suggest)

    def _engine(self, rule: Rule) -> Any:
        """The compiled expression of a rule."""
        found = self._compiled.get(rule)
        if found is None:
            expression, exact, tame, _, _ = self._lexicon.expression(*rule)
            library: Any = re
            if not tame:
                import regex

                library = regex  # has a time limit; importing it takes as long as linting an article
            flags = library.MULTILINE | (0 if exact else library.IGNORECASE)
            found = self._compiled[rule] = library.compile(expression, flags)
        return found


def _expand(match: Any, template: str) -> str:
    return str(match.expand(template)) if "\\" in template else template


def _merged(stretches: list[Stretch]) -> Iterator[Stretch]:
    """``stretches``, which are in order, with those as one that overlap and are short."""
    start, end, latest = stretches[0]
    for stretch in stretches[1:]:
        if stretch[0] < end and stretch[1] - start <= _STRETCH:
            end, latest = max(end, stretch[1]), max(latest, stretch[2])
        else:
            yield start, end, latest
            start, end, latest = stretch
    yield start, end, latest


def _telling(view: View, tokens: Iterable[int], clue: Clue) -> Iterator[int]:
    """Those of ``tokens`` around which all stands that an alternative cannot match without, and that begin their line."""
    low, plain, openings, of_line, digit, before, after, _ = clue
    for token in tokens:
        at, end, _ = view.tokens[token]
        start = at - before if at > before else 0
        end += after
        if of_line and not _begins_line(view, token, start):
            continue
        if digit and not _DIGIT.search(view.plain, start, end):
            continue
        if low and not _has_all(view.folded[start:end], low):
            continue
        if plain and not _has_all(view.plain[start:end], plain):
            continue
        if openings and not _opens(view, token, openings):
            continue
        yield token


def _has_all(text: str, sets: Iterable[Iterable[str]]) -> bool:
    """Whether ``text`` holds a string of each of ``sets``."""
    for strings in sets:
        for string in strings:
            if string in text:
                break
        else:
            return False
    return True


def _begins_line(view: View, token: int, start: int) -> bool:
    """Whether a line begins between ``start`` and ``token``."""
    at = view.tokens[token].start
    return view.plain.find("\n", start, at) >= 0 or start <= view.document.segments[view.segment_of[token]].start


def _opens(view: View, token: int, openings: Iterable[str]) -> bool:
    """Whether the line of ``token`` begins with one of ``openings``."""
    segment = view.document.segments[view.segment_of[token]]
    line = view.folded.rfind("\n", segment.start, view.tokens[token].start) + 1 or segment.start
    return view.folded[line : line + _LINE].lstrip(MARGIN).startswith(tuple(openings))


def _line_around(view: View, token: int, clue: Clue) -> Iterator[Stretch]:
    """The short line that holds ``token``, if there is one."""
    at = view.tokens[token].start
    segment = view.document.segments[view.segment_of[token]]
    start = view.plain.rfind("\n", max(segment.start, at - _LINE - 1), at) + 1 or segment.start
    end = view.plain.find("\n", at, min(segment.end, at + _LINE + 1))
    end = segment.end if end < 0 else end
    if end - start <= _LINE:
        yield start, end, end


def _near(view: View, token: int, clue: Clue) -> Iterator[Stretch]:
    """What a match may take up that ``token`` calls for; it begins at that word or before."""
    at, end, _ = view.tokens[token]
    segment = view.document.segments[view.segment_of[token]]
    limit = min(end + clue.after + FAR, segment.end)
    space = _SPACE.search(view.plain, end + clue.after, limit)  # a word cut in two would look like one that ends
    yield max(at - clue.before, segment.start), space.start() if space else limit, at


def _stretches_around(view: View, token: int, clue: Clue) -> Iterator[Stretch]:
    """The stretches that hold ``token``: its segment, or one or two parts of it."""
    segment = view.document.segments[view.segment_of[token]]
    if segment.end - segment.start <= _STRETCH:
        yield segment.start, segment.end, segment.end
        return
    at = view.tokens[token].start - segment.start
    step = _STRETCH - _LAP
    for number in range(max(0, at - _STRETCH + 1) // step, at // step + 1):
        start = segment.start + number * step
        if start <= at + segment.start < start + _STRETCH:
            end = min(start + _STRETCH, segment.end)
            yield start, end, end


def _stretches(view: View) -> Iterator[Place]:
    """All of the text: each segment, long ones in parts that overlap."""
    for segment in view.document.segments:
        for start in range(segment.start, max(segment.end - _LAP, segment.start + 1), _STRETCH - _LAP):
            if segment.end - segment.start <= _STRETCH:
                yield segment.start, segment.end
                break
            yield start, min(start + _STRETCH, segment.end)


class _Present(dict[str, bool]):
    """Strings → whether their longest run of letters is part of any word: looked up in the words, a tenth of a long text.

    A short text is taken to have them all.
    """

    def __init__(self, view: View) -> None:
        super().__init__()
        self._words = "\n".join(view.words) if len(view.plain) > _SHORT else ""

    def __missing__(self, text: str) -> bool:
        if not self._words:
            return True
        letters = max(_LETTERS.findall(text.lower()), key=len, default="")
        self[text] = found = len(letters) < _TELLING or letters in self._words
        return found


class _Text:
    """Some places of a view, searched together for literals: small letters match either case, capitals only capitals."""

    def __init__(self, view: View, places: Iterable[Place], present: _Present) -> None:
        self._present = present
        self._places = list(places)
        self._ends = list(accumulate(end - start + 1 for start, end in self._places))
        self._plain = "\n".join(view.plain[start:end] for start, end in self._places)
        self._folded = "\n".join(view.folded[start:end] for start, end in self._places)

    def matching(self, clue: Clue) -> list[Place]:
        """Each place that begins as ``clue`` has it and holds what it asks for, once and in order."""
        found = self._beginning(tuple(clue.openings)) if clue.openings and clue.of_line else None
        for literals in sorted(clue.low + clue.plain, key=len):
            if found is None:
                found = self._holding(literals)
            elif len(found) <= _HANDFUL + len(self._places) // _SHARE:
                found = {number for number in found if self._holds(number, literals)}
            else:
                found &= self._holding(literals)
            if not found:
                return []
        numbers = sorted(range(len(self._places)) if found is None else found)
        return [self._places[n] for n in numbers if not clue.digit or _DIGIT.search(self._plain, self._start(n), self._ends[n])]

    def _beginning(self, heads: tuple[str, ...]) -> set[int]:
        return {number for number, line in enumerate(self._lines) if line.startswith(heads)}

    @cached_property
    def _lines(self) -> list[str]:
        return [self._folded[self._start(n) : end].lstrip(MARGIN) for n, end in enumerate(self._ends)]

    def _holds(self, number: int, literals: list[str]) -> bool:
        start, end = self._start(number), self._ends[number]
        return any(
            (self._folded if literal == literal.lower() else self._plain).find(literal, start, end) >= 0
            for literal in filter(self._present.__getitem__, literals)
        )

    def _start(self, number: int) -> int:
        return self._ends[number - 1] if number else 0

    def _holding(self, literals: list[str]) -> set[int]:
        found: set[int] = set()
        for literal in filter(self._present.__getitem__, literals):
            text = self._folded if literal == literal.lower() else self._plain
            at = text.find(literal)
            while at >= 0:
                number = bisect_right(self._ends, at)
                found.add(number)
                at = text.find(literal, self._ends[number])
        return found


def _short_lines(view: View) -> Iterator[Place]:
    for segment in view.document.segments:
        start = segment.start
        while start < segment.end:
            end = view.plain.find("\n", start, segment.end)
            end = segment.end if end < 0 else end
            if 0 < end - start <= _LINE:
                yield start, end
            start = end + 1
