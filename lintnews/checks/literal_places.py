"""Find names of villages that were translated: takes the view, gives "Flat" in "Pavlovo, Flat, Oleneva" and "s. Pigeon".

Which English words villages are called by is data (``rules/words/place-meanings.txt``). One of them with a capital is a name
where it stands in a list of names that are native beyond doubt, or behind the abbreviation of "village".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from lintnews.lexicon.native import region_of
from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.model import Example, Finding, RuleInfo
from lintnews.view import HYPHEN, PUNCTUATION, SPACE, View

LISTED = "literal-name/place-in-a-list"
ABBREVIATED = "literal-name/abbreviated-village"
CALLED = "literal-name/translated-village"
_PLACES = frozenset("village villages settlement settlements hamlet hamlets farmstead".split())
_NEAR = frozenset("near toward towards captured liberated shelled outskirts vicinity".split())
_BEHIND = frozenset("in of on at was were is are came and by with from near for after where district region".split())
_NATIVES = 2  # names in a list from which on it is one of places there
_LONGEST = 12  # names of a list that are looked at on either side
_WIDEST = 7  # code points of an abbreviation of "village", and one before it
_LINKS = frozenset(("and", "or"))


def rules() -> tuple[RuleInfo, ...]:
    """The rules that the check can give."""
    return (
        RuleInfo(
            LISTED,
            "warning",
            "A village’s name translated, in a list of places",
            "Its neighbours in the list are native names; a place is not translated.",
            examples=(
                Example("Ukraine said attacks were repelled near Spirne, Thorny, Nevske and Bilohorivka.", True),
                Example("Ukraine said attacks were repelled near Spirne, Terny, Nevske and Bilohorivka.", False),
            ),
        ),
        RuleInfo(
            ABBREVIATED,
            "warning",
            "A village’s name translated, behind the abbreviation of “village”",
            "“S.” stands for село; a place is not translated.",
            examples=(
                Example("Power was restored in s. Pigeon and s. Oleneva of Svaliava district, Ukraine.", True),
                Example("Power was restored in the village of Holubyne in Svaliava district, Ukraine.", False),
            ),
        ),
        RuleInfo(
            CALLED,
            "warning",
            "A village’s name translated",
            "The words before say that it is a place, and a place is not translated.",
            examples=(
                Example("Russian troops shelled the village of Clear Field near Kupiansk, Ukraine.", True),
                Example("Russian troops shelled the village of Yasne Pole near Kupiansk, Ukraine.", False),
            ),
        ),
    )


def check(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield a finding for each translated name of a village whose neighbourhood leaves no doubt."""
    natives = vocabulary.natives
    if natives is None:
        return
    for word in sorted(view.capitalised.keys() & natives.place_meanings.openings):
        phrases = natives.place_meanings.beginning(word)
        for place in view.capitalised[word]:
            words, names = next((item for item in phrases if _stands(view, place, item[0])), ((), ()))
            if not words:
                continue
            last = place + len(words) - 1
            rule = _rule(view, vocabulary, place, last)
            if rule and region_of(view, vocabulary).near(place):
                yield _finding(view, place, last, rule, names)


def _rule(view: View, vocabulary: Vocabulary, first: int, last: int) -> str:
    """The rule by which the words are the name of a place, or ""."""
    if _is_abbreviated(view.plain, view.tokens[first].start):
        return ABBREVIATED
    if _is_bounded(view, first, last) and _is_called_a_place(view, first, last):
        return CALLED
    opens = view.sentence(first)[0] == first  # its capital says nothing
    return LISTED if not opens and _in_list(view, vocabulary, first, last) else ""


def _is_called_a_place(view: View, first: int, last: int) -> bool:
    """Whether the words before say so: "the village of"; "near" will do before a name of two words."""
    before = view.sequence[max(0, first - 2) : first]
    if not before or any(joint != SPACE for joint in view.joints[max(0, first - 2) : first]):
        return False
    if before[-1] == "of" and len(before) > 1:
        before = before[:1]
    return before[-1] in _PLACES or (last > first and before[-1] in _NEAR)


