"""Find one name under two spellings: takes the view, gives a finding for the rarer spelling, with the other suggested.

Two spellings are taken for one name when only romanization tells them apart (Zelensky, Zelenskyy; Kim Jong Un, Kim
Jong-un) and the words before them do not name two people. The whole document is read before anything is said.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from lintnews.lexicon.spellings import Name, bare, given_before, given_key, is_inflected, names, skeleton, sturdy
from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.model import Confidence, Evidence, Example, Finding, RuleInfo, Severity
from lintnews.view import HYPHEN, SPACE, View

SPELLING = "inconsistent-term/two-spellings"
JOINT = "inconsistent-term/two-hyphenations"
_MOST = 8  # spellings of one name that are compared, so that an archive in one file takes its time once
_LONG = 7  # letters of a skeleton from which one differing vowel still is the same name


def rules() -> tuple[RuleInfo, ...]:
    """The rules that the check can give."""
    return (
        RuleInfo(
            SPELLING,
            "warning",
            "One name under two spellings",
            "Each engine and each agency romanizes in its own way; a reader takes the two for two people.",
            examples=(
                Example("Anton Pidlisnyy spoke first. Pidlisny then left, and Pidlisny said no more.", True),
                Example("Petro Zabolotsky met his wife, Olha Zabolotska, and Ivan Zabolotyuk.", False),
            ),
        ),
        RuleInfo(
            JOINT,
            "warning",
            "One name with and without a hyphen",
            "A name is written one way throughout a text.",
            examples=(
                Example("Park Geun-hye met Park Geun Hye's aide; Park Geun Hye spoke.", True),
                Example("Park Geun-hye and the five-year plan of five years met.", False),
            ),
        ),
    )


def check(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield a finding for every name that the document spells in two ways."""
    yield from _hyphenations(view, vocabulary)
    for first, second in _pairs(_alike(list(names(view, vocabulary)))):
        finding = _judge(view, first, second, vocabulary)
        if finding:
            yield finding


# One name with and without a hyphen


