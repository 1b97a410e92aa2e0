"""Find names that are a letter or two off a name of the news: takes the view, gives "Zelannsky", "Maripol", "Kharsan".

No table of letters spells these; the engine put the name together from pieces, or it came through two languages. Told by
what the news names day after day (``rules/words/prominent-names.txt``): a word nobody knows that is nearly such a name, in a
passage about the region.
"""

from __future__ import annotations

from collections.abc import Iterator

from lintnews.lexicon.native import region_of
from lintnews.lexicon.prominent import Prominent
from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.model import Example, Finding, RuleInfo
from lintnews.view import HYPHEN, SPACE, View

RULE = "wrong-romanization/mangled-name"
_SHORTEST = 6  # letters of a word that may be judged
_BEFORE = frozenset(
    "president general minister governor mayor commander chief spokesman spokeswoman colonel mr mrs ms gen in of from near for "
    "the ukraine ukrainian russia russian ukraine's russia's".split()
)


def rules() -> tuple[RuleInfo, ...]:
    """The rules that the check can give."""
    return (
        RuleInfo(
            RULE,
            "warning",
            "A name a letter or two off one that the news is full of",
            "No romanization spells it so; the engine put it together from pieces.",
            examples=(
                Example("Two people were killed in Maripol, Ukraine said.", True),
                Example("Two people were killed in Mariupol, Ukraine said.", False),
            ),
        ),
    )


def check(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield a finding for each place of an unknown capitalised word that is nearly a name of the news."""
    natives, names = vocabulary.natives, vocabulary.names
    if natives is None or names is None:
        return
    region = region_of(view, vocabulary)
    for word, places in view.capitalised.items():
        if len(word) < _SHORTEST or not word.isalpha() or vocabulary.knows(word):
            continue
        if not any(map(region.near, places)):
            continue
        right = natives.prominent.nearest(word)
        named = "" if right else _person(view, places[0], natives.prominent)
        if not (right or named) or names.readings([word]):
            continue
        for place in places:
            if region.near(place) and (named or _may_be(view, place, right, natives.prominent)):
                yield _finding(view, place, right or named)


def _person(view: View, place: int, prominent: Prominent) -> str:
    """The surname meant where the given name before it is that of somebody known."""
    if not place or view.joints[place - 1] != SPACE:
        return ""
    return prominent.person(view.tokens[place - 1].word, view.tokens[place].word)


def _may_be(view: View, place: int, right: str, prominent: Prominent) -> bool:
    """Whether the word is no part of another name: alone, or behind the given name of the one it is taken for."""
    if HYPHEN in view.joints[max(0, place - 1) : place + 1]:
        return False
    if not place or view.joints[place - 1] != SPACE:
        return True
    before = view.tokens[place - 1]
    opens = view.sentence(place)[0] == place - 1  # its capital says nothing
    if not view.plain[before.start].isupper() or before.word in _BEFORE:
        return True
    return prominent.is_given(before.word, right) or (opens and len(before.word) < _SHORTEST - 1)


def _finding(view: View, place: int, right: str) -> Finding:
    start, end = view.tokens[place].start, view.word_end(place)
    text = view.text(start, end)
    message = f"“{text}” is a letter or two off {right}, and no romanization spells it so"
    return Finding(start, end, RULE, "wrong-romanization", "warning", "likely", message, (right,))
