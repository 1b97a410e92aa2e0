"""Find unknown words: takes the view, notes each small-letter word that neither English nor the glossary has.

Names, quoted words and words that only an address or a code could hold are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintnews.lexicon.slavic import looks_slavic
from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.model import Example, Finding, RuleInfo
from lintnews.view import HYPHEN, View

RULE = "spelling/unknown-word"
TRIPLED = "spelling/tripled-letter"
_TRIPLED = "([bcdfgklmnprstvz])\\1\\1(?=.)"
_SHORTEST, _LONGEST = 4, 40  # letters
_MOST_SUGGESTIONS = 3  # words a document gets suggestions for; each costs half a millisecond


def rules() -> tuple[RuleInfo, ...]:
    """The rules that the check can give."""
    return (
        RuleInfo(
            RULE,
            "info",
            "An unknown word",
            "It is misspelled, or it is a word of the source language in Latin letters.",
            examples=(
                Example("The goverment left the port.", True, "The government left the port."),
                Example("The deminers of Avdiivka honoured the organisers.", False),
            ),
        ),
        RuleInfo(
            TRIPLED,
            "warning",
            "A letter that stands three times",
            "A slip of the keyboard; no English word has three of a letter.",
            examples=(
                Example("The shellling of the port went on.", True, "The shelling of the port went on."),
                Example("The bookkeepers of the crossroads inn agreed.", False),
            ),
        ),
    )


def check(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield a finding for the first place of every unknown word."""
    left = _MOST_SUGGESTIONS
    for word in vocabulary.unknown(view.words):
        if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha() or not word.isascii() or looks_slavic(word):
            continue
        places = view.words[word]
        place = next((place for place in places if _is_prose(view, place)), -1)
        if place < 0 or not all(view.plain[view.tokens[other].start].islower() for other in places):
            continue
        start, end = view.tokens[place].start, view.word_end(place)
        suggestions: tuple[str, ...] = ()
        if left:
            suggestions, left = vocabulary.corrections(word), left - 1
        single = re.sub(_TRIPLED, r"\1\1", word)
        if single != word and vocabulary.lists(single):
            message = f"“{word}” has one letter three times"
            yield Finding(start, end, TRIPLED, "spelling", "warning", "certain", message, (single,), safe=True)
            continue
        message = f"“{word}” is in no English dictionary"
        yield Finding(start, end, RULE, "spelling", "info", "possible", message, suggestions)


def _is_prose(view: View, place: int) -> bool:
    """Whether a token is a word of its own, and no part of an address, a code or a compound."""
    token = view.tokens[place]
    if view.plain[token.start - 1 : token.start] in ("&", "-") or view.plain[token.end : token.end + 1] in ("(", "="):
        return False
    return view.joints[place] != HYPHEN and not view.in_address(token.start, token.end)