def _is_abbreviated(plain: str, start: int) -> bool:
    """Whether an abbreviation of "village" stands before the word at ``start``, which nothing with a capital follows."""
    before = plain[max(0, start - _WIDEST) : start]
    return before.endswith(". ") and bool(_abbreviation().search(before)) and bool(_alone().match(plain, start))


@cache
def _abbreviation() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.])(?:[Ss]|[Vv]|pp|[Ss]mt|[Pp]gt|[Vv]ill?)\. \Z")


@cache
def _alone() -> re.Pattern[str]:
    return re.compile("[A-Z][a-z]{2,}(?! [A-Z])")


def _stands(view: View, place: int, words: Sequence[str]) -> bool:
    """Whether ``words`` stand at ``place``, each with a capital."""
    last = place + len(words) - 1
    if tuple(view.sequence[place : last + 1]) != tuple(words):
        return False
    return all(view.joints[n] == SPACE for n in range(place, last)) and all(
        view.plain[view.tokens[n].start].isupper() for n in range(place, last + 1)
    )


def _in_list(view: View, vocabulary: Vocabulary, first: int, last: int) -> bool:
    """Whether enough names beside the words in one list are native."""
    before, after = list(_items(view, first, -1)), list(_items(view, last, 1))
    return (
        _is_bounded(view, first, last)
        and sum(_is_native(view, vocabulary, item) for item in before + after) >= _NATIVES
        and not any(_is_title(view, vocabulary, item) for item in before[:1] + after[:1])
    )


def _is_bounded(view: View, first: int, last: int) -> bool:
    """Whether the words are a whole item: no capitalised word and no noun is joined to them."""
    if last + 1 < len(view.tokens) and view.joints[last] <= HYPHEN and view.tokens[last + 1].word not in _LINKS:
        return view.tokens[last + 1].word in _BEHIND
    return not (first and view.joints[first - 1] <= HYPHEN and view.plain[view.tokens[first - 1].start].isupper())


def _items(view: View, place: int, step: int) -> Iterator[tuple[int, int]]:
    """The first and last tokens of the items of the list on one side of ``place``, nearest first."""
    for _ in range(_LONGEST):
        edge = place if step > 0 else place - 1
        if not 0 <= edge < len(view.tokens) - 1:
            return
        place += step
        if view.tokens[place].word in _LINKS and view.joints[edge] in (SPACE, PUNCTUATION):
            place += step
        elif not (view.joints[edge] == PUNCTUATION and view.plain[view.tokens[edge].end] == ","):
            return
        if not 0 <= place < len(view.tokens) or not view.plain[view.tokens[place].start].isupper():
            return
        start = place
        while 0 <= place + step < len(view.tokens) and view.joints[place if step > 0 else place - 1] <= HYPHEN:
            if not view.plain[view.tokens[place + step].start].isupper():
                break
            place += step
        yield min(start, place), max(start, place)


def _is_native(view: View, vocabulary: Vocabulary, item: tuple[int, int]) -> bool:
    """Whether no English word is part of a name, or it is a right form of the glossary."""
    words = view.sequence[item[0] : item[1] + 1]
    return all(len(word) > 3 and not vocabulary.frequency(word) and word.isalpha() for word in words)


def _is_title(view: View, vocabulary: Vocabulary, item: tuple[int, int]) -> bool:
    """Whether the item is English altogether, and of several words: a list of titles or bodies."""
    words = view.sequence[item[0] : item[1] + 1]
    return len(words) > 1 and all(vocabulary.frequency(word) > 0 for word in words)


def _finding(view: View, first: int, last: int, rule: str, names: tuple[str, ...]) -> Finding:
    start, end = view.tokens[first].start, view.word_end(last)
    message = f"“{view.text(start, end)}” stands where a place does: the name was translated"
    return Finding(start, end, rule, "literal-name", "warning", "likely", message, names[:3])
