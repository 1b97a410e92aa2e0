"""Find lost and stray spaces: takes the view, flags "full -scale", "theUkrainian", "ofthe" and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lintnews.lexicon.descent import looks_slavic_name
from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.model import Confidence, Example, Finding, RuleInfo, Severity
from lintnews.view import SPACE, View

HYPHEN = "broken-syntax/spaced-hyphen"
GLUED = "broken-syntax/glued-words"
_HEADS = frozenset(
    "full long short medium high low large small mid pre anti co ex non self pro post semi ultra well far "
    "wide multi counter inter sub cross vice half all so first second third one two three four five six ten "
    "single double state world life year day month week hour".split()
)
_TAILS = frozenset(
    "scale term range old year day level made based led called backed torn wide style caliber calibre ranking "
    "profile quality speed tech run time held owned controlled occupied month week hour long making sided "
    "party class free related fire chief wing wave kilometer meter ton strong born speaking educated known".split()
)
_LOOSE = frozenset(["scale", "old", "term", "range", "ranking", "caliber", "calibre", "called", "backed", "torn"])
_SUSPENDED = frozenset(
    ["and", "or", "to", "but", "nor", "as", "versus", "vs", "through", "than", "the", "a", "if", "in"]
)
_STARTERS = frozenset(
    "The This That These Those He She They It We You But However According There When While After Before Also "
    "Earlier Later Photo Video Read In On At As If For From His Her Their And Among During Meanwhile Moreover "
    "Thus Now Today".split()
)
_NEWS_STARTERS = frozenset("The He She They However According There When While After Before Also Earlier Later".split())
_BRANDING = frozenset(
    ["In", "On", "At", "It", "As", "You", "We", "Now", "Today", "Photo", "Video", "Read", "For", "And"]
)
_SMALL = ("the", "that", "and", "with", "from", "which", "this", "were", "have", "their", "into")
_PAIRS = frozenset(["ofthe", "inthe", "tothe", "onthe", "bythe", "atthe", "isthe", "asthe", "ofa", "tobe", "hasbeen"])
_LINKS = frozenset("in on of at to by is as he we it an or if so no up my me us be".split())
_SMALL_WORDS = _LINKS | frozenset("the and with for from that this was were but not are has had".split())
_COMMON = 2000  # a word this frequent is common: it is what a lost space leaves


def rules() -> tuple[RuleInfo, ...]:
    """The rules that the check can give."""
    return (
        RuleInfo(
            HYPHEN,
            "warning",
            "A space beside a hyphen",
            "The hyphen of a compound has no space on either side; a dash has one on both.",
            examples=(
                Example("The full -scale war began in winter.", True, "The full-scale war began in winter."),
                Example("Both short- and long-term loans - so far - are cheap.", False),
            ),
        ),
        RuleInfo(
            GLUED,
            "warning",
            "Words stuck together",
            "The space between two words was lost, often with the markup between them.",
            examples=(
                Example("She wrote that theUkrainian flag was back.", True, "She wrote that the Ukrainian flag was back."),
                Example("McDonald and the iPhone maker met on YouTube with DeepState.", False),
            ),
        ),
    )


def check(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield a finding for every stray space beside a hyphen and every pair of glued words."""
    yield from _hyphens(view)
    yield from _capital_inside(view, vocabulary)
    yield from _run_together(view, vocabulary)


def _hyphens(view: View) -> Iterator[Finding]:
    plain = view.plain
    if " -" not in plain and "- " not in plain:
        return
    for match in _hyphen().finditer(plain):
        spaced = plain[match.start() - 1 : match.start()] == " "
        place = match.start() - spaced
        word = re.search("(?<![\\w-])[A-Za-z]+$", plain[max(0, place - 20) : place])
        if word is None or view.segment_at(place) is None:
            continue
        joint = plain[place : match.start(1)]
        if _belongs(word.group().lower(), match[1].lower(), joint):
            yield _joined(plain, place - len(word.group()), match, word.group(), joint)


@cache
def _hyphen() -> re.Pattern[str]:
    return re.compile("-(?:(?<= -)|(?= )) ?([A-Za-z]{2,})")


def _belongs(left: str, right: str, joint: str) -> bool:
    if left in _SUSPENDED or right in _SUSPENDED:  # "short- and long-term", "led and -owned"
        return False
    if joint == " - ":
        return right in _LOOSE and (left in _HEADS or left in ("years", "so"))
    if joint == "- ":
        return left in _HEADS and right in _TAILS
    return left in _HEADS or right in _TAILS


