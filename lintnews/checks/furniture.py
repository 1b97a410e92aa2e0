"""Find what the page around an article said: takes the view, flags scraps that are nothing but its labels and counters.

"The road is closed. Total views 765. Print version": each is found only where a sentence, or what stands behind the last
one, consists of such phrases (``rules/words/page-furniture.txt``) and of nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lintnews.lexicon.page_furniture import Furniture
from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.model import Example, Finding, RuleInfo
from lintnews.view import View

RULE = "boilerplate/page-furniture"
_LONGEST = 110  # code points of a scrap
_WORDS = 14  # words of the longest phrase
_MONTHS = "january february march april may june july august september october november december".split()
_BEHIND = 8  # words that may stand behind a colon


def rules() -> tuple[RuleInfo, ...]:
    """The rules that the check can give."""
    return (
        RuleInfo(
            RULE,
            "warning",
            "A label of the page",
            "It belongs to the page the copy was taken from: a counter, a button, the head of a list of links.",
            examples=(
                Example("The road is closed. Total views 765.", True),
                Example("The road is closed. Print version Send to a friend", True),
                Example("The road is closed, the photo report shows. Share this news with friends in other towns.", False),
            ),
        ),
    )


def check(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield a finding for every scrap that consists of page furniture."""
    if vocabulary.natives is None:
        return
    furniture = vocabulary.natives.furniture
    for segment in view.document.segments:
        for match in _scrap().finditer(view.plain, segment.start, segment.end):
            text, ended = match[1], match.end(1) < match.end()
            alone = match.start() == segment.start and not ended and " " not in text  # a heading, a cell of a table
            if len(text) <= _LONGEST and not alone and _is_furniture(text, ended, furniture):
                message = f"“{text}” comes from the page, not from the article"
                yield Finding(*match.span(1), RULE, "boilerplate", "warning", "likely", message, ("",))


@cache
def _scrap() -> re.Pattern[str]:
    """What stands between two ends of sentences; the mark that ends it is not part of group 1."""
    return re.compile("([A-Z0-9©#][^.!?…\\n]*(?:[.:](?=\\d)[^.!?…\\n]*)*)[.!?…]?")


@cache
def _opening() -> re.Pattern[str]:
    """The first two words, so far as they are no numbers."""
    word = "((?:[^\\W\\d]|['’])+)"
    return re.compile(f"{word}(?:[^\\w'’]+{word})?")


@cache
def _figure() -> re.Pattern[str]:
    months = "|".join(_MONTHS)
    return re.compile(f"(?:\\b(?:{months})\\b[\\s,]*)?\\d[\\d.,:/-]*(?:[\\s,]+(?:{months})\\b)?")


def _is_furniture(text: str, ended: bool, furniture: Furniture) -> bool:
    low = text.lower()
    opening = _opening().match(low)
    if opening and opening[1] not in _MONTHS and not furniture.may_begin(opening[1], opening[2] or ""):
        return False
    low = _figure().sub(" # ", low)
    head, colon, rest = low.partition(":")
    if colon and f"{' '.join(_words(head))}:" in furniture:
        return 0 < len(_words(rest)) <= _BEHIND
    words = re.sub("#(?: #)+", "#", " ".join(_words(low))).split()
    if len(words) < 2:
        return not ended and bool(words) and words[0] in furniture
    longest = _longest_phrases(words, furniture)
    return len(words) in longest and (not ended or " ".join(words) in furniture)


def _words(text: str) -> list[str]:
    return re.findall("[\\w'’]+|#", text)


def _longest_phrases(words: list[str], furniture: Furniture) -> set[int]:
    """How many words from the beginning phrases can be made to cover without a gap, one of them longer than a word."""
    reached = {0: False}  # words covered → whether one of the phrases has several words
    for start in range(len(words)):
        if start in reached and (phrases := furniture.beginning(words[start])):
            for end in range(start + 1, min(len(words), start + _WORDS) + 1):
                if " ".join(words[start:end]) in phrases:
                    reached[end] = reached.get(end, False) or reached[start] or end - start > 1
    return {end for end, several in reached.items() if several}
