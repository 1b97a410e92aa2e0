"""Find romanized words: takes the view, gives a finding for each unknown word of Ukrainian or Russian shape or meaning.

"A legkovushka left the road": the engine did not know the word and spelled it in Latin letters. A word is told by its
shape (``lexicon.slavic``), or by reading it back to a listed word in a passage about the region.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from lintnews.lexicon.native import Natives, Region, Word, region_of
from lintnews.lexicon.slavic import looks_slavic
from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.lexicon.word_forms import Form
from lintnews.model import Confidence, Example, Finding, RuleInfo, Severity
from lintnews.view import HYPHEN, SPACE, View

RULE = "untranslated-residue/romanized-word"
UNREADABLE = "untranslated-residue/no-english-word"
RESIDENT = "untranslated-residue/resident-of-a-city"
ADJECTIVE = "untranslated-residue/place-adjective"
_SHORTEST = 4  # letters of a word that is looked up
_LONGEST = 24
_SURE = 4  # letters from which a listed word may be an alarm
_OPENING = 7  # letters from which a listed word may be one although it has a capital, at the beginning of a sentence
_UNREADABLE = 5  # letters from which an unknown word may be an alarm although it has no Slavic shape
_REPEATED = 2  # a word that stands more often is a term of the text


def rules() -> tuple[RuleInfo, ...]:
    """The rules that the check can give."""
    return (
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
            UNREADABLE,
            "warning",
            "A word that is in no language",
            "In copy about the region, a small-letter word that no dictionary has and no slip explains is what an engine made of "
            "one it did not know.",
            examples=(
                Example("Vorskla from Poltava is fifth in the vurnmy table.", True),
                Example("Vorskla from Poltava is fifth; the spokesperson tweeted so.", False),
            ),
        ),
        RuleInfo(
            RESIDENT,
            "warning",
            "A resident named by a native word",
            "Ukrainian and Russian have a noun for the people of each city; English says who lives there.",
            examples=(
                Example("Rostovchanin Viktor took a photo of the train.", True),
                Example("Viktor from Rostov took a photo of the train.", False),
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


def check(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield a finding for every place of a romanized word, and of an adjective that stands for a place."""
    region = region_of(view, vocabulary)
    unreadable: list[int] = []  # places of words that are in no language
    for word in vocabulary.unknown(view.words):
        if not _SHORTEST <= len(word) <= _LONGEST or not word.isascii() or not word.isalpha():
            continue
        places = view.words[word]
        small = [place for place in places if view.plain[view.tokens[place].start].islower()]
        if small:
            yield from _words(view, vocabulary, word, small, region, unreadable)
        elif vocabulary.natives and _country().search(word):
            yield from _countries(view, vocabulary.natives, word, places)
        elif _resident().search(word):
            yield from _residents(view, word, places)
        elif _adjective().search(word):
            yield from _adjectives(view, word, places)
        elif vocabulary.natives and len(word) >= _OPENING:
            yield from _openings(view, vocabulary, vocabulary.natives, word, places, region)
    yield from _unreadable(view, sorted(unreadable), vocabulary.natives)


def _words(
    view: View, vocabulary: Vocabulary, word: str, places: Sequence[int], region: Region, unreadable: list[int]
) -> Iterator[Finding]:
    """Findings for a word in small letters."""
    shape, natives = looks_slavic(word), vocabulary.natives
    readings = natives.words(word) if natives else []
    near = len(word) >= _SURE and any(map(region.near, places))
    # A dictionary takes milliseconds to ask, and has words that English borrows too: it makes no alarm on its own.
    form = natives.form(word) if natives and near and not readings else None
    if near and not (shape or readings) and _is_unreadable(word, vocabulary) and len(view.words[word]) <= _REPEATED:
        unreadable += (place for place in places if region.near(place) and _stands_alone(view, place))
        return
    for place in places if shape or readings or form else ():
        start, end, _ = view.tokens[place]
        if not view.in_address(start, end):
            told = bool(readings) and near and region.near(place)
            loud = (shape or told) and _explained().match(view.plain, end) is None
            yield _finding(start, end, _message(view.text(start, end), word, natives, readings, form), readings, loud)


