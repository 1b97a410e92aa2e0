"""Find numbers broken on their way into English: takes the view, gives a finding for each wrong decimal or sign.

Every number of the text is looked at once; what stands right behind it names the trouble. Dates, times and ordinals are
another check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lintnews.checks._figures import by_name, finding, rule
from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.model import Confidence, Finding, RuleInfo
from lintnews.view import View

_MAGNITUDE = "million|billion|trillion|thousand|percent|per cent|percentage|mln|bln"
_UNIT = (
    f"{_MAGNITUDE}|hryvnias?|rubles?|dollars|euros?|times|degrees|points|tons|tonnes|k?g|kilograms|lit(?:er|re)s|"
    "hectares|ha|[kcm]?m|kilomet(?:er|re)s|met(?:er|re)s|centimet(?:er|re)s|millimet(?:er|re)s|miles|[kMG]W|[kMG]Wh|"
    "hours|years|months"
)
_SCALES = {"mln": "million", "bln": "billion", "mlrd": "billion", "mld": "billion", "trln": "trillion"}
_LINKS = frozenset("in on at of by from to since until till and the for than with under over about".split())
_AMOUNT_BEFORE = (  # what stands before an amount and never before a list or a date
    "(?:\\b(?:[Oo]f|[Bb]y|about|over|nearly|almost|only|was|were|is|are|reached|than|some|around|approximately|least|"
    "to|from|up|worth|cost|costs|exceeds?|exceeded)|[$€£]) ?$"
)


def rules() -> tuple[RuleInfo, ...]:
    """The rules that the check can give."""
    return (
        rule(
            "decimal-comma",
            "A decimal comma",
            "English writes 1.5 million; the comma is Ukrainian and Russian.",
            "The grant is worth 1,5 million euros.",
            "The grant is worth 1.5 million euros.",
            "Some 1,500 people fled.",
        ),
        rule(
            "split-number",
            "A number torn apart",
            "A space has crept in behind the decimal point.",
            "Losses reached 1. 4 million tons.",
            "Losses reached 1.4 million tons.",
            "It ended in 2014. 3 million people left.",
        ),
        rule(
            "split-thousand",
            "A number said piece by piece",
            "2 тис. 300 is one number in English: 2,300.",
            "He was fined 2 thousand 300 hryvnias.",
            "He was fined 2,300 hryvnias.",
            "They burned a thousand 300-page books there.",
        ),
        rule(
            "glued-number",
            "A number stuck to a word",
            "The space between the number and the word was lost.",
            "The law was passed in2021.",
            "The law was passed in 2021.",
            "The Su30 and the 152mm gun have a 90s style.",
        ),
        rule(
            "native-unit",
            "A unit in native letters",
            "м/с is m/s in English, and км/ч or км/год is km/h.",
            "The wind blows at 10 m/C from the west.",
            "The wind blows at 10 m/s from the west.",
            "The wind blows at 36 km/h from the west.",
        ),
        rule(
            "number-sign",
            "The sign №",
            "English has no № sign: it writes No. 5.",
            "Pupils of school № 5 sang.",
            "Pupils of school No. 5 sang.",
            "Pupils of school No. 7 danced.",
        ),
        rule(
            "article-sign",
            "“st.” for Article",
            "ст. 5 of a law is Article 5 in English.",
            "He is charged under st. 258 of the Criminal Code.",
            "He is charged under Article 258 of the Criminal Code.",
            "He lives at 5 Main St. and 25 people came.",
        ),
        rule(
            "short-scale",
            "A shortened million",
            "English newspapers write million and billion in full.",
            "Repairs cost UAH 5 mln.",
            "Repairs cost UAH 5 million.",
            "Repairs cost 5 million hryvnias.",
            "info",
        ),
        rule(
            "spaced-sign",
            "A space between a number and its sign",
            "English sets % and the currency sign close to the number.",
            "Prices rose by 10 % in May.",
            "Prices rose by 10% in May.",
            "Prices rose by 20% in June.",
            "info",
        ),
        rule(
            "digits-thousand",
            "A thousand in digits and words",
            "English newspapers write 5,000.",
            "The town has 5 thousand residents.",
            "The town has 5,000 residents.",
            "The town has five thousand residents.",
            "info",
        ),
    )


@cache
def _number() -> re.Pattern[str]:
    return re.compile(
        "[0-9](?<![0-9][0-9])[0-9]*+(?:"
        "(?P<decimal>,\\d{1,2}(?![\\d,]))"
        "|(?P<point>\\. \\d{1,2}(?=[ %-]))"
        "|(?P<comma>, \\d{1,2}(?=[ %-]))"
        "|(?P<pieces> thousand \\d{3}(?![\\d-]))"
        "|(?P<thousand> thousand(?![\\w-]))"
        "|(?P<scale> (?:mln|bln|mlrd|mld|trln)\\b)"
        "|(?P<unit> ?k?m/(?:C|c|ch|god|hod)\\b)"
        "|(?P<percent> %)"
        "|(?P<word>[a-z]{5,}\\b)"
        "|(?P<year>(?<=(?:19|20)[0-9]{2})(?<=[a-z][0-9]{4})(?!\\w))"
        ")"
    )


@cache
def _rules() -> dict[str, RuleInfo]:
    return by_name(rules())


def check(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield a finding for every broken number."""
    for found in (*_numbers(view.plain, vocabulary), *_signs(view.plain)):
        if view.segment_at(found.start) is not None:
            yield found


