"""Find sentences in another language in Latin letters: takes the view, gives a finding for each run of unknown words.

A run is suspected when most of its words are in no English dictionary; only then is the language guessed. Names,
titles and quotations in another language pass or are noted.
"""

from __future__ import annotations

from collections.abc import Iterator

from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.model import Confidence, Example, Finding, RuleInfo, Severity
from lintnews.named import NamedTuple
from lintnews.view import BREAK, SPACE, View

RULE = "untranslated-residue/other-language"
_LANGUAGES = {
    "pl": "Polish", "cs": "Czech", "sk": "Slovak", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian",
    "pt": "Portuguese", "ro": "Romanian", "hu": "Hungarian", "nl": "Dutch", "tr": "Turkish", "lt": "Lithuanian",
    "lv": "Latvian", "et": "Estonian", "fi": "Finnish", "sv": "Swedish", "hr": "Croatian", "vi": "Vietnamese",
}  # fmt: skip
_FEWEST = 3  # unknown small-letter words of a run
_SHARE = 0.6  # of the run's words that are unknown
_BRIDGE = 2  # known words between two unknown ones of one run: prepositions, look-alikes
_SURE = 0.95  # probability from which a language is named
_LIKELY = 0.8  # probability from which romanized text counts as such
_VOWELS = frozenset("aeiouyáàâäãåąéèêëęěíîïóôöõøőúûüůűýіě")
_SLAVIC = frozenset(["sl", "hr", "sk", "cs", "pl"])
_ENGLISH = frozenset(["and", "the", "of", "it", "this", "that", "with", "are", "lot", "very", "would", "you"])
_SMALL_WORDS = frozenset(  # of other languages, none of them English
    "el los las que por para una con del su le les des du est dans pour qui sur au et der das und ist nicht mit ein "
    "eine von zu den auf il di che sono nie jest przez dla tylko din pentru este care uma com een het van niet zijn "
    "bir ve ile".split()
)


class _Run(NamedTuple):
    """Tokens ``first`` to ``last``; ``small`` of its words are unknown in small letters."""

    first: int
    last: int
    small: int


def rules() -> tuple[RuleInfo, ...]:
    """The rules that the check can give."""
    return (
        RuleInfo(
            RULE,
            "warning",
            "A passage in another language",
            "Text of the source, of its page or a half translation was left as it was.",
            examples=(
                Example("Prezydent spotkał się wczoraj wieczorem z dowódcami wojsk. The talks went on for hours.", True),
                Example("The mayor of Łódź saw “La dolce vita” with Jarosław Kaczyński at the Théâtre de la Ville.", False),
            ),
        ),
    )


def check(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield a finding for every passage in another language."""
    places = _unknown(view, vocabulary)
    if places:
        for run in _runs(view, places):
            widened = _widen(view, run, vocabulary)
            finding = _judge(view, widened, vocabulary) if _is_suspect(view, widened, vocabulary) else None
            if finding:
                yield finding


def _unknown(view: View, vocabulary: Vocabulary) -> list[int]:
    """The places of small-letter words that are in no English dictionary, in order."""
    places: list[int] = []
    for word in vocabulary.unknown(view.words):
        if len(word) > 2 and word.isalpha() and max(word) < "\u0250":
            places += [place for place in view.words[word] if view.plain[view.tokens[place].start].islower()]
    return sorted(places)


def _runs(view: View, places: list[int]) -> Iterator[_Run]:
    first = last = places[0]
    small = 0
    for place in [*places, -1]:
        if place < 0 or place - last > _BRIDGE + 1 or BREAK in view.joints[last:place]:
            yield _Run(first, last, small)
            first, small = place, 0
        small += 1
        last = place


def _widen(view: View, run: _Run, vocabulary: Vocabulary) -> _Run:
    """Take in unknown capitalised words on either side."""
    first, last = run.first, run.last
    while first and view.joints[first - 1] == SPACE and not vocabulary.knows(view.tokens[first - 1].word):
        first -= 1
    while view.joints[last] == SPACE and not vocabulary.knows(view.tokens[last + 1].word):
        last += 1
    return _Run(first, last, run.small)


def _is_suspect(view: View, run: _Run, vocabulary: Vocabulary) -> bool:
    words = run.last - run.first + 1
    if words < 2 or (run.small < _FEWEST and view.sentence(run.first) != (run.first, run.last + 1)):
        return False  # a caption or a label may be two words long, but then it stands alone
    unknown = sum(not vocabulary.knows(view.tokens[place].word) for place in range(run.first, run.last + 1))
    return unknown >= words * (_SHARE if run.small >= _FEWEST else 1)


def _judge(view: View, run: _Run, vocabulary: Vocabulary) -> Finding | None:
    start, end = view.tokens[run.first].start, view.tokens[run.last].end
    words = [view.tokens[place].word for place in range(run.first, run.last + 1)]
    if not _ENGLISH.isdisjoint(words) or len(set(words)) < min(_FEWEST, len(words)):
        return None  # misspelled or invented English, or a noise
    if sum(_VOWELS.isdisjoint(word) for word in words) > 1:
        return None  # xxx, ddd: samples, codes
    if any(
        view.in_address(view.tokens[place].start, view.tokens[place].end) for place in range(run.first, run.last + 1)
    ):
        return None
    foreign = not view.plain[start:end].isascii() or not _SMALL_WORDS.isdisjoint(words)
    if not foreign and run.small < _FEWEST:
        return None
    code, probability = vocabulary.languages.guess(view.text(start, end))
    named = _LANGUAGES.get(code, "") if probability >= _SURE else ""
    if foreign:
        what = f"in {named}" if named else "in another language"
        if code == "en" or (run.small < _FEWEST and not named):
            return None
    elif code in _SLAVIC and probability >= _LIKELY:
        what = "Ukrainian or Russian in Latin letters"  # which the guesser takes for their western neighbours
    else:
        return None
    shown = view.in_quote(start, end) or "language:" in view.plain or _is_announced(view.plain, start)
    severity: Severity = "info" if shown else "warning"
    confidence: Confidence = "possible" if shown else "likely"
    message = f"this passage is {what}: translate it or take it out"
    return Finding(start, end, RULE, "untranslated-residue", severity, confidence, message)


def _is_announced(plain: str, start: int) -> bool:
    """Whether a label such as "Polish:" introduces the passage."""
    before = plain[max(0, start - 40) : start].rstrip(' \u200b\u200d\u2060"“«')
    return before.endswith(":") and before[:-1].split(" ")[-1][:1].isupper()
