"""Find capitals in the wrong place: takes the view, gives a finding for names in small letters and stray capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.model import Confidence, Example, Finding, RuleInfo, Severity
from lintnews.view import BREAK, PUNCTUATION, SPACE, View

NAME = "broken-syntax/small-name"
ADJECTIVE = "broken-syntax/small-nationality"
DOUBLE = "broken-syntax/double-capital"
LETTER = "broken-syntax/stray-letter"
STRAY = "broken-syntax/stray-capital"
_NATIONS = frozenset(
    "ukrainian ukrainians russian russians belarusian belarusians moldovan georgian armenian azerbaijani "
    "kazakh uzbek american americans european europeans british german germans french italian italians "
    "spanish romanian romanians hungarian hungarians bulgarian lithuanian latvian estonian czech slovak "
    "serbian croatian israeli israelis iranian iranians korean koreans japanese swedish norwegian danish "
    "dutch canadian canadians australian african asian syrian monday tuesday wednesday thursday friday "
    "saturday sunday january february april june july september october november december ukraine russia "
    "belarus poland germany france moscow kyiv kiev crimea donbas donetsk luhansk kharkiv odesa putin "
    "zelensky zelenskyy kremlin nato".split()
)
_PROTEST = frozenset(["russia", "russian", "russians", "putin", "kremlin", "moscow"])  # small on purpose since 2022
_GIVEN = (
    "mark",
    "will",
    "bill",
    "victor",
    "max",
    "art",
    "grant",
    "frank",
    "jack",
    "rob",
    "roman",
    "bob",
    "gene",
    "rose",
)
_SURNAME = "[A-Z][a-z]{2,}(?:enko|[oe]v|[oe]va|in|ina|sk(?:y|yi|iy|ii|yy|aya|a)|chuk|iuk|yuk|ych|vich|shvili|yan)\\b"
_NO_NAME_AFTER = frozenset(
    "to will would shall should can could may might must not and they we i you who that which a an the his "
    "her its our their my no this each of in on for with at by did do does".split()
)
_OPENING = frozenset("over the in on during about at a an this these that their his of from to with".split())
_STRAY_WORDS = ("The", "This", "Of", "And", "Which", "Was", "Were", "That", "With", "For", "From", "To", "By")


def rules() -> tuple[RuleInfo, ...]:
    """The rules that the check can give."""
    return (
        RuleInfo(
            NAME,
            "warning",
            "A name in small letters",
            "A name that is also a word was taken for the word.",
            examples=(
                Example("The lawyer mark Petrenko came to the court.", True, "The lawyer Mark Petrenko came to the court."),
                Example("Residents will mark Easter at home; Petro went to mark Petrenko's grave.", False),
            ),
        ),
        RuleInfo(
            ADJECTIVE,
            "warning",
            "A nationality, language, day or month in small letters",
            "English capitalises them; Ukrainian and Russian do not.",
            examples=(
                Example("The ukrainian army moved on.", True, "The Ukrainian army moved on."),
                Example("The polish of the china was like turkey on a march in may.", False),
            ),
        ),
        RuleInfo(
            DOUBLE,
            "warning",
            "Two capitals at the beginning of a word",
            "The second capital is a slip.",
            examples=(
                Example("Xi JInping met the envoy.", True, "Xi Jinping met the envoy."),
                Example("MPs and UAVs of the USbased firm came; McDonald left.", False),
            ),
        ),
        RuleInfo(
            LETTER,
            "warning",
            "A letter left standing",
            "A one-letter preposition of the original (о, в, у, к, с, з) was spelled out and translated as well.",
            examples=(
                Example("The unit held on; O over the past day three raids were stopped.", True),
                Example("Group O, in the west, has type O on the list. I in turn agreed.", False),
            ),
        ),
        RuleInfo(
            STRAY,
            "info",
            "A capital in the middle of a sentence",
            "Text was put in here from elsewhere: a glossary, a link, a headline.",
            examples=(
                Example("The drill began, and reports The center of the army.", True),
                Example("He reads The New York Times and The Economist daily.", False),
            ),
        ),
    )


def check(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield a finding for every name without and every word with a capital that does not belong."""
    yield from _names(view)
    yield from _nations(view)
    yield from _doubles(view, vocabulary)
    yield from _letters(view)
    yield from _strays(view)