def _is_unreadable(word: str, vocabulary: Vocabulary) -> bool:
    """Whether ``word`` is neither a slip nor two English words without their space, and not built like a learned word."""
    if len(word) < _UNREADABLE or _learned().search(word) or vocabulary.corrections(word):
        return False
    return not any(vocabulary.lists(word[:cut]) and vocabulary.lists(word[cut:]) for cut in range(3, len(word) - 2))


def _stands_alone(view: View, place: int) -> bool:
    """Whether a word is no part of a compound, an address or an entity, and no gloss stands behind it."""
    start, end, _ = view.tokens[place]
    inside = view.joints[place] == HYPHEN or view.plain[start - 1 : start] in ("&", "-", "(") or view.in_address(start, end)
    return not inside and _explained().match(view.plain, end) is None


def _unreadable(view: View, places: Sequence[int], natives: Natives | None) -> Iterator[Finding]:
    """Findings for words of which there is one in a sentence: several are a quotation in another language."""
    sentences = [view.sentence(place)[0] for place in places]
    for place, sentence in zip(places, sentences, strict=True):
        if sentences.count(sentence) == 1:
            start, end, word = view.tokens[place]
            text, form = view.text(start, end), natives.form(word) if natives else None
            message = _message(text, word, None, (), form) if form else f"“{text}” is no English word: see what the source has"
            yield Finding(start, end, UNREADABLE, "untranslated-residue", "warning", "likely", message)


def _openings(
    view: View, vocabulary: Vocabulary, natives: Natives, word: str, places: Sequence[int], region: Region
) -> Iterator[Finding]:
    """Findings for a listed word with a capital that stands alone, before a word in small letters: no name, then."""
    if vocabulary.names and vocabulary.names.readings((word,), exact=True):
        return  # a name of the glossary after all ("the Skhidny cosmodrome"), which another check knows better
    readings: list[Word] | None = None
    for place in places:
        start, end, _ = view.tokens[place]
        opens = place == 0 or view.joints[place - 1] != SPACE or view.tokens[place - 1].word in ("the", "and", "a")
        goes_on = place + 1 < len(view.tokens) and view.joints[place] == SPACE
        if opens and goes_on and view.plain[view.tokens[place + 1].start].islower() and region.near(place):
            readings = [reading for reading in natives.words(word) if not reading.slips] if readings is None else readings
            if readings and readings[0].native.islower():
                yield _finding(start, end, _message(view.text(start, end), word, natives, readings), readings, True)


def _residents(view: View, word: str, places: Sequence[int]) -> Iterator[Finding]:
    """Findings for a noun that names somebody after a city."""
    for place in places:
        start, end, _ = view.tokens[place]
        if not (place and view.joints[place - 1] == SPACE and view.plain[view.tokens[place - 1].start].isupper()):
            text = view.text(start, end)
            message = f"“{text}” is a native noun for people from a city: say “resident of” and the city’s name"
            yield Finding(start, end, RESIDENT, "untranslated-residue", "warning", "likely", message)


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
def _resident() -> re.Pattern[str]:
    return re.compile("[a-z]{3}(?:chan[iy]n[aiuy]?|chane|chank[aiuy]|[dlntv]yan[iy]n[aiuy]?|[lv]yane|inets)$")


@cache
def _learned() -> re.Pattern[str]:
    """Endings of words that English, and science, go on making; and of words that stand in a Romance language."""
    return re.compile(
        "(?:ed|ing|ly|ness|tion|sion|ment|ity|able|ible|isms?|ists?|i[sz](?:e|ed|es|er|ing|ation)|logy|logi(?:es|cal)|ics?|ical|cytes?|genic|"
        "esis|osis|itis|emia|oids?|ous|ium|phob(?:e|ia|ic)|phil(?:e|ia)|graph[sy]?|gram|land|er|ers|wood|stone|[ae]nd?o|[ae]nte|mente|ique|elle)$"
    )


@cache
def _country() -> re.Pattern[str]:
    return re.compile("ch[iy]n(?:[aiyu]|oyu|oiu|i[iy])$|^(?:rossi|rosi|ukrain|german|turts|polsh|bilorus)(?:[aiyu]|[iy]?[aiyu])$")


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
