"""One person under the given name of two languages: takes the view, gives a finding for each place of the rarer one.

"Eugene Prigozhin" beside "Yevgeny Prigozhin": the surname is the same and the given names are one name
(``rules/romanization/given-names.toml``), however far apart they are spelled.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lintnews.lexicon.descent import looks_cyrillic, skeleton
from lintnews.lexicon.names import NameIndex
from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.model import Evidence, Example, Finding, RuleInfo
from lintnews.view import SPACE, View

RULE = "inconsistent-term/two-given-names"


def rules() -> tuple[RuleInfo, ...]:
    """The rules that the check can give."""
    return (
        RuleInfo(
            RULE,
            "warning",
            "One person under two given names",
            "The given names are the same name in two languages; a reader takes them for two people.",
            examples=(
                Example(
                    "Eugene Vasilenko led the unit. The unit of Yevhen Vasilenko left, and Yevhen Vasilenko too.", True
                ),
                Example("Andriy Vasilenko led the unit, and his brother Oleh Vasilenko left it.", False),
            ),
        ),
    )


def check(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Findings for the rarer given name of people whom the document gives two."""
    names = vocabulary.names
    if names is None:
        return
    for given in _people(view, vocabulary).values():
        if len(given) > 1:
            yield from _rarer(view, given, names)


def _people(view: View, vocabulary: Vocabulary) -> dict[str, dict[str, list[int]]]:
    """Surnames (their skeletons) → the words that stand before them → where those stand."""
    found: dict[str, dict[str, list[int]]] = {}
    for word, places in view.capitalised.items():
        if len(word) < 4 or vocabulary.frequency(word) or not word.isalpha():
            continue
        everywhere = view.words[word]
        if len(everywhere) < 2 or everywhere[0] != places[0] or not _is_name(view, places[0]) or not looks_cyrillic(word):
            continue
        for place in places:
            if place and view.joints[place - 1] == SPACE and _is_name(view, place) and _is_name(view, place - 1):
                given = view.tokens[place - 1].word
                found.setdefault(skeleton(word), {}).setdefault(given, []).append(place - 1)
    return found


def _is_name(view: View, place: int) -> bool:
    start, end, _ = view.tokens[place]
    return view.plain[start].isupper() and not view.plain[start:end].isupper()


def _rarer(view: View, given: Mapping[str, list[int]], names: NameIndex) -> Iterator[Finding]:
    known = {word: names.given_skeletons.get(skeleton(word), frozenset()) for word in given}
    usual, *others = sorted(given, key=lambda word: (-len(given[word]), not names.spells_given(word), given[word][0]))
    first, first_end = view.tokens[given[usual][0]].start, view.word_end(given[usual][0])
    shown = view.text(first, first_end)
    for word in others:
        if known[word] & known[usual]:
            for place in given[word]:
                start, end = view.tokens[place].start, view.word_end(place)
                text = view.text(start, end)
                surname = view.text(*view.tokens[place + 1][:2])
                message = f"“{text} {surname}” is “{shown} {surname}” elsewhere in this text: one name in two languages"
                evidence = (Evidence(shown, first, first_end, 1.0, "elsewhere"),)
                yield Finding(start, end, RULE, "inconsistent-term", "warning", "likely", message, (shown,), evidence)
