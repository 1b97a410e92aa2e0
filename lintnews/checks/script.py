"""Find passages in another script: takes the view, gives a finding for each run of Cyrillic, Greek, Arabic, Han text.

A native form given as a gloss ("Vostochny (Восточный)") is good practice and passes; words quoted as words, original
wording after a label ("Russian: ...") and photo credits are noted only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lintnews.lexicon.scripts import is_western, language_of, looks_latin, passages
from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.model import Example, Finding, RuleInfo, Span
from lintnews.view import View

RULE = "untranslated-residue/other-script"
_NEARBY = 40  # code points in which an introduction of quoted wording is looked for
_GLOSS_WORDS = 6  # a bracketed passage longer than this is no gloss
_GREEK_SYMBOL = 3  # runs of Greek letters up to this long are symbols: α, ΔT, TNFα


def rules() -> tuple[RuleInfo, ...]:
    """The rules that the check can give."""
    return (
        RuleInfo(
            RULE,
            "warning",
            "A passage in another script",
            "Text of the original, of its page or of a picture caption was left as it was; readers cannot read it.",
            examples=(
                Example("Жителі міста чекають на воду. The mayor promised new wells by spring.", True),
                Example("The rocket left the Vostochny (Восточный) cosmodrome at dawn.", False),
            ),
        ),
    )


def check(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield a finding for every passage in another script."""
    if view.plain.isascii() or is_western(view.plain):
        return
    found = [span for span in passages(view.plain) if _is_residue(view, *span)]
    # Copy that once announces original wording ("Russian: ...") prints it on purpose everywhere.
    printed = {language_of(view.plain[start:end]) for start, end in found if _is_announced(view.plain, start)}
    furniture: list[Span] = []
    for start, end in found:
        weight = _weigh(view.plain, start, end)
        if weight == "flag" and view.role_at(start) == "chrome":
            furniture.append(Span(start, end))
        elif weight != "pass":
            language = language_of(view.plain[start:end])
            yield _finding(view, start, end, language, weight == "info" or language in printed)
    if furniture:
        yield _of_furniture(view, furniture)


def _of_furniture(view: View, places: list[Span]) -> Finding:
    """One finding for all menus and banners of a page: whoever mends one mends them all."""
    language = language_of(" ".join(view.plain[start:end] for start, end in places))
    more = len(places) - 1
    where = f", here and in {more} more place{'s' * (more > 1)}" if more else ""
    message = f"{language} text was left in the page's menus and banners{where}: translate it or take it out"
    return _finding(view, *places[0], language, False)._replace(message=message, confidence="certain")


def _is_residue(view: View, start: int, end: int) -> bool:
    passage = view.plain[start:end]
    if view.segment_at(start) is None or _is_symbol(passage) or view.in_address(start, end):
        return False
    return " " in passage or not looks_latin(passage)


def _finding(view: View, start: int, end: int, language: str, mild: bool) -> Finding:
    words = len(view.plain[start:end].split())
    return Finding(
        start,
        end,
        RULE,
        "untranslated-residue",
        "info" if mild else "warning",
        "possible" if mild else "certain" if words > 1 else "likely",
        f"{language} text was left in English copy: translate it or take it out",
    )


def _is_announced(plain: str, start: int) -> bool:
    return _announced().search(plain, max(0, start - _NEARBY), start) is not None


def _is_symbol(passage: str) -> bool:
    return len(passage) <= _GREEK_SYMBOL and all("\u0370" <= letter <= "\u03ff" for letter in passage)


def _weigh(plain: str, start: int, end: int) -> str:
    before, after = plain[max(0, start - _NEARBY) : start], plain[end : end + _NEARBY]
    before = before[before.rfind("\n") + 1 :]
    after = after.partition("\n")[0]
    words = len(plain[start:end].split())
    if _gloss().search(before) and _closes().match(after) and not _stuck().match(after):
        return "pass" if words <= _GLOSS_WORDS else "info"
    if _label().search(before) or (words <= _GLOSS_WORDS and (_as_word().search(before) or _explained().match(after))):
        return "info"
    return "flag"


@cache
def _gloss() -> re.Pattern[str]:
    """English, then an opening bracket, maybe the language's name and a quotation mark."""
    return re.compile("[^\\W\\d_][\"'”’»]?\\s*[(\\[]\\s*(?:[A-Za-z. ]{2,25}[:,]?\\s*)?[\"“«„']?\\s*$")


@cache
def _closes() -> re.Pattern[str]:
    return re.compile('[^()\\[\\]]{0,30}[)\\]]|["”»]?\\s*[,;/]')


@cache
def _stuck() -> re.Pattern[str]:
    """A bracket with the next word stuck to it: an engine's note, not a writer's gloss."""
    return re.compile("[^()\\[\\]]{0,30}[)\\]](?:[a-z]{2}|[A-Z][a-z])")


_LANGUAGE = "Russian|Ukrainian|Belarusian|Polish|Korean|Chinese|Japanese|Hindi|Farsi|Persian|Arabic|Greek|Hebrew|Kazakh"


@cache
def _announced() -> re.Pattern[str]:
    """The name of a language that announces original wording."""
    return re.compile(f'(?:\\b[Ll]anguage|\\b(?:{_LANGUAGE})|[Oo]riginal):[^A-Za-z"]*$')


@cache
def _label() -> re.Pattern[str]:
    """A label that announces original wording, or a credit."""
    return re.compile(
        f"(?:\\b(?:{_LANGUAGE}|[Ll]anguage|[Oo]riginal|Image|Photos?|Picture|Video|Credit|Source|Author|Text|By):|©|\\b[Bb]y)"
        "\\s*[^\\w\\s]*[\u200b-\u200f]?$"
    )


@cache
def _as_word() -> re.Pattern[str]:
    """English that speaks of the wording itself."""
    return re.compile(
        "(?i)\\b(?:words?|letters?|spell(?:ed|ing|t)|inscriptions?|signs?|read(?:s|ing)|slogans?|phrases?|called|"
        "mean(?:s|ing)|hashtag|title[ds]?|written|translat\\w+|known as|in (?:ukrainian|russian|belarusian|polish)|"
        "cyrillic)\\b"
    )


@cache
def _explained() -> re.Pattern[str]:
    """What follows quoted wording that is explained: a gloss in brackets, or "which means"."""
    return re.compile('(?i)["”»\'’]?,?\\s*(?:\\(|meaning\\b|which means\\b|that is\\b|or ["“«]|- that)')
