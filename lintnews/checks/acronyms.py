"""Find acronyms nobody explains: takes the view, reads each back into Cyrillic, notes those English does not know.

An acronym that only makes sense in Cyrillic (RSZV: РСЗВ) is an alarm where the passage is about the region.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lintnews.lexicon.descent import looks_slavic_name
from lintnews.lexicon.native import Acronym, Region, region_of
from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.model import Example, Finding, RuleInfo
from lintnews.view import SPACE, View

RULE = "untranslated-acronym/unexplained"
NATIVE = "untranslated-acronym/native-acronym"
_LONGEST_NAME = 40  # capitalised words in a row; more is a heading in capitals
_COMMON_WORD = 5000  # a word this frequent in capitals is shouting, not an acronym


def rules() -> tuple[RuleInfo, ...]:
    """The rules that the check can give."""
    return (
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
        RuleInfo(
            NATIVE,
            "warning",
            "A native acronym in Latin letters",
            "The letters make sense in Cyrillic only: the engine spelled them out instead of translating them.",
            examples=(
                Example("Russian troops shelled the village with RSZV at night.", True),
                Example("Russian troops shelled the village with MLRS at night.", False),
            ),
        ),
    )


@cache
def _capitals() -> re.Pattern[str]:
    return re.compile(
        "[A-Z](?:[A-Z]|[hs][A-Z])[A-Z](?:[A-Z]|[hs](?=[A-Z])){0,5}+(?!\\w)|(?:Ch|[TZKS][hs]|TT?s)[A-Z]{2,5}+(?!\\w)"
    )


def check(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield a finding for the first place of every unexplained acronym, and for all places of a native one."""
    first: dict[str, re.Match[str]] = {}
    settled: set[str] = set()  # known, or explained by a gloss
    for match in _capitals().finditer(view.plain):
        acronym = match.group()
        if acronym in settled:
            continue
        if (acronym not in first and not _is_unknown(acronym, vocabulary)) or _has_gloss(view.plain, *match.span()):
            settled.add(acronym)
        elif acronym not in first and _is_word(view, match):
            first[acronym] = match
    unknown = first.keys() - settled
    if unknown:
        unknown -= _spelled_out(view.plain)
    region = region_of(view, vocabulary)
    for acronym in sorted(unknown, key=lambda acronym: first[acronym].start()):
        yield from _findings(view, vocabulary, first[acronym], region)


def _findings(view: View, vocabulary: Vocabulary, match: re.Match[str], region: Region) -> Iterator[Finding]:
    acronym, natives = match.group(), vocabulary.natives
    readings = natives.acronyms(acronym.lower()) if natives else []
    if natives and readings and not any(_translates(acronym, reading) for reading in readings):
        familiar = natives.is_familiar(acronym.lower())
        for place in view.words[acronym.lower()]:
            start, end, _ = view.tokens[place]
            end = start + len(acronym)  # without a possessive
            if view.plain.startswith(acronym, start):
                told = _follows_place(view, vocabulary, place) if familiar else region.near(place)
                yield _native(start, end, acronym, readings, told)
    elif acronym.isupper() and len(acronym) < 7:
        message = f"“{acronym}” is not explained anywhere in this text, and English readers may not know it"
        yield Finding(*match.span(), RULE, "untranslated-acronym", "info", "possible", message)


def _follows_place(view: View, vocabulary: Vocabulary, place: int) -> bool:
    """Whether the name of a place there, or its adjective, stands before the acronym: "Poltavska ODA"."""
    if not place or view.joints[place - 1] != SPACE or vocabulary.natives is None:
        return False
    start, _, word = view.tokens[place - 1]
    if not view.plain[start].isupper():
        return False
    return word in vocabulary.natives.region or (not vocabulary.frequency(word) and looks_slavic_name(word))


def _native(start: int, end: int, acronym: str, readings: list[Acronym], alarm: bool) -> Finding:
    english = tuple(dict.fromkeys(form for reading in readings for form in reading.english))[:3]
    language = "Ukrainian" if readings[0].language == "uk" else "Russian"
    message = f"“{acronym}” reads as the {language} acronym {readings[0].native} ({english[0]}) left in Latin letters"
    severity, confidence = ("warning", "likely") if alarm else ("info", "possible")
    return Finding(start, end, NATIVE, "untranslated-acronym", severity, confidence, message, english)  # type: ignore[arg-type]


def _translates(acronym: str, reading: Acronym) -> bool:
    """Whether the letters are the initials of the English name too: NBU, National Bank of Ukraine."""
    for form in reading.english:
        words = re.findall("[A-Za-z]+", form)
        capitals = "".join(word[0] for word in words if word[0].isupper())
        # What is no name has no acronym in English, whatever its initials: "temporarily occupied territories" is no TOT.
        initials = {capitals, "".join(word[0] for word in words).upper() if capitals else ""}
        if acronym in words or acronym.upper() in initials:
            return True
    return False


def _is_unknown(acronym: str, vocabulary: Vocabulary) -> bool:
    if acronym in vocabulary.acronyms or not acronym.strip("IVXLCDM"):
        return False
    if not acronym.isupper() and not (vocabulary.natives and vocabulary.natives.acronyms(acronym.lower())):
        return False
    return vocabulary.frequency(acronym.lower()) < _COMMON_WORD and not vocabulary.has_name(acronym.lower())


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


def _has_gloss(plain: str, start: int, end: int) -> bool:
    """Whether a bracket stands by the acronym, or "or" before it."""
    return (
        "(" in plain[start - 1 : start] + plain[end : end + 2]
        or plain[end : end + 1] == ")"
        or plain[start - 3 : start] == "or "
    )


def _spelled_out(plain: str) -> set[str]:
    """What the capitalised words of the text could be shortened to; small words between them count for nothing."""
    found: set[str] = set()
    for match in _capitalised().finditer(plain):
        run = "".join(word[0] for word in re.split("[ -]", match.group()) if word[0].isupper())[:_LONGEST_NAME]
        for length in range(3, 7):
            found.update(run[place : place + length] for place in range(len(run) - length + 1))
    return found


@cache
def _capitalised() -> re.Pattern[str]:
    """Three capitalised words or more, with small words between them."""
    return re.compile("[A-Z][\\w'’]+(?:(?: (?:of|the|and|for|on|in|to|against|with)){0,2}[ -][A-Z][\\w'’]+){2,}")