def _joined(plain: str, start: int, match: re.Match[str], left: str, joint: str) -> Finding:
    right = match[1].lower() if match[1].isupper() and not left.isupper() else match[1]
    message = f"“{plain[start : match.end()]}” has a space beside its hyphen"
    # A space behind the hyphen alone is what scanning leaves at a line's end, in any copy.
    severity: Severity = "info" if joint == "- " else "warning"
    return _finding(HYPHEN, start, match.end(), message, f"{left}-{right}", "certain", severity)


def _capital_inside(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    plain = view.plain
    for match in _inner_capital().finditer(plain):
        place = view.token_at(match.start())
        if place >= len(view.tokens) or view.tokens[place].start >= match.start():
            continue
        token = view.tokens[place]
        if len(view.words[token.word]) > 1 or plain[token.start - 1 : token.start] in ("@", "#", "/", ".", "_", "-"):
            continue  # a name that the text uses again is no accident
        left, right = plain[token.start : match.start()], plain[match.start() : token.end]
        if plain[token.end : token.end + 1] not in ("_", "(", "/", "@") and _is_glued(left, right, vocabulary):
            yield _unglued(view, place, left, right, _is_sure(left, right, vocabulary))


def _is_sure(left: str, right: str, vocabulary: Vocabulary) -> bool:
    """Whether nobody writes so on purpose: a small word or a figure before a capital, a name before the next sentence."""
    if left.lower() in _SMALL_WORDS or not left.isalpha():
        return True
    known = vocabulary.knows(right.lower())
    return right in _NEWS_STARTERS and left[0].isupper() if known else left.islower() and looks_slavic_name(right.lower())


@cache
def _inner_capital() -> re.Pattern[str]:
    return re.compile("[A-Z](?<=[a-z0-9][A-Z])(?=[A-Za-z])")


def _is_glued(left: str, right: str, vocabulary: Vocabulary) -> bool:
    if left.islower():
        common = left in _LINKS if len(left) < 3 else vocabulary.frequency(left) >= _COMMON
        return common and (right[1:].islower() or (right.isupper() and len(right) > 4))
    if left.isdigit():
        return right in _STARTERS and right not in _BRANDING
    return left[1:].islower() and right in _STARTERS and (right not in _BRANDING or not vocabulary.knows(left.lower()))


def _unglued(view: View, place: int, left: str, right: str, sure: bool) -> Finding:
    token = view.tokens[place]
    text = view.plain[token.start : token.end]
    message = f"“{text}” is two words stuck together"
    if 0 < place < len(view.tokens) - 1 and view.joints[place - 1] == view.joints[place] == SPACE:
        before, after = view.tokens[place - 1], view.tokens[place + 1]
        if before.word == right.lower() and after.word == left.lower():  # the text of a link, twice
            once = view.plain[before.start : before.end] + " " + left
            message = f"“{once}” stands here twice, stuck together"
            return _finding(GLUED, before.start, after.end, message, once, "certain")
    severity: Severity = "warning" if sure else "info"  # else: somebody's way to write a name or a program
    return _finding(GLUED, token.start, token.end, message, f"{left} {right}", "likely", severity)


def _run_together(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    for word in vocabulary.unknown(view.words):
        if len(word) > 4 and word.isalpha() and word.isascii():
            split = _split(word, vocabulary)
            token = view.tokens[view.words[word][0]]
            text = view.plain[token.start : token.end]
            if split and text.islower():
                message = f"“{text}” is two words stuck together"
                yield _finding(GLUED, token.start, token.end, message, split, "likely")


def _split(word: str, vocabulary: Vocabulary) -> str:
    if word in _PAIRS:
        return f"{word[:-3]} {word[-3:]}" if word.endswith("the") else ""
    for small in _SMALL:
        for left, right in ((small, word.removeprefix(small)), (word.removesuffix(small), small)):
            other = right if left == small else left
            if len(other) + len(small) == len(word) and len(other) > 2 and vocabulary.frequency(other) >= _COMMON:
                return f"{left} {right}"
    return ""


def _finding(
    rule: str, start: int, end: int, message: str, new: str, confidence: Confidence, severity: Severity = "warning"
) -> Finding:
    safe = confidence == "certain"
    return Finding(start, end, rule, "broken-syntax", severity, confidence, message, (new,), safe=safe)
