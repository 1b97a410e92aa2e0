"""Find people's names left in another case: takes the view, gives a finding for each "Volodymyra Zelenskoho".

Ukrainian and Russian decline names; an engine that spells them out keeps the ending. Told by the given name
(``rules/romanization/given-names.toml``), which must be no name of its own, with a surname that could be declined too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lintnews.lexicon.descent import looks_slavic_name, skeleton
from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.model import Example, Finding, RuleInfo
from lintnews.view import SPACE, View

RULE = "wrong-romanization/oblique-name"
_SHORTEST = 5  # letters of a declined given name
_EVERYDAY = 2000  # occurrences from which a word is English first
_DECLINED = ("a", "u", "y", "i", "om", "em", "oi", "oiu", "ei")  # how given names end in other cases
_ENDINGS = (
    ("skoho", "sky"), ("skogo", "sky"), ("tskoho", "tsky"), ("tskogo", "tsky"), ("skym", "sky"), ("skim", "sky"),
    ("skomu", "sky"), ("ova", "ov"), ("eva", "ev"), ("ovym", "ov"), ("evym", "ev"), ("ina", "in"), ("yna", "yn"),
)  # fmt: skip


def rules() -> tuple[RuleInfo, ...]:
    """The rules that the check can give."""
    return (
        RuleInfo(
            RULE,
            "warning",
            "A person’s name left in another case",
            "English has no cases: the reader takes the ending for part of the name, or a man for a woman.",
            examples=(
                Example("Reporters asked Andriya Tarasenka about it.", True),
                Example("Reporters asked Andriy Tarasenko and Valeria Tarasenko about it.", False),
            ),
        ),
    )


def check(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield a finding for every given name in another case with a surname that may be in the same."""
    names = vocabulary.names
    if names is None:
        return
    for word in view.capitalised:
        if len(word) < _SHORTEST or not word.endswith(_DECLINED) or vocabulary.frequency(word) >= _EVERYDAY:
            continue
        right = ""
        for place in view.words[word]:
            if not _before_surname(view, place):
                break
            right = right or names.oblique_given(skeleton(word))
            if not right:
                break
            yield _finding(view, place, right)


def _before_surname(view: View, place: int) -> bool:
    """Whether the word at ``place`` and the next are capitalised, and the next may be a declined surname."""
    if place + 1 >= len(view.tokens) or view.joints[place] != SPACE:
        return False
    first, last = view.tokens[place], view.tokens[place + 1]
    written = view.plain[first.start : first.end], view.plain[last.start : last.end]
    if not all(text[0].isupper() and not text.isupper() for text in written):
        return False
    if first.word.endswith(("i", "y")):  # other languages have names that end so
        return any(map(looks_slavic_name, (last.word, _first_case(last.word))))
    return _surname().search(last.word) is not None or looks_slavic_name(last.word)


def _finding(view: View, place: int, right: str) -> Finding:
    start, surname, end = view.tokens[place].start, view.tokens[place + 1], view.word_end(place + 1)
    text = view.text(start, end)
    whole = f"{right} {_first_case(view.text(surname.start, end))}"
    message = f"“{text}” is a declined form of {whole}: put the name as a dictionary would"
    return Finding(start, end, RULE, "wrong-romanization", "warning", "likely", message, (whole,))


def _first_case(surname: str) -> str:
    """The surname as its bearer writes it, so far as the ending tells: "Islyamova" beside a man's name is Islyamov."""
    for ending, right in _ENDINGS:
        if surname.endswith(ending):
            return surname.removesuffix(ending) + right
    if surname.endswith(("by", "ly", "ky", "ry", "gy", "hy")) and not surname.endswith(("sky", "zky", "tky")):
        return surname[:-1] + "a"
    return re.sub("(?<=nk)(?:a|u|om)$", "o", re.sub("(?<=[bcdfghjklmnpqrstvwxz])(?<!nk)(?:a|u|om)$", "", surname))


@cache
def _surname() -> re.Pattern[str]:
    """An ending that a surname has in another case."""
    return re.compile("(?:[bdgklmnprstvzh]a|ya|ia|u|om|ym|im|em|o[hg]o|omu|oi|oy|oyu|y|i)$")
