"""Find surnames that were translated: takes the view, gives "Oleksandr Bear" and "Igor Shooters".

Behind a given name that only Ukrainians, Russians and Belarusians have, a common English noun or adjective with a capital is a
surname put into English. Names that English has as surnames too (Baker, Stone) are left alone: people marry.
"""

from __future__ import annotations

from collections.abc import Iterator

from lintnews.lexicon.descent import looks_cyrillic, looks_slavic_name, skeleton
from lintnews.lexicon.names import NameIndex
from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.model import Example, Finding, RuleInfo
from lintnews.view import SPACE, View

RULE = "literal-name/translated-surname"
_FOREIGN = 302  # occurrences in American subtitles under which a given name is no American's
_COMMON, _FUNCTION = 300, 400_000  # occurrences of a word that may be a noun: it is known, and is no "the"
_MOST_TITLE = 0.5  # share of capitalised words in a sentence from which it is a heading
_SHORTEST = 3  # letters of a word that is judged


def rules() -> tuple[RuleInfo, ...]:
    """The rules that the check can give."""
    return (
        RuleInfo(
            RULE,
            "warning",
            "A surname translated",
            "The given name is from the region and the surname is an English word: the engine took it for a common noun.",
            examples=(
                Example("The prosecutor Oleksandr Cucumber opened the case.", True),
                Example("The prosecutor Oleksandr Ohirko opened the case.", False),
            ),
        ),
    )


def check(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield a finding for each English word that stands as the surname of somebody with a given name of the region."""
    names = vocabulary.names
    if names is None:
        return
    for word, places in view.capitalised.items():
        if not _is_given(word, names, vocabulary):
            continue
        for place in places:
            if _before_english(view, place, vocabulary):
                yield _finding(view, place)


def _is_given(word: str, names: NameIndex, vocabulary: Vocabulary) -> bool:
    """Whether the small-letter word is a given name of the region and no American's."""
    if len(word) < _SHORTEST + 1 or not word.isalpha() or vocabulary.frequency(word) >= _FOREIGN:
        return False
    return skeleton(word) in names.given_skeletons


def _before_english(view: View, place: int, vocabulary: Vocabulary) -> bool:
    """Whether the word behind the given name at ``place`` is a common English word with a capital, in a sentence of prose."""
    if place + 1 >= len(view.tokens) or view.joints[place] != SPACE:
        return False
    start, end, word = view.tokens[place + 1]
    shown = view.plain[start:end]
    if len(word) < _SHORTEST or not (shown[0].isupper() and shown[1:].islower()):
        return False
    if not _COMMON <= vocabulary.frequency(word) < _FUNCTION or vocabulary.has_name(word):
        return False
    return _is_common(word, vocabulary) and not _is_heading(view, place) and word not in vocabulary.surnames


def _is_common(word: str, vocabulary: Vocabulary) -> bool:
    """Whether English inflects the word, as it does no name."""
    if looks_slavic_name(word) or (looks_cyrillic(word) and not word.endswith("y")):
        return False
    stems = (word[:-1] if word.endswith("s") else word + "s", word + "ed", word + "ly", word + "ing", word[:-1] + "ies")
    return any(vocabulary.frequency(stem) > 0 for stem in stems)


def _is_heading(view: View, place: int) -> bool:
    first, end = view.sentence(place)
    words = [view.plain[view.tokens[number].start] for number in range(first, end) if len(view.tokens[number].word) > _SHORTEST]
    return len(words) > _SHORTEST and sum(letter.isupper() for letter in words) > len(words) * _MOST_TITLE


def _finding(view: View, place: int) -> Finding:
    start, end = view.tokens[place].start, view.word_end(place + 1)
    text = view.text(start, end)
    message = f"“{text}” gives a surname in translation: put it in Latin letters"
    return Finding(start, end, RULE, "literal-name", "warning", "likely", message)
