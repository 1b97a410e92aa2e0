"""Find an acronym spelled out into the wrong words: takes the view, gives a finding for names that nobody listed.

The engine met ТЦК and guessed at the words: "territorial procurement centers". What it wrote is no name of anything, but its
words, taken back to the Ukrainian or Russian they render, begin with the letters of an acronym that the glossary knows, and all
but one of them are those of the right name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise, product

from lintnews.lexicon.institutions import Institutions
from lintnews.lexicon.native import Acronym, Natives, region_of
from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.model import Confidence, Example, Finding, RuleInfo, Severity
from lintnews.view import SPACE, View

RULE = "acronym-expansion/unlisted"
_FEWEST, _MOST = 3, 4  # words of a name
_WEIGHTS: dict[bool, tuple[Severity, Confidence]] = {True: ("warning", "likely"), False: ("info", "possible")}
_LINKS = frozenset("of for and the".split())
_LATIN = "a b v h d e zh z y k l m n o p r s t u f kh ts ch sh i i"
_LETTERS = dict(zip("абвгдежзиклмнопрстуфхцчшії", _LATIN.split(), strict=True))
_RUSSIAN = _LETTERS | {"г": "g", "и": "i"}


def rules() -> tuple[RuleInfo, ...]:
    """The rules that the check can give."""
    return (
        RuleInfo(
            RULE,
            "warning",
            "A native acronym spelled out into the wrong words",
            "The words, taken back to the source language, begin with the letters of an acronym; one of them is not in its name.",
            examples=(
                Example("Patrols of the Territorial Assembly Center stop men of military age in Kyiv, Ukraine.", True),
                Example("The state assembly center in Ohio opened on Monday.", False),
                Example("The territorial recruitment center in Kyiv, Ukraine, opened on Monday.", False),
            ),
        ),
    )


def check(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield a finding for each place of such a name; an alarm where the passage is about the region."""
    natives = vocabulary.natives
    if natives is None:
        return
    known = natives.institutions
    judged: dict[tuple[tuple[str, ...], ...], tuple[Acronym, str] | None] = {}
    for run in _runs(view, known):
        orders = _orders(view, run, known)
        if orders not in judged:
            judged[orders] = _reading(orders, known, natives)
        found = judged[orders]
        if found is None or (vocabulary.names and vocabulary.names.is_right(_text(view, run))):
            continue
        if region_of(view, vocabulary).near(run[0]):
            yield _finding(view, run, *found, alarm=known.is_telling(found[1]))


def _runs(view: View, known: Institutions) -> Iterator[list[int]]:
    """Rows of three or four institutional words, with small words between them at most."""
    places = sorted(place for word in view.words.keys() & known.forms for place in view.words[word])
    run: list[int] = []
    for place in places:
        if run and not _joined(view, run[-1], place):
            yield from _fitting(run)
            run = []
        run.append(place)
    yield from _fitting(run)


def _fitting(run: list[int]) -> Iterator[list[int]]:
    """The run, and what of it has no "of" in between: "staff of territorial assembly centers"."""
    if _FEWEST <= len(run) <= _MOST:
        yield run
    breaks = [number for number in range(1, len(run)) if run[number] != run[number - 1] + 1]
    for first, end in pairwise((0, *breaks, len(run))) if breaks else ():
        if _FEWEST <= end - first <= _MOST:
            yield run[first:end]


def _joined(view: View, first: int, last: int) -> bool:
    between = range(first + 1, last)
    return len(between) <= 2 and _has_spaces(view, first, last) and all(view.tokens[place].word in _LINKS for place in between)


def _reading(orders: tuple[tuple[str, ...], ...], known: Institutions, natives: Natives) -> tuple[Acronym, str] | None:
    """The acronym that the words expand wrongly, and the word that is not in its name."""
    found: tuple[Acronym, str] | None = None
    words = orders[0]
    for acronym in _acronyms(orders, known, natives):
        for form in acronym.english:
            name = {known.singular(word) for word in form.lower().replace("-", " ").split()}
            odd = [word for word in words if word not in name]
            if not any(all(not known.alike(word, other) for other in name) for word in odd):
                return None  # it is the name, or one translator's choice of it
            if len(odd) == 1 and len(name - _LINKS) >= len(words):
                found = found or (acronym, odd[0])
    return found


def _has_spaces(view: View, first: int, last: int) -> bool:
    """Whether nothing but space stands between the tokens, and no possessive."""
    tokens = view.tokens
    return all(
        view.joints[place] == SPACE and tokens[place].end - tokens[place].start == len(tokens[place].word)
        for place in range(first, last)
    )


def _orders(view: View, run: list[int], known: Institutions) -> tuple[tuple[str, ...], ...]:
    """The words in the orders that the native name may have: "Center of National Resistance", "Territorial Center of ...".

    English puts the noun last; with "of" it stands where it does in the other languages.
    """
    words = tuple(known.singular(view.tokens[place].word) for place in run)
    if run[-1] - run[0] >= len(run):
        return (words,)
    *before, noun = words
    return words, (noun, *before), (*before[:-1], noun, before[-1])


def _acronyms(orders: tuple[tuple[str, ...], ...], known: Institutions, natives: Natives) -> Iterator[Acronym]:
    """Native acronyms whose letters the native words behind the words begin with."""
    natives_seen = dict.fromkeys(
        "".join(letters) for order in orders for letters in product(*map(known.letters, order))
    )
    for native in natives_seen:
        for table in (_LETTERS, _RUSSIAN):
            yield from _called(native, table, natives)


def _called(native: str, table: Mapping[str, str], natives: Natives) -> Iterator[Acronym]:
    latin = "".join(table[letter] for letter in native)
    return (acronym for acronym in natives.acronyms(latin) if acronym.native.lower() == native)


def _finding(view: View, run: list[int], acronym: Acronym, odd: str, alarm: bool) -> Finding:
    start, end = view.tokens[run[0]].start, view.tokens[run[-1]].end
    text = _text(view, run)
    language = "Ukrainian" if acronym.language == "uk" else "Russian"
    message = (
        f"“{text}” reads as an expansion of the {language} acronym {acronym.native}, which is “{acronym.english[0]}”: "
        f"“{odd}” is not in its name"
    )
    severity, confidence = _WEIGHTS[alarm]
    return Finding(start, end, RULE, "acronym-expansion", severity, confidence, message, acronym.english[:3])


def _text(view: View, run: list[int]) -> str:
    return " ".join(view.text(view.tokens[run[0]].start, view.tokens[run[-1]].end).split())
