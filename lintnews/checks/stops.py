"""Find broken punctuation: takes the view, flags stray stops, doubled marks, lost or stray spaces at them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.model import Confidence, Example, Finding, RuleInfo, Severity
from lintnews.view import View

STRAY = "broken-syntax/stray-stop"
CASE = "broken-syntax/small-sentence"
GLUED = "broken-syntax/lost-space"
DOUBLED = "broken-syntax/doubled-mark"
SPACED = "broken-syntax/space-before-mark"
UNPAIRED = "broken-syntax/unpaired-mark"
_GOES_ON = frozenset(["of", "per", "than", "whose", "whom"])  # no sentence begins so
_ABBREVIATED = frozenset(  # what Ukrainian and Russian shorten with a stop: 5 грн. за, 20 ст. в
    [
        *(
            "hryvnia",
            "hryvnias",
            "rubles",
            "rubles",
            "dollars",
            "thousand",
            "million",
            "billion",
            "percent",
            "kilometers",
        ),
        *(
            "year",
            "years",
            "century",
            "region",
            "district",
            "city",
            "village",
            "street",
            "article",
            "part",
            "page",
            "point",
        ),
        *("hours", "minutes", "people", "persons", "pieces", "tons", "hectares", "meters", "month", "summer", "winter"),
    ]
)
_LINKS = frozenset(["by", "for", "to", "from", "in", "on", "at", "with", "between", "among", "under", "over"])
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr st etc vs inc ltd corp col gen maj capt lieut sgt approx dept est min max ave blvd str tel "
    "fig vol bros mt dist gov sen rep rev prof hon jan feb mar apr jun jul aug sep sept oct nov dec mon tue "
    "wed thu fri sat sun cit viz resp cca obl ibid incl excl hrs mins secs mln bln esp adj adv misc assn intl "
    "natl univ jr sr nos pp pts rec pres vice sq".split()
)
_DOMAINS = frozenset(
    "Com Net Org Ru Ua En Info News Today City Life Io Ai App Js Tv Me Eu Uk Us Co Media Pro Online".split()
)
_NEWS_OPENERS = frozenset(
    "The He She They According There When While After Before Also In On At As For From During Meanwhile "
    "Earlier Later However Moreover Recall Now Today Photo Video Ukraine Ukrainian Russia Russian Russians "
    "President Kyiv Moscow".split()
)
_OPENERS = _NEWS_OPENERS | frozenset(
    "This That It We You But If I A An And Our My Its Not No So Such Then Read".split()
)
_CLOSING = {")": "(", "]": "[", "”": "“", "»": "«"}


def rules() -> tuple[RuleInfo, ...]:
    """The rules that the check can give."""
    return (
        RuleInfo(
            STRAY,
            "warning",
            "A full stop inside a sentence",
            "The sentence goes on after it: the stop came from an abbreviation of the original (літа п. р., 5 грн. за).",
            examples=(
                Example("It was noted in the spring and summer. of the current year.", True),
                Example("He met Gen. of the army Ivan Cherniakhovsky, etc. and so on.", False),
            ),
        ),
        RuleInfo(
            CASE,
            "info",
            "A sentence that begins with a small letter",
            "Either the stop before it is stray or the capital is missing.",
            examples=(
                Example("The bridge was closed. the police said nothing.", True),
                Example("The bridge was closed. The police said nothing.", False),
            ),
        ),
        RuleInfo(
            GLUED,
            "warning",
            "No space after a full stop",
            "Two sentences, or two blocks of the page, were run together.",
            examples=(
                Example("They ended the war.The city is quiet.", True, "They ended the war. The city is quiet."),
                Example("Booking.com and the U.S. State Department met at ASP.NET.", False),
            ),
        ),
        RuleInfo(
            DOUBLED,
            "warning",
            "Two marks where one belongs",
            "One of the marks is left over from an edit or from text that was taken out.",
            examples=(
                Example("He thanked the army,, the police and the doctors.", True),
                Example("He waited… and waited... “Really?!” he asked.", False),
            ),
        ),
        RuleInfo(
            SPACED,
            "info",
            "A space before a comma or full stop",
            "English sets these marks close to the word.",
            examples=(
                Example("The mayor , a lawyer, resigned.", True, "The mayor, a lawyer, resigned."),
                Example("The .50 rifle and .NET cost $2.50 ... each.", False),
            ),
        ),
        RuleInfo(
            UNPAIRED,
            "info",
            "A bracket or quotation mark without its pair",
            "Its other half was lost with the text around it.",
            examples=(
                Example("The unit (of the 24th brigade was relieved.", True),
                Example("The unit (of the 24th brigade) was relieved :)", False),
            ),
        ),
    )


def check(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield a finding for every broken full stop, comma and pair."""
    found = (*_stops(view, vocabulary), *_doubled(view.plain), *_spaced(view.plain))
    for finding in found:
        if view.segment_at(finding.start) is not None:
            yield finding
    yield from _unpaired(view)


@cache
def _stop() -> re.Pattern[str]:
    return re.compile("\\.(?<=[a-z]{2}\\.)(?:[ \u00a0]([a-z]\\w*)|([A-Z][a-z]*)(?=[\\s,'’]))")


