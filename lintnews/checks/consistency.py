"""One name spelled two ways in a document: takes the view, gives a finding for each place of the rarer spelling.

Two spellings are one name when they go back to the same Cyrillic skeleton ("Hajday", "Haidai"), or when a surname stands
with given names that are one name in two languages ("Eugene Prigozhin", "Yevgeny Prigozhin"). Names of different people
are told apart by what stands before and behind them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lintnews.lexicon.descent import looks_cyrillic, skeleton
from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.model import Example, Finding, RuleInfo
from lintnews.view import SPACE, View

RULE = "inconsistent-term/one-name-two-spellings"
RULES = (
    RuleInfo(
        RULE,
        "warning",
        "One name spelled two ways",
        "The spellings are romanizations of the same name; a reader takes them for two people or two places.",
        examples=(
            Example("Serhiy Hajday of Ukraine spoke first. Haidai then left, and Serhiy Haidai did not return.", True),
            Example("Andriy Petrenko of Ukraine met Oleh Petrenko, and Ivanov met Ivanova.", False),
        ),
    ),
)
_REGION = frozenset(
    "ukraine ukrainian ukrainians russia russian russians belarus belarusian kremlin kyiv moscow minsk crimea donbas".split()
)
_SHORTEST = 4  # letters of a skeleton; shorter ones are shared by chance


class _Spelling(NamedTuple):
    """A spelling of a name: its tokens, and the capitalised words met before and behind it."""

    word: str
    places: list[int]
    before: frozenset[str]
    behind: frozenset[str]


def check(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Findings for the rarer spellings of names that the document spells in several ways."""
    groups: dict[str, list[_Spelling]] = {}
    for word in view.words:
        if len(word) >= _SHORTEST and word.isalpha() and not vocabulary.lists(word):
            places = [place for place in view.words[word] if _is_name(view, place)]
            if places:
                root = skeleton(word)
                if len(root) >= _SHORTEST:
                    groups.setdefault(root, []).append(_spelling(view, word, places))
    regional = any(word in view.words for word in _REGION)
    for spellings in groups.values():
        if len(spellings) > 1:
            yield from _rarer(view, vocabulary, spellings, regional)
    if regional:
        yield from _given(view, vocabulary, groups)


def _is_name(view: View, place: int) -> bool:
    start, end, _ = view.tokens[place]
    text = view.plain[start:end]
    return text[0].isupper() and not text.isupper() and not view.in_address(start, end)


def _spelling(view: View, word: str, places: list[int]) -> _Spelling:
    before, behind = set(), set()
    for place in places:
        if place and view.joints[place - 1] == SPACE and _is_name(view, place - 1):
            before.add(view.tokens[place - 1].word)
        if place + 1 < len(view.tokens) and view.joints[place] == SPACE and _is_name(view, place + 1):
            behind.add(view.tokens[place + 1].word)
    return _Spelling(word, places, frozenset(before), frozenset(behind))


def _rarer(view: View, vocabulary: Vocabulary, spellings: Sequence[_Spelling], regional: bool) -> Iterator[Finding]:
    best, *others = sorted(
        spellings, key=lambda item: (not vocabulary.knows(item.word), -len(item.places), item.places[0])
    )
    for other in others:
        if _is_one_name(best, other, _groups(vocabulary), regional):
            for place in other.places:
                start, end, _ = view.tokens[place]
                yield _finding(view, start, _bare_end(view, end), _capitalised(best.word), len(best.places))


def _is_one_name(one: _Spelling, other: _Spelling, given: Mapping[str, frozenset[int]], regional: bool) -> bool:
    """Whether what stands around two spellings lets them be one name, and something says that they are."""
    if _plural(one.word, other.word):
        return False
    before, behind = _related(one.before, other.before, given), _related(one.behind, other.behind, given)
    if before is False or behind is False:
        return False
    if before or behind:
        return regional or looks_cyrillic(one.word)
    return regional and looks_cyrillic(one.word) and looks_cyrillic(other.word)


def _plural(one: str, other: str) -> bool:
    return one + "s" == other or other + "s" == one


def _related(one: frozenset[str], other: frozenset[str], given: Mapping[str, frozenset[int]]) -> bool | None:
    """True: a neighbour in common; False: neighbours, and none in common; None: at most one of the two has any."""
    if not one or not other:
        return None
    mine, yours = {skeleton(word) for word in one}, {skeleton(word) for word in other}
    if mine & yours:
        return True
    people = [frozenset().union(*(given.get(root, frozenset()) for root in roots)) for roots in (mine, yours)]
    return bool(people[0] & people[1])


def _given(view: View, vocabulary: Vocabulary, groups: Mapping[str, Sequence[_Spelling]]) -> Iterator[Finding]:
    """Findings for surnames that stand with one given name in two languages."""
    given = _groups(vocabulary)
    for spellings in groups.values():
        places = [place for spelling in spellings for place in spelling.places]
        first: dict[str, list[int]] = {}
        for place in sorted(places):
            if place and view.joints[place - 1] == SPACE and (root := skeleton(view.tokens[place - 1].word)) in given:
                first.setdefault(root, []).append(place)
        ranked = sorted(first, key=lambda root: (-len(first[root]), first[root][0]))
        for root in ranked[1:]:
            if given[root] & given[ranked[0]]:
                right = view.tokens[first[ranked[0]][0] - 1].word
                for place in first[root]:
                    start, end, _ = view.tokens[place - 1]
                    yield _finding(view, start, end, _capitalised(right), len(first[ranked[0]]))


def _groups(vocabulary: Vocabulary) -> Mapping[str, frozenset[int]]:
    return vocabulary.names.given_skeletons if vocabulary.names else {}


def _capitalised(word: str) -> str:
    return word[:1].upper() + word[1:]


def _bare_end(view: View, end: int) -> int:
    return end - 2 if view.plain[end - 2 : end].lower() in ("'s", "\u2019s") else end


def _finding(view: View, start: int, end: int, right: str, count: int) -> Finding:
    often = "once" if count == 1 else f"{count} times"
    message = f"“{view.text(start, end)}” and “{right}” ({often} here) are one name spelled two ways: keep to one"
    return Finding(start, end, RULE, "inconsistent-term", "warning", "likely", message, (right,))
