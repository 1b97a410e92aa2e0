"""Find broken ages, ordinals, dates and times: takes the view, flags "66-years old", "17-th", "31 June"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lintnews.checks._figures import by_name, finding, rule
from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.model import Finding, RuleInfo
from lintnews.view import View

_MONTHS = frozenset("January February March April May June July August September October November December".split())
_DAYS = {"February": 29, "April": 30, "June": 30, "September": 30, "November": 30}
_AFTER_AGE = frozenset(
    [
        "and",
        "or",
        "who",
        "from",
        "when",
        "but",
        "was",
        "is",
        "were",
        "has",
        "had",
        "he",
        "she",
        "in",
        "on",
        "at",
        "with",
        "to",
        "for",
        "as",
        "of",
        "by",
    ]
)
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


def rules() -> tuple[RuleInfo, ...]:
    """The rules that the check can give."""
    return (
        rule(
            "age",
            "An age with a stray plural or hyphen",
            "A 66-year-old man is 66 years old.",
            "A 66-years old woman was hurt.",
            "A 66-year-old woman was hurt.",
            "The man is 66 years old.",
        ),
        rule(
            "ordinal",
            "A wrong ordinal",
            "English writes 17th, 22nd and 90s, in one piece.",
            "It is the 17-th day of the siege.",
            "It is the 17th day of the siege.",
            "It is the 22nd day of the siege.",
        ),
        rule(
            "impossible-date",
            "A day that the month does not have",
            "The date cannot be right; check it against the source.",
            "The term ends on 31 June.",
            "",
            "The term ends on 30 June.",
        ),
        rule(
            "clock",
            "A time torn apart",
            "A clock time is written 14:30 or 2:30 p.m.",
            "The train left at 14. 30, police said.",
            "The train left at 14:30, police said.",
            "He left at 14. Then he wept.",
        ),
        rule(
            "year-word",
            "“Year” after a year",
            "English says “in 2022” without the word.",
            "It was built in 2012 year.",
            "It was built in 2012.",
            "Sales grew in 2012 year on year.",
        ),
        rule(
            "date-order",
            "A date with a stray article or “of”",
            "English writes on 30 August or on August 30.",
            "The siege ended on 30 of August.",
            "The siege ended on 30 August.",
            "The siege ended on the 30th of August.",
            "info",
        ),
        rule(
            "roman-century",
            "A century in Roman numerals",
            "English writes the 19th century.",
            "The church was built in the XIX century.",
            "The church was built in the 19th century.",
            "The church is from the 18th century.",
            "info",
        ),
    )


@cache
def _number() -> re.Pattern[str]:
    return re.compile(
        "[0-9](?<![0-9][0-9])[0-9]*+(?:"
        "(?P<clock>\\. [0-5]\\d(?=[,;)]|\\.?$|\\.\\s| (?:[ap]\\.?m\\b|on\\b|local\\b|hours\\b|o'clock)))"
        "|(?P<age>-years?[ -]olds?\\b| years-old\\b| year -old\\b)"
        "|(?P<suffix>-(?:go|ho|th|st|nd|rd|ti|mu|oy|oi|iy|yi|aya|s)(?![\\w-])| (?:th|nd|rd)(?![\\w.-])"
        "|(?:th|st|nd|rd)(?![\\w-]))"
        "|(?P<date>(?: of)? [A-Z][a-z]{2,8}\\b)"
        "|(?P<year> year(?![\\w-]))"
        ")",
        re.MULTILINE,
    )


@cache
def _rules() -> dict[str, RuleInfo]:
    return by_name(rules())


def check(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield a finding for every broken age, ordinal, date, time and century."""
    for found in (*_numbers(view.plain), *_centuries(view.plain)):
        if view.segment_at(found.start) is not None:
            yield found


def _numbers(plain: str) -> Iterator[Finding]:
    for match in _number().finditer(plain):
        start = match.start()
        before = plain[max(0, start - 12) : start]
        if before[-1:].isalpha() or before.endswith((".", ",", ":", "/", "_", "#", "@")):
            continue
        group = match.lastgroup or ""
        if group == "age":
            yield from _age(plain, match)
        elif before[-1:] not in "-\u2013":
            yield from _HANDLERS[group](match, before)


def _age(plain: str, match: re.Match[str]) -> Iterator[Finding]:
    text = match.group()
    number = re.match("\\d+", text)
    if re.fullmatch("\\d+-year[- ]olds?", text) or number is None:
        return
    following = re.match(" ([a-z]+)", plain[match.end() : match.end() + 20])
    attributive = following is not None and following[1] not in _AFTER_AGE
    years, hyphens = f"{number.group()} years old", f"{number.group()}-year-old"
    if text.endswith("olds"):
        hyphens, attributive = hyphens + "s", True
    yield _finding("age", match, hyphens if attributive else years, years if attributive else hyphens)


def _suffix(match: re.Match[str], before: str) -> Iterator[Finding]:
    suffix = match["suffix"]
    digits = match.group()[: -len(suffix)]
    right = digits + _ordinal(int(digits[-2:]))
    if suffix == "-s":
        if digits.endswith("0") and len(digits) in (2, 4):
            yield _finding("ordinal", match, digits + "s")
    elif suffix[0] in " -":
        if len(digits) < 4 and (suffix[0] == "-" or right.endswith(suffix[1:])):
            yield _finding("ordinal", match, right)
    elif match.group() != right:
        yield _finding("ordinal", match, right)


def _ordinal(number: int) -> str:
    if number in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _date(match: re.Match[str], before: str) -> Iterator[Finding]:
    day, *_, month = match.group().split()
    if month not in _MONTHS:
        return
    if 28 < int(day) < 40 and int(day) > _DAYS.get(month, 31):
        yield _finding("impossible-date", match)
    elif " of " in match.group() and int(day) < 32 and before.endswith((" on ", "On ", " from ", " until ")):
        yield _finding("date-order", match, f"{day} {month}")


def _clock(match: re.Match[str], before: str) -> Iterator[Finding]:
    hours, minutes = match.group().split(". ")
    if int(hours) < 25 and re.search("\\b(?:at|from|until|till|by|around|about|before|after) $", before):
        yield _finding("clock", match, f"{hours}:{minutes}")


def _year(match: re.Match[str], before: str) -> Iterator[Finding]:
    year = match.group()[:-5]
    following = match.string[match.end() : match.end() + 9]
    if len(year) == 4 and year[:2] in ("19", "20") and not following.startswith((" on", " over", " to ", " after")):
        preposition = re.search("\\b(?:in|since|until|till|from|by|during) $", before, re.IGNORECASE)
        if preposition and re.match("[.,;:)]|$| (?:the|in|a|an|at|by|with|he|she|they|and|was|were|it)\\b", following):
            yield _finding("year-word", match, year)


_HANDLERS = {"suffix": _suffix, "date": _date, "clock": _clock, "year": _year}


def _centuries(plain: str) -> Iterator[Finding]:
    if " centur" in plain:
        for match in re.finditer("\\b([XVI]{1,5})(?:-?(?:th|st|nd|rd))?(?=(?:[ -]| and )centur(?:y|ies)\\b)", plain):
            number = _arabic(match[1])
            yield _finding("roman-century", match, f"{number}{_ordinal(number)}")


def _arabic(roman: str) -> int:
    values = [_ROMAN[letter] for letter in roman]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def _finding(name: str, match: re.Match[str], *suggestions: str) -> Finding:
    return finding(_rules()[name], *match.span(), match.group(), suggestions)
