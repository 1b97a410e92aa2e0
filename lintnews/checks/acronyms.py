"""Find acronyms nobody explains: takes the view, notes each that neither English nor the text makes clear."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.model import Example, Finding, RuleInfo
from lintnews.view import SPACE, View

RULE = "untranslated-acronym/unexplained"
RULES = (
    RuleInfo(
        RULE,
        "info",
        "An acronym that nobody explains",
        "English readers do not know it; it may be a native acronym in Latin letters.",
        examples=(
            Example("The head of the KRDA warned of a new wave.", True),
            Example("The Kyiv Regional Defence Agency (KRDA) warned NATO; the KRDA expects a wave.", False),
        ),
    ),
)
_COMMON_WORD = 5000  # a word this frequent in capitals is shouting, not an acronym
_ROMAN = re.compile("[IVXLCDM]+")


@cache
def _capitals() -> re.Pattern[str]:
    return re.compile("[A-Z]{3,6}(?![A-Za-z0-9\u00c0-\u024f])")


def check(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield a finding for the first place of every unexplained acronym."""
    seen: set[str] = set()
    for match in _capitals().finditer(view.plain):
        acronym = match.group()
        if acronym not in seen:
            seen.add(acronym)
            if _is_unknown(acronym, vocabulary) and _is_word(view, match) and not _is_explained(view, acronym):
                message = f"“{acronym}” is not explained anywhere in this text, and English readers may not know it"
                yield Finding(*match.span(), RULE, "untranslated-acronym", "info", "possible", message)


def _is_unknown(acronym: str, vocabulary: Vocabulary) -> bool:
    if acronym in vocabulary.acronyms or _ROMAN.fullmatch(acronym):
        return False
    return vocabulary.frequency(acronym.lower()) < _COMMON_WORD and acronym.lower() not in vocabulary.extra


def _is_word(view: View, match: re.Match[str]) -> bool:
    """Whether it stands alone: no part of a code or an address, and no neighbour is in capitals too."""
    place = view.token_at(match.start())
    if place >= len(view.tokens) or view.tokens[place].start != match.start():
        return False
    around = view.plain[max(0, match.start() - 1) : match.start()] + view.plain[match.end() : match.end() + 1]
    if any(mark in around for mark in "@#/_.-&\u2013") and not view.plain[match.end() :].startswith((". ", ".\n")):
        return False
    return not any(_shouts(view, place, other) for other in (place - 1, place + 1))


def _shouts(view: View, place: int, other: int) -> bool:
    if not 0 <= other < len(view.tokens) or view.joints[min(place, other)] != SPACE:
        return False
    token = view.tokens[other]
    text = view.plain[token.start : token.end]
    return len(text) > 2 and text.isalpha() and text.isupper()


def _is_explained(view: View, acronym: str) -> bool:
    plain = view.plain
    if f"({acronym}" in plain or f"{acronym} (" in plain or f"{acronym})" in plain or f"or {acronym}" in plain:
        return True
    return re.search(_spelled_out(acronym), plain) is not None


def _spelled_out(acronym: str) -> str:
    """Capitalised words that begin with the letters of the acronym, small words between them allowed."""
    return "\\b" + "(?:[ -](?:of|the|and|for|on|in|to)){0,2}[ -]".join(f"{letter}[a-z]+" for letter in acronym) + "\\b"
