"""Find romanized words: takes the view, gives a finding for each unknown word of Ukrainian or Russian shape or meaning.

"A legkovushka left the road": the engine did not know the word and spelled it in Latin letters. A word is told by its
shape (``lexicon.slavic``), or by reading it back to a listed word in a passage about the region.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from lintnews.lexicon.native import Natives, Region, Word
from lintnews.lexicon.slavic import looks_slavic
from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.lexicon.word_forms import Form
from lintnews.model import Confidence, Example, Finding, RuleInfo, Severity
from lintnews.view import HYPHEN, View

RULE = "untranslated-residue/romanized-word"
ADJECTIVE = "untranslated-residue/place-adjective"
RULES = (
    RuleInfo(
        RULE,
        "warning",
        "A native word in Latin letters",
        "The engine did not know the word and spelled it out; English readers cannot guess what it means.",
        examples=(
            Example("The gruzovichnik turned over near Poltava.", True),
            Example("The apparatchiks drank samogon in the dacha near Khreshchatyk.", False),
        ),
    ),
    RuleInfo(
        ADJECTIVE,
        "warning",
        "A place name left as an adjective",
        "Ukrainian and Russian make adjectives of place names, in the noun’s gender; English puts the name itself.",
        examples=(
            Example("Shells hit the Verkhnolozivska community at night.", True),
            Example("Shells hit the Verkhnia Lozova community at night.", False),
        ),
    ),
)
_SHORTEST = 4  # letters of a word that is looked up
_LONGEST = 24
_SURE = 4  # letters from which a listed word may be an alarm


def check(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield a finding for every place of a romanized word, and of an adjective that stands for a place."""
    region = Region(view, vocabulary.natives.region if vocabulary.natives else (), vocabulary.frequency)
    for word in vocabulary.unknown(view.words):
        if not _SHORTEST <= len(word) <= _LONGEST or not word.isascii() or not word.isalpha():
            continue
        places = view.words[word]
        small = [place for place in places if view.plain[view.tokens[place].start].islower()]
        if small:
            yield from _words(view, vocabulary, word, small, region)
        elif vocabulary.natives and _country().search(word):
            yield from _countries(view, vocabulary.natives, word, places)
        elif _adjective().search(word):
            yield from _adjectives(view, word, places)


def _words(view: View, vocabulary: Vocabulary, word: str, places: Sequence[int], region: Region) -> Iterator[Finding]:
    """Findings for a word in small letters."""
    shape, natives = looks_slavic(word), vocabulary.natives
    readings = natives.words(word) if natives else []
    near = len(word) >= _SURE and any(map(region.near, places))
    # A dictionary takes milliseconds to ask, and has words that English borrows too: it makes no alarm on its own.
    form = natives.form(word) if natives and near and not readings else None
    for place in places if shape or readings or form else ():
        start, end, _ = view.tokens[place]
        if not view.in_address(start, end):
            told = bool(readings) and near and region.near(place)
            loud = (shape or told) and _explained().match(view.plain, end) is None
            yield _finding(start, end, _message(view.text(start, end), word, natives, readings, form), readings, loud)


def _countries(view: View, natives: Natives, word: str, places: Sequence[int]) -> Iterator[Finding]:
    """Findings for a capitalised word that is a listed name of a country or region."""
    readings = [reading for reading in natives.words(word) if reading.native[0].isupper()]
    for place in places if readings else ():
        start, end, _ = view.tokens[place]
        if not view.in_address(start, end):
            yield _finding(start, end, _message(view.text(start, end), word, natives, readings), readings, True)


def _adjectives(view: View, word: str, places: Sequence[int]) -> Iterator[Finding]:
    """Findings for a capitalised adjective right before a common noun that no such name stands before in English."""
    for place in places:
        start, end, _ = view.tokens[place]
        if view.joints[place] > HYPHEN or place + 1 >= len(view.tokens):
            continue
        noun = view.tokens[place + 1]
        pair = _adjective().search(word)
        if pair and noun.word in (_OF_ANY if pair["gendered"] else _OF_MEN) and view.plain[noun.start].islower():
            message = f"“{view.text(start, end)}” is the adjective of a place name: put the name itself"
            severity, confidence = ("warning", "likely") if pair["gendered"] else ("info", "possible")
            yield Finding(start, end, ADJECTIVE, "untranslated-residue", severity, confidence, message)  # type: ignore[arg-type]


_OF_ANY = frozenset("community district region direction council front sector axis".split())
_OF_MEN = frozenset("direction front axis".split())  # there are English names such as the Petrogradsky district


@cache
def _adjective() -> re.Pattern[str]:
    return re.compile(
        "[a-z]{3}(?:s|ts|z)k(?:(?P<gendered>a|aya|aia|aja|oye|oe|oje|oie|e|oi|oyi|oho|ogo|omu)|y|yi|yy|iy|ii|ij|yj|i)$"
    )


@cache
def _country() -> re.Pattern[str]:
    return re.compile(
        "ch[iy]n(?:[aiyu]|oyu|oiu|i[iy])$|^(?:rossi|rosi|ukrain|german|turts|polsh|bilorus)(?:[aiyu]|[iy]?[aiyu])$"
    )


@cache
def _explained() -> re.Pattern[str]:
    """A gloss behind the word: in brackets, after "or", or after "meaning"."""
    return re.compile('["”»\'’]?,? ?(?:\\(|or ["“«]|meaning |which means |that is )')


def _message(text: str, word: str, natives: Natives | None, readings: Sequence[Word], form: Form | None = None) -> str:
    if readings:
        language = "Ukrainian" if readings[0].language == "uk" else "Russian"
        return f"“{text}” is the {language} {readings[0].native} in Latin letters: {readings[0].meaning}"
    if form:
        language = "Ukrainian" if form.language == "uk" else "Russian"
        lemma = f", a form of {form.lemma}" if form.lemma != form.native else ""
        return f"“{text}” is the {language} {form.native}{lemma} in Latin letters: translate it"
    native = natives.spelled(word) if natives else ""
    origin = f" ({native})" if native else ""
    return f"“{text}” looks like a Ukrainian or Russian word{origin} in Latin letters: translate it"


def _finding(start: int, end: int, message: str, readings: Sequence[Word], loud: bool) -> Finding:
    # A suggestion is the meaning of the dictionary form; several of one word are listed with a comma.
    meanings = tuple(dict.fromkeys(part for reading in readings for part in reading.meaning.split(", ")))
    severity: Severity = "warning" if loud else "info"
    confidence: Confidence = "likely" if loud else "possible"
    return Finding(start, end, RULE, "untranslated-residue", severity, confidence, message, meanings)
