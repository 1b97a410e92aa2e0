"""One name under two spellings in the files of one run: takes the names of each file, gives findings for the rarer spellings.

Two spellings are taken for one name when they go back to one native name (``lexicon.spellings.root``), whatever the
number of letters that differ, and the given names before them do not say that they are two people's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lintnews.lexicon.descent import looks_cyrillic
from lintnews.lexicon.spellings import bare, given_before, given_number, is_inflected, names, root, skeleton
from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.model import Confidence, Document, Finding, NameUse, RuleInfo, Severity
from lintnews.parts import parts
from lintnews.view import View

RULE = "inconsistent-term/across-files"
_PLACES = 50  # files in which a rarer spelling is marked; memory stays flat however many there are
_TOLD = 3  # files that a message names


class Place(NamedTuple):
    """Where a file has a name first."""

    path: str
    use: NameUse


class _Spelling:
    """One spelling of a name: in how many files, how often, where, and after which given names."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.path = ""  # of the last file counted
        self.files = self.times = 0
        self.places: list[Place] = []
        self.given: dict[str, _Spelling] = {}

    def add(self, place: Place) -> bool:
        """Count one more use; gives whether its place is kept."""
        self.times += place.use.times
        if self.places and self.path == place.path:
            return False
        self.path = place.path
        self.files += 1
        if len(self.places) == _PLACES:
            return False
        self.places.append(place)
        return True


def rules() -> tuple[RuleInfo, ...]:
    """The rules that names of several files may break."""
    return (
        RuleInfo(
            RULE,
            "warning",
            "One name spelled two ways in the files of one run (with --across)",
            "Readers, and the archive's search, take the two for two people or places. The rarer spelling is marked once in each "
            "file, the commoner one suggested; a spelling of the glossary always counts as the one to keep.",
        ),
    )


def uses(document: Document, vocabulary: Vocabulary, findings: Sequence[Finding]) -> Iterator[NameUse]:
    """The names of ``document`` that no English dictionary has; not where one of ``findings`` is an alarm already."""
    taken = [(finding.start, finding.end) for finding in findings if finding.severity != "info" and not finding.set_aside]
    for offset, part in parts(document):
        view = View(part)
        for name in names(view, vocabulary):
            if given_number(name.word, vocabulary) >= 0:
                continue  # many people have it
            first: dict[str, NameUse] = {}
            for place in name.places:
                start, given = view.tokens[place].start, given_before(view, place)
                before = view.tokens[place - 1].start if given else start
                end = view.word_end(place)
                if any(low < offset + end and offset + before < high for low, high in taken):
                    continue
                known = first.get(given)
                first[given] = (
                    known._replace(times=known.times + 1)
                    if known
                    else NameUse(name.shown, offset + start, offset + end, 1, *_given(view, place, offset, given))
                )
            yield from first.values()


def _given(view: View, place: int, offset: int, given: str) -> tuple[str, int, int]:
    """How the given name before the token ``place`` is written, its start and its end; empty where there is none."""
    start = offset + view.tokens[place].start
    if not given:
        return "", start, start
    return view.letters(place - 1), offset + view.tokens[place - 1].start, offset + view.word_end(place - 1)


class Across:
    """Takes the names of files one by one. Memory grows with the number of distinct names only."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._names: dict[str, dict[str, _Spelling]] = {}  # root → small-letter spelling

    def add(self, path: str, found: Iterable[NameUse]) -> bool:
        """Count the names of the file at ``path``; gives whether findings may point there."""
        kept = False
        for use in sorted(found, key=lambda use: use.start):
            word, place = use.text.lower(), Place(path, use)
            if self._vocabulary.frequency(word):
                continue  # a name that English has: Johnson, Jonson
            spellings = self._names.setdefault(skeleton(word), {})
            spelling = spellings.setdefault(word, _Spelling(use.text))
            kept |= spelling.add(place)
            if use.given:
                kept |= spelling.given.setdefault(use.given.lower(), _Spelling(use.given)).add(place)
        return kept

    def findings(self) -> Iterator[tuple[str, Finding]]:
        """Path and finding for each place of a rarer spelling."""
        for spellings in self._names.values():
            if any(looks_cyrillic(word) for word in spellings):
                if len(spellings) > 1:
                    yield from self._surnames(spellings)
                yield from self._given_names(spellings)

    def _surnames(self, spellings: dict[str, _Spelling]) -> Iterator[tuple[str, Finding]]:
        usual, *others = sorted(spellings, key=lambda word: self._weight(word, spellings[word]))
        best = spellings[usual]
        for word in others:
            rarer = spellings[word]
            if is_inflected(usual, word) or self._are_two(best, rarer):
                continue
            sure = bool(self._people(best) & self._people(rarer))
            doubtful = self._is_right(word) or bare(word) == bare(usual) or not (sure or len(best.given) < 2)
            severity: Severity = "info" if doubtful else "warning"
            for place in rarer.places:
                span = place.use.start, place.use.end
                yield place.path, _finding(span, rarer, best, severity, "likely" if sure else "possible")

    def _given_names(self, spellings: dict[str, _Spelling]) -> Iterator[tuple[str, Finding]]:
        """Eugene beside Yevgeny before one surname, however that is spelled."""
        for spelling in spellings.values():
            people: dict[int, list[_Spelling]] = {}
            for given, found in spelling.given.items():
                number = given_number(given, self._vocabulary)
                if number >= 0:
                    people.setdefault(number, []).append(found)
            for group in people.values():
                best, *others = sorted(group, key=lambda found: (-found.files, -found.times, self._is_english(found)))
                for rarer in others:
                    for place in rarer.places:
                        span = place.use.given_start, place.use.given_end
                        yield place.path, _finding(span, rarer, best, "warning", "likely", spelling.shown)

    def _weight(self, word: str, spelling: _Spelling) -> tuple[bool, int, int]:
        return not self._is_right(word), -spelling.files, -spelling.times

    def _is_right(self, word: str) -> bool:
        return self._vocabulary.has_name(word)

    def _is_english(self, given: _Spelling) -> bool:
        """Whether a given name is no spelling of its native form: Eugene."""
        names = self._vocabulary.names
        return names is not None and not names.spells_given(given.shown.lower())

    def _people(self, spelling: _Spelling) -> set[str]:
        return {root(given, self._vocabulary) for given in spelling.given}

    def _are_two(self, first: _Spelling, second: _Spelling) -> bool:
        mine, yours = self._people(first), self._people(second)
        return bool(mine and yours) and mine.isdisjoint(yours)


def _finding(
    span: tuple[int, int], rarer: _Spelling, best: _Spelling, severity: Severity, confidence: Confidence, family: str = ""
) -> Finding:
    name = f" {family}" if family else ""
    message = f"“{rarer.shown}{name}” is “{best.shown}{name}” in other files of this run ({_files(best)})"
    return Finding(*span, RULE, "inconsistent-term", severity, confidence, message, (best.shown,))


def _files(spelling: _Spelling) -> str:
    told = [place.path for place in spelling.places[:_TOLD]]
    rest = spelling.files - len(told)
    return ", ".join(told) + (f" and {rest} more" if rest else "")