def _names(view: View) -> Iterator[Finding]:
    for given in _GIVEN:
        for place in view.words.get(given, ()):
            token = view.tokens[place]
            if place + 1 < len(view.tokens) and view.joints[place] == SPACE and view.plain[token.start].islower():
                surname = view.tokens[place + 1]
                before = view.tokens[place - 1].word if place else ""
                if before not in _NO_NAME_AFTER and re.compile(_SURNAME).fullmatch(
                    view.plain, surname.start, surname.end
                ):
                    name = f"{given.capitalize()} {view.plain[surname.start : surname.end]}"
                    message = f"“{given}” is a given name here"
                    yield _finding(NAME, token.start, surname.end, message, name, "warning", "likely")


def _nations(view: View) -> Iterator[Finding]:
    for word in _NATIONS & view.words.keys():
        for place in view.words[word]:
            token = view.tokens[place]
            if view.plain[token.start].islower() and not view.in_address(token.start, token.end):
                severity: Severity = "info" if word in _PROTEST or _is_chat(view, place) else "warning"
                new = "NATO" if word == "nato" else word.capitalize()
                yield _finding(ADJECTIVE, token.start, view.word_end(place), _advice(word), new, severity, "certain")


def _advice(word: str) -> str:
    return f"“{word}” takes a capital in English"


def _is_chat(view: View, place: int) -> bool:
    """Whether the writer uses no capitals: the sentence or its paragraph begins with a small letter."""
    segment = view.document.segments[view.segment_of[place]]
    first = view.tokens[view.sentence(place)[0]]
    return view.plain[segment.start].islower() or view.plain[first.start].islower()


@cache
def _double() -> re.Pattern[str]:
    return re.compile("[A-Z][A-Z][a-z]{3,}")


def _doubles(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    for match in _double().finditer(view.plain):
        place = view.token_at(match.start())
        if (
            place >= len(view.tokens)
            or view.tokens[place].start != match.start()
            or view.tokens[place].end > match.end() + 2
        ):
            continue
        word, token = match.group(), view.tokens[place]
        rest = word[2:]
        mended = word[0] + word[1:].lower()
        if (
            len(view.words[token.word]) > 1
            or vocabulary.lists(rest)
            or vocabulary.lists(word[1:].lower())
            or word.startswith("VK")
        ):
            continue  # USbased, eBay's AGreement: words stuck together
        known = vocabulary.knows(word.lower()) or (place > 0 and view.joints[place - 1] == SPACE and len(word) > 5)
        if known and view.plain[match.start() - 1 : match.start()] not in ("@", "#", "/", ".", "_"):
            message = f"“{word}” has two capitals"
            yield _finding(DOUBLE, *match.span(), message, mended, "warning", "likely")


def _letters(view: View) -> Iterator[Finding]:
    """A single capital at the beginning of a clause, before a preposition or an article."""
    for letter in "OUVKSZ":
        for place in view.words.get(letter.lower(), ()):
            token = view.tokens[place]
            if view.plain[token.start] != letter or token.end - token.start > 1 or place + 1 >= len(view.tokens):
                continue
            opens = place == 0 or view.joints[place - 1] in (PUNCTUATION, BREAK)
            following = view.plain[view.tokens[place + 1].start : view.tokens[place + 1].end]
            if opens and view.joints[place] == SPACE and following in _OPENING:
                message = f"“{letter}” is a letter of the original left standing"
                yield _finding(LETTER, token.start, token.end, message, "", "warning", "likely")


def _strays(view: View) -> Iterator[Finding]:
    plain = view.plain
    for word in _STRAY_WORDS:
        start = plain.find(f" {word} ")
        while start >= 0:
            end = start + len(word) + 2
            if plain[start - 1 : start].islower() and plain[end : end + 1].islower() and not _is_title(view, start):
                message = f"“{word}” has a capital in the middle of a sentence"
                yield _finding(STRAY, start + 1, end - 1, message, word.lower(), "info", "possible")
            start = plain.find(f" {word} ", end - 1)


def _is_title(view: View, start: int) -> bool:
    """Whether most words around have capitals, as in a headline; or the place is no prose."""
    if view.segment_at(start) is None:
        return True
    words = view.plain[max(0, start - 60) : start + 60].split()
    return sum(word[0].isupper() for word in words) * 2 > len(words)


def _finding(
    rule: str, start: int, end: int, message: str, new: str, severity: Severity, confidence: Confidence
) -> Finding:
    safe = confidence == "certain"
    return Finding(start, end, rule, "broken-syntax", severity, confidence, message, (new,), safe=safe)
