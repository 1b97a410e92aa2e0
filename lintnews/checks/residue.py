"""Find romanized words: takes the view, gives a finding for each unknown word of Ukrainian or Russian shape.

"A legkovushka left the road": the engine did not know the word and spelled it in Latin letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lintnews.lexicon.slavic import looks_slavic
from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.model import Example, Finding, RuleInfo
from lintnews.view import View

RULE = "untranslated-residue/romanized-word"
RULES = (
    RuleInfo(
        RULE,
        "warning",
        "A native word in Latin letters",
        "The engine did not know the word and spelled it out; English readers cannot guess what it means.",
        examples=(
            Example("The gruzovichnik turned over near Poltava.", True),
            Example("The apparatchiks drank samogon in the dacha near Khreshchatyk.", False),
        ),
    ),
)


def check(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield a finding for every place of a romanized word."""
    for word, places in view.words.items():
        if not word.isascii() or not word.isalpha() or vocabulary.knows(word) or not looks_slavic(word):
            continue
        for place in places:
            token = view.tokens[place]
            if view.plain[token.start].islower() and not view.in_address(token.start, token.end):
                yield _finding(view, token.start, token.end, word)


def _finding(view: View, start: int, end: int, word: str) -> Finding:
    explained = _explained().match(view.plain, end) is not None
    message = f"“{word}” looks like a Ukrainian or Russian word in Latin letters: translate it"
    severity, confidence = ("info", "possible") if explained else ("warning", "likely")
    return Finding(start, end, RULE, "untranslated-residue", severity, confidence, message)  # type: ignore[arg-type]


@cache
def _explained() -> re.Pattern[str]:
    """A gloss behind the word: in brackets, after "or", or after "meaning"."""
    return re.compile('["”»\'’]?,? ?(?:\\(|or ["“«]|meaning |which means |that is )')
