"""Find letters in disguise: takes the view, gives a finding for each word that mixes Latin letters with look-alikes.

A word whose every foreign letter has a Latin look-alike is mended unasked: a reader sees no change, a search does.
Greek symbols (µm, TNFα, ΔT) pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintnews.lexicon.scripts import (
    CYRILLIC_FOR_LATIN,
    is_latin,
    is_mixed,
    is_western,
    latin_form,
    looks_latin,
    passages,
)
from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.model import Example, Finding, RuleInfo
from lintnews.view import View, fold

MIXED = "mixed-script/mixed-word"
DISGUISED = "mixed-script/look-alike-word"
_CYRILLIC = "[\u0400-\u052f]"
_GREEK_WORD = 4  # letters; a shorter word with a Greek letter is a symbol


def rules() -> tuple[RuleInfo, ...]:
    """The rules that the check can give."""
    return (
        RuleInfo(
            MIXED,
            "warning",
            "Latin and Cyrillic letters in one word",
            "The word looks right and is found by no search; or it is half transliterated and means nothing in English.",
            examples=(
                Example("The bаnk reopened after the air raid.", True, "The bank reopened after the air raid."),
                Example("The cable is 50 µm thick and blocks TNFα.", False),
            ),
        ),
        RuleInfo(
            DISGUISED,
            "warning",
            "A word of Cyrillic letters that look Latin",
            "It reads as English and is not: search, spelling and the glossary all miss it.",
            examples=(
                Example("Delegates meet at СОР in autumn.", True),
                Example("Delegates meet at COP in autumn.", False),
            ),
        ),
    )


def check(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield a finding for every word, or run of words, in which letters of two scripts meet."""
    if view.plain.isascii() or is_western(view.plain):
        return
    yield from _mixed(view, vocabulary)
    yield from _disguised(view, vocabulary)


def _mixed(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    places = sorted(place for word, at in view.words.items() if not word.isascii() and is_mixed(word) for place in at)
    for first, last in _runs(places):
        if first < last and not any(_readable(view, place, vocabulary) for place in range(first, last + 1)):
            start, end = view.tokens[first].start, view.tokens[last].end
            yield _mixed_finding(start, end, "these words are half transliterated: translate them", ())
            continue
        for place in range(first, last + 1):
            if is_mixed(view.tokens[place].word):
                yield from _one(view, place, vocabulary)


def _runs(places: list[int]) -> Iterator[tuple[int, int]]:
    """Join tokens that stand together or with one word between."""
    first = last = -3
    for place in [*places, 1 << 60]:
        if place - last > 2:
            if first >= 0:
                yield first, last
            first = place
        last = place


def _raw(view: View, place: int) -> str:
    return view.plain[view.tokens[place].start : view.tokens[place].end]


def _readable(view: View, place: int, vocabulary: Vocabulary) -> bool:
    latin = latin_form(_raw(view, place))
    return vocabulary.knows(fold(latin)) or not latin.islower()


def _one(view: View, place: int, vocabulary: Vocabulary) -> Iterator[Finding]:
    token, raw = view.tokens[place], _raw(view, place)
    latin = latin_form(raw)
    known = vocabulary.knows(fold(latin)) or latin in vocabulary.acronyms
    cyrillic = len(re.findall(_CYRILLIC, raw))
    if not cyrillic and (len(raw) < _GREEK_WORD or not known):
        return
    if all(is_latin(letter) or not letter.isalpha() for letter in latin) and (known or cyrillic * 2 <= len(raw)):
        message = f"“{raw}” hides letters of another alphabet that only look Latin"
        yield _mixed_finding(token.start, token.end, message, (latin,))
    elif not any(map(is_latin, raw.translate(CYRILLIC_FOR_LATIN))):
        message = f"“{raw}” is a Cyrillic word with Latin letters in it: translate it"
        yield _mixed_finding(token.start, token.end, message, ())
    else:
        yield _mixed_finding(token.start, token.end, f"“{raw}” mixes two alphabets: translate or retype it", ())


def _mixed_finding(start: int, end: int, message: str, suggestions: tuple[str, ...]) -> Finding:
    safe = bool(suggestions)
    return Finding(start, end, MIXED, "mixed-script", "warning", "certain", message, suggestions, safe=safe)


def _disguised(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    for start, end in passages(view.plain):
        word = view.plain[start:end]
        if " " in word or not looks_latin(word) or not re.search(_CYRILLIC, word) or view.segment_at(start) is None:
            continue
        if any(map(is_latin, view.tokens[view.token_at(start)].word)):
            continue  # the whole word is told of already
        message = f"“{word}” is typed in Cyrillic letters that look Latin"
        reading = _reading(word, view.plain[end : end + 1], vocabulary)
        safe = bool(reading)
        yield Finding(start, end, DISGUISED, "mixed-script", "warning", "certain", message, reading, safe=safe)


def _reading(word: str, following: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The Latin word that was meant, if that is certain: an initial "В." may be a V."""
    latin = latin_form(word)
    if len(word) == 1:
        return () if following == "." and word in "ВНРСУХ" else (latin,)
    sure = not word.isalpha() or vocabulary.knows(fold(latin)) or latin in vocabulary.acronyms
    return (latin,) if sure else ()