def _hyphenations(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    done: set[tuple[str, str]] = set()
    for place in _hyphens(view):
        pair = (view.tokens[place].word, view.tokens[place + 1].word)
        if pair in done or not _is_name_pair(view, place, vocabulary):
            continue
        done.add(pair)
        forms: dict[str, list[int]] = {}
        for other in view.words[pair[0]]:
            if other + 1 < len(view.tokens) and view.tokens[other + 1].word == pair[1]:
                forms.setdefault(_form(view, other), []).append(other)
        forms = {form: places for form, places in forms.items() if form[:1].isupper() and not form.isupper()}
        if len(forms) > 1:
            yield _two_forms(view, forms)


def _hyphens(view: View) -> Iterator[int]:
    """Places of tokens with a capital that a hyphen joins to the next."""
    if "-" in view.plain:
        for match in _joined().finditer(view.plain):
            place = view.token_at(match.start() - 1)
            if place + 1 < len(view.tokens) and view.joints[place] == HYPHEN:
                yield place


@cache
def _joined() -> re.Pattern[str]:
    return re.compile("-(?<=[a-z]-)(?=[A-Za-z])")


def _is_name_pair(view: View, place: int, vocabulary: Vocabulary) -> bool:
    first, second = view.tokens[place], view.tokens[place + 1]
    if not view.plain[first.start].isupper() or len(first.word) < 2 or len(second.word) < 2:
        return False
    return not (vocabulary.knows(first.word) and vocabulary.knows(second.word)) or _follows_capital(view, place)


def _follows_capital(view: View, place: int) -> bool:
    """Whether the pair is the rest of a longer name: Kim Jong-un."""
    if not place or view.joints[place - 1] != SPACE:
        return False
    before = view.tokens[place - 1]
    second = view.tokens[place + 1]
    return view.plain[before.start].isupper() and len(before.word) < 6 and view.plain[second.start].islower()


def _form(view: View, place: int) -> str:
    """The pair as it is written, one space for white space and no possessive; "" when more stands between."""
    first, second = view.tokens[place], view.tokens[place + 1]
    between = view.text(first.end, second.start).strip()
    if between not in ("", "-", "\u2010", "\u2011"):
        return ""
    return view.letters(place) + ("-" if between else " ") + view.letters(place + 1)


def _two_forms(view: View, forms: dict[str, list[int]]) -> Finding:
    (best, most), *_ = sorted(forms.items(), key=lambda item: (-len(item[1]), item[1][0]))
    place = min(places[0] for form, places in forms.items() if form != best)
    start, end = view.tokens[place].start, view.word_end(place + 1)
    if most[0] and _follows_capital(view, place) and view.tokens[place - 1].word == view.tokens[most[0] - 1].word:
        family = view.tokens[place - 1]
        start, best = family.start, f"{view.plain[family.start : family.end]} {best}"
    message = f"“{view.text(start, end)}” is “{best}” elsewhere in this text ({_times(len(most))})"
    evidence = (_evidence(view, most[0], most[0] + 1),)
    return Finding(start, end, JOINT, "inconsistent-term", "warning", "certain", message, (best,), evidence)


# One name under two spellings


def _alike(found: list[Name]) -> list[Name]:
    """Those of the names that share their sturdy consonants with another: only they can be spellings of one name."""
    frames = [sturdy(name.word) for name in found]
    many = Counter(frames)
    return [name for name, frame in zip(found, frames, strict=True) if many[frame] > 1]


def _pairs(found: list[Name]) -> Iterator[tuple[Name, Name]]:
    """Names whose skeletons are equal, or differ in one vowel that is not the last letter."""
    same: dict[str, list[Name]] = {}
    for name in found:
        same.setdefault(skeleton(name.word), []).append(name)
    for group in same.values():
        yield from combinations(group[:_MOST], 2)
    near: dict[str, list[str]] = {}
    for shared in same:
        if len(shared) >= _LONG:
            for key in _vowel_keys(shared):
                near.setdefault(key, []).append(shared)
    seen: set[tuple[str, str]] = set()
    for skeletons in near.values():
        for pair in combinations(skeletons[:_MOST], 2):
            if pair not in seen and pair[0] != pair[1]:
                seen.add(pair)
                yield same[pair[0]][0], same[pair[1]][0]


def _vowel_keys(skeleton: str) -> set[str]:
    """The skeleton with one inner vowel blanked or left out: two that share a key differ in that vowel alone."""
    keys = set()
    for place, letter in enumerate(skeleton[1:-2], 1):
        if letter in "aeiou":
            keys.add(f"{skeleton[:place]}.{skeleton[place + 1 :]}")
    return keys


def _judge(view: View, first: Name, second: Name, vocabulary: Vocabulary) -> Finding | None:
    if is_inflected(first.word, second.word) or _is_gloss(view, first, second) or _is_gloss(view, second, first):
        return None
    given = [{given_key(given_before(view, place)) for place in name.places} - {""} for name in (first, second)]
    if given[0] and given[1] and given[0].isdisjoint(given[1]):
        return None  # two people
    first, second = sorted((first, second), key=lambda name: _weight(name, vocabulary), reverse=True)
    equal = skeleton(first.word) == skeleton(second.word)
    shared = bool(given[0] & given[1])
    return _two_spellings(view, first, second, equal, shared)


def _is_gloss(view: View, first: Name, second: Name) -> bool:
    """Whether the copy itself gives ``second`` in brackets behind ``first``: Dimax (Dimaks)."""
    behind = {view.tokens[place].end for place in first.places}
    starts = (view.tokens[place].start for place in second.places)
    return any(start - 2 in behind and view.plain[start - 2 : start] == " (" for start in starts)


def _weight(name: Name, vocabulary: Vocabulary) -> tuple[bool, int, int]:
    """What makes a spelling the one to keep: it is in the glossary, it is used more, it came first."""
    return vocabulary.has_name(name.word), len(name.places), -name.places[0]


def _two_spellings(view: View, usual: Name, rarer: Name, equal: bool, shared: bool) -> Finding:
    token = view.tokens[rarer.places[0]]
    message = f"“{rarer.shown}” is spelled “{usual.shown}” elsewhere in this text ({_times(len(usual.places))})"
    accents = bare(usual.word) == bare(rarer.word)
    severity: Severity = "info" if accents else "warning"
    confidence: Confidence = "certain" if equal and shared else "likely" if severity == "warning" else "possible"
    evidence = (_evidence(view, usual.places[0], usual.places[0]),)
    end = view.word_end(rarer.places[0])
    return Finding(token.start, end, SPELLING, "inconsistent-term", severity, confidence, message, (usual.shown,), evidence)


def _evidence(view: View, first: int, last: int) -> Evidence:
    """The tokens ``first`` to ``last``, which tell the better spelling."""
    start, end = view.tokens[first].start, view.word_end(last)
    return Evidence(view.text(start, end), start, end, 1.0, "elsewhere")


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"