def _numbers(plain: str, vocabulary: Vocabulary) -> Iterator[Finding]:
    for match in _number().finditer(plain):
        start, group = match.start(), match.lastgroup
        before = plain[start - 1] if start else " "
        if group == "year":
            yield from _glued(plain, match)
        elif before.isalpha():
            continue
        elif group == "word":
            yield from _stuck(match, vocabulary)
        elif group and (group == "unit" or before not in ".,:/-_#@\u2013"):
            yield from _broken(match, group, plain[max(0, start - 20) : start])


def _broken(match: re.Match[str], group: str, before: str) -> Iterator[Finding]:
    text = match.group()
    digits = len(text) - len(match[group])
    if group == "decimal" and digits < 4 and _measured(_UNIT, match) and not re.search(r"\d,\s?$", before):
        yield _finding("decimal-comma", match, text.replace(",", "."))
    elif group in ("point", "comma") and _is_torn(match, group, digits, before):
        yield _finding("split-number", match, re.sub("[.,] ", ".", text))
    elif group == "pieces":
        yield _finding("split-thousand", match, text.replace(" thousand ", ","))
    elif group == "thousand" and digits < 4:
        yield _finding("digits-thousand", match, text.replace(" thousand", ",000"))
    elif group == "scale":
        number, _, short = text.partition(" ")
        yield _finding("short-scale", match, f"{number} {_SCALES[short]}")
    elif group == "unit":
        unit = text[: text.index("/") + 1]
        yield _finding("native-unit", match, unit + ("s" if text.endswith(("C", "/c")) else "h"))
    elif group == "percent":
        yield _finding("spaced-sign", match, text.replace(" ", ""))


def _measured(units: str, match: re.Match[str]) -> bool:
    """Whether a unit stands right behind the number."""
    return re.compile(f"[ \u00a0-]?(?:(?:{units})\\b|[%°])").match(match.string, match.end()) is not None


def _is_torn(match: re.Match[str], group: str, digits: int, before: str) -> bool:
    if not _measured(_MAGNITUDE, match):
        return False
    return digits < 4 if group == "point" else digits < 3 and re.search(_AMOUNT_BEFORE, before) is not None


def _glued(plain: str, match: re.Match[str]) -> Iterator[Finding]:
    """A year stuck to a small word: in2021."""
    word = re.search("(?<![\\w@#./-])[A-Za-z]+$", plain[max(0, match.start() - 8) : match.start()])
    if word and word.group().lower() in _LINKS:
        start, end = match.start() - len(word.group()), match.start() + 4
        new = f"{word.group()} {match.group()}"
        yield finding(_rules()["glued-number"], start, end, plain[start:end], (new,), "certain")


def _stuck(match: re.Match[str], vocabulary: Vocabulary) -> Iterator[Finding]:
    """A word stuck to its number: 50people. Units and British "£10million" pass."""
    word = match["word"]
    number = match.group()[: -len(word)]
    if vocabulary.frequency(word) > 2000 and re.fullmatch(_UNIT, word) is None:
        yield _finding("glued-number", match, f"{number} {word}")


def _signs(plain: str) -> Iterator[Finding]:
    if "№" in plain:
        for match in re.finditer("№(?: (?=\\d))?", plain):
            yield _finding("number-sign", match, "No. ", "certain")
    if "st. " in plain:
        for match in re.finditer("st\\. (?<=\\bst\\. )(\\d{1,3}(?:-\\d)?)(?= (?:of|CC|CCU|CCP|[Pp]art)\\b)", plain):
            yield _finding("article-sign", match, f"Article {match[1]}")
    for sign in "$€£":
        if f"{sign} " in plain:
            for match in re.finditer(f"{re.escape(sign)} (?=\\d)", plain):
                yield _finding("spaced-sign", match, sign)


def _finding(name: str, match: re.Match[str], new: str, confidence: Confidence = "likely") -> Finding:
    return finding(_rules()[name], *match.span(), match.group(), (new,), confidence)
