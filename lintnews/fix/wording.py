"""How a dictionary form reads in a place of the copy: takes forms, gives them with number, possessive and capitals."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lintnews.lexicon.inflect import plural

APOSTROPHES = "'\u2019"
_SMALL = frozenset("a an and as at but by for from in nor of off on onto or over per the to up via vs with against into".split())
_PREPOSITIONS = frozenset("of for in on at to from against by with under over into on the".split())
_WORD = re.compile("[^\\W_]+(?:['\u2019][^\\W\\d_]+)*")
_POSSESSIVE = re.compile("['\u2019]s\\Z", re.IGNORECASE)
_ADVICE = re.compile("[()\\[\\]{}<>~=|\u2026]|\\.\\.\\.| / |\\w/\\w{2}|\\Aor |\\bor other\\b|_")
_SINGULAR_S = ("ss", "us", "is")


def is_wording(suggestion: str) -> bool:
    """Whether ``suggestion`` is text to be put in the copy as it stands, and not advice: "a / b", "be + ...", brackets."""
    return bool(suggestion.strip()) and not _ADVICE.search(suggestion)


def letters(text: str) -> str:
    """``text`` without all that is no letter or digit, in one case."""
    return "".join(filter(str.isalnum, text)).casefold()


def head(words: Sequence[str]) -> int:
    """The index of the word that carries the number: the last one before the first preposition."""
    for place, word in enumerate(words):
        if place and word.lower() in _PREPOSITIONS:
            return place - 1
    return len(words) - 1


def looks_plural(phrase: str) -> bool:
    """Whether the head of ``phrase`` ends as a plural does ("Armed Forces of Ukraine")."""
    words = _WORD.findall(phrase)
    if not words:
        return False
    word = _POSSESSIVE.sub("", words[head(words)])
    if word.lower() in ("people", "men", "women", "children", "servicemen", "personnel", "police", "troops"):
        return word.lower() != "personnel" and word.lower() != "police"
    return word.endswith("s") and not word.lower().endswith(_SINGULAR_S) and len(word) > 2


def pluralised(phrase: str) -> str:
    """``phrase`` with its head in the plural; as it is when the head is one already."""
    spans = [match.span() for match in _WORD.finditer(phrase)]
    if not spans or looks_plural(phrase):
        return phrase
    start, end = spans[head([phrase[a:b] for a, b in spans])]
    forms = plural(phrase[start:end])
    return phrase[:start] + forms[1] + phrase[end:] if len(forms) > 1 else phrase


def possessive(phrase: str, apostrophe: str) -> str:
    """``phrase`` as an owner: with ``apostrophe`` and s, or the apostrophe alone after an s."""
    if _POSSESSIVE.search(phrase):
        return phrase
    return phrase + (apostrophe if phrase[-1:] in "sS" else apostrophe + "s")


def owner_mark(text: str) -> str:
    """The apostrophe of ``text`` when it ends in a possessive 's, else ""."""
    match = _POSSESSIVE.search(text)
    return match.group()[0] if match else ""


def title_cased(phrase: str) -> str:
    """``phrase`` as headlines of some desks have it: every word but the small ones with a capital."""

    def capital(match: re.Match[str]) -> str:
        word = match.group()
        return word if word.lower() in _SMALL and match.start() else word[:1].upper() + word[1:]

    return _WORD.sub(capital, phrase)


def sentence_cased(phrase: str) -> str:
    """``phrase`` with a capital first letter."""
    return phrase[:1].upper() + phrase[1:]


def is_title(words: Sequence[str]) -> bool:
    """Whether ``words`` (three of some weight at least) all carry the capitals of a headline."""
    weighty = [word for word in words if word.lower() not in _SMALL and word[0].isalpha()]
    return len(weighty) >= 3 and sum(word[0].isupper() for word in weighty) >= 0.9 * len(weighty)


def is_shouted(words: Sequence[str]) -> bool:
    """Whether ``words`` (three of two letters and more at least) are mostly written in capitals throughout."""
    long = [word for word in words if len(word) > 1 and word.isalpha()]
    return len(long) >= 3 and sum(word.isupper() for word in long) >= 0.7 * len(long)