def _stops(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    plain = view.plain
    for match in _stop().finditer(plain):
        place = match.start()
        word = re.search('[^\\s(“"«]+$', plain[max(0, place - 40) : place])
        before = word.group() if word else ""
        if match[1]:
            yield from _small(view, match, before, vocabulary)
        elif _is_run_together(before, match[2], vocabulary):
            new = f"{before}. {match[2]}"
            message = f"a space is missing after the full stop in “{before}.{match[2]}”"
            severity: Severity = "warning" if match[2] in _NEWS_OPENERS else "info"  # else: chat, reviews, names
            yield _finding(GLUED, place - len(before), match.end(), message, (new,), severity, "likely")


def _small(view: View, match: re.Match[str], before: str, vocabulary: Vocabulary) -> Iterator[Finding]:
    following = match[1]
    low = before.lower()
    if not before.isalpha() or low in _ABBREVIATIONS or not vocabulary.lists(low) or not following.isalpha():
        return
    segment = view.segment_at(match.start())
    if segment is None or not (following.islower() and vocabulary.knows(following)):
        return
    chat = view.plain[segment.start].islower()  # a writer who never uses capitals
    start = match.start() - len(before)
    on, anew = f"{before} {following}", f"{before}. {following.capitalize()}"
    goes_on = following in _GOES_ON or (following in _LINKS and low in _ABBREVIATED)
    if goes_on and not chat:
        message = f"the full stop after “{before}” breaks the sentence, or a capital is missing after it"
        yield _finding(STRAY, start, match.end(), message, (on, anew), "warning", "likely")
    else:
        message = f"a sentence begins with a small letter: “{following}”"
        yield _finding(CASE, start, match.end(), message, (anew, on), "info", "possible" if chat else "likely")


def _is_run_together(before: str, following: str, vocabulary: Vocabulary) -> bool:
    if not re.fullmatch("[A-Za-z][a-z'’-]*", before) or following in _DOMAINS or before.lower() in _ABBREVIATIONS:
        return False
    if before[0].isupper() and following not in _OPENERS:
        return False  # Strana.Today, St.George
    if len(following) == 1:
        return following in "AI"
    return vocabulary.knows(before.lower()) and vocabulary.knows(following.lower())


def _doubled(plain: str) -> Iterator[Finding]:
    for mark, rule in ((",,", ","), (", ,", ","), (". .", "."), (",.", "."), (", .", "."), (" .,", ",")):
        start = plain.find(mark)
        while start >= 0:
            end = start + len(mark)
            around = plain[start - 2 : start] + plain[end : end + 2]
            if not any(letter in ".,…" for letter in around) and plain[start - 1 : start].strip():
                message = f"“{mark}”: one mark too many"
                yield _finding(DOUBLED, start, end, message, (rule,), "warning", "likely")
            start = plain.find(mark, end)


@cache
def _space_before() -> re.Pattern[str]:
    return re.compile("[ \u00a0]([,.;])(?=\\s|$)", re.MULTILINE)


def _spaced(plain: str) -> Iterator[Finding]:
    if " ," not in plain and " ." not in plain and " ;" not in plain and "\u00a0," not in plain:
        return
    for match in _space_before().finditer(plain):
        before = plain[match.start() - 1 : match.start()]
        if plain[match.end() : match.end() + 2] == " .":
            continue  # an ellipsis, spaced
        if before.isalnum() or before in ")”»\"'’%]":
            message = f"a space stands before the “{match[1]}”"
            yield _finding(SPACED, *match.span(), message, (match[1],), "info", "certain")


def _unpaired(view: View) -> Iterator[Finding]:
    plain = view.plain
    if not any(mark in plain for mark in "()[]“”«»"):
        return
    for number, segment in enumerate(view.document.segments):
        text = plain[segment.start : segment.end]
        for closing, opening in _CLOSING.items():
            more = text.count(opening) - text.count(closing)
            if more and not _is_excused(view, number, text, opening, closing, more):
                place = text.rfind(opening) if more > 0 else text.find(closing)
                mark = opening if more > 0 else closing
                message = f"the “{mark}” has no partner in this paragraph"
                yield _finding(
                    UNPAIRED, segment.start + place, segment.start + place + 1, message, (), "info", "possible"
                )


def _is_excused(view: View, number: int, text: str, opening: str, closing: str, more: int) -> bool:
    """A quotation may run over paragraphs, „German quotes“ open below, and lists are numbered 1)."""
    if opening == "“":
        following = view.document.segments[number + 1 : number + 2]
        runs_on = bool(following) and view.plain[following[0].start] == "“"
        return "„" in text or (more > 0 and runs_on)
    return more < 0 and closing == ")" and re.search("(?:^|\\s)(?:\\w{1,3}|[:;][-^]?)\\)", text) is not None


def _finding(
    rule: str,
    start: int,
    end: int,
    message: str,
    suggestions: tuple[str, ...],
    severity: Severity,
    confidence: Confidence,
) -> Finding:
    safe = confidence == "certain"
    return Finding(start, end, rule, "broken-syntax", severity, confidence, message, suggestions, safe=safe)
