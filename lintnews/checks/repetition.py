"""Find what stands twice: takes the view, gives a finding for doubled words, phrases and sentences.

Doubles that English allows ("had had", "very very", "Duran Duran") pass.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress, count, islice
from operator import eq

from lintnews.lexicon.native import region_of
from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.model import Confidence, Example, Finding, RuleInfo, Severity
from lintnews.view import BREAK, HYPHEN, PUNCTUATION, SPACE, View

WORD = "broken-syntax/doubled-word"
PHRASE = "broken-syntax/doubled-phrase"
AROUND = "broken-syntax/name-around-name"
OWN = "broken-syntax/own-possessive"
COUPLED = "broken-syntax/coupled-word"
SENTENCE = "broken-syntax/doubled-sentence"
_ALLOWED = frozenset(
    "had that very so no yes bye ha ho hey oh blah knock far many more long again now well there never please "
    "really much too way deep big long tut da la na is her do did you who what it we i that's this in on out "
    "up over down yeah bla aye zoom word rah night choo boo hear hush ok okay right left round go come run "
    "hot yada etc slowly quickly all old new same good one two three four five six seven eight nine ten zero "
    "hundred thousand million".split()
)
_SURE = frozenset(
    "the a an of to and with for from by at as their his our its are was were be been has have will".split()
)
_SPOKEN = frozenset("i we you he she it they that this there is was who what".split())  # speakers start over
_BETWEEN = frozenset("and in by to after on upon for or of".split())
_IDIOMS = frozenset(
    "more over again on round around through by so such less better worse fewer greater lesser neck time "
    "years days hours weeks months miles lots hundreds thousands millions tens dozens side out up down in "
    "this that here there".split()
)
_LONGEST = 4  # words of a doubled phrase
_LONG_WORD = 5  # letters from which speakers do not say a word twice by mistake
_SENTENCE_WORDS = 7  # a shorter sentence may be a slogan or a refrain


def rules() -> tuple[RuleInfo, ...]:
    """The rules that the check can give."""
    return (
        RuleInfo(
            WORD,
            "warning",
            "A word that stands twice",
            "One of the two is left over from an edit or from the translation.",
            examples=(
                Example("New cars for the the patrol came.", True, "New cars for the patrol came."),
                Example("He had had enough of the very very long war.", False),
            ),
        ),
        RuleInfo(
            PHRASE,
            "warning",
            "A phrase that stands twice",
            "One of the two is left over from an edit, a link or the translation.",
            examples=(
                Example("He lives in the city in the city.", True, "He lives in the city."),
                Example("Day by day, step by step, they went on and on.", False),
            ),
        ),
        RuleInfo(
            AROUND,
            "warning",
            "A surname on either side of a given name",
            "The name was put in both orders at once.",
            examples=(
                Example("Hryshchuk Viktor Hryshchuk is a suspect.", True, "Viktor Hryshchuk is a suspect."),
                Example("Every Woman Every Child met in New York, New Jersey.", False),
            ),
        ),
        RuleInfo(
            OWN,
            "warning",
            "A thing that belongs to itself",
            "Two words of the original were rendered by the same English word.",
            examples=(
                Example("The picture showed the dam's dam in ruins.", True),
                Example("Their children's children will pay, and let's let them know.", False),
            ),
        ),
        RuleInfo(
            COUPLED,
            "warning",
            "A word coupled with itself",
            "Two words of the original were rendered by the same English word.",
            examples=(
                Example("The general was furious and furious.", True),
                Example("It rained more and more, again and again, and thousands and thousands left.", False),
            ),
        ),
        RuleInfo(
            SENTENCE,
            "info",
            "A sentence that stands twice",
            "The page repeats a caption, a headline or a whole paragraph.",
            examples=(
                Example(
                    "The bridge was closed to all traffic on Monday.\nThe bridge was closed to all traffic on Monday.", True
                ),
                Example("Glory to Ukraine!\nGlory to Ukraine!", False),
            ),
        ),
    )


def check(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield a finding for every doubled word, phrase and sentence."""
    words = view.sequence
    yield from _words(view, words, vocabulary)
    for length in range(2, _LONGEST + 1):
        yield from _phrases(view, words, length)
    yield from _around(view, words, vocabulary)
    yield from _sentences(view, words)


def _same(words: list[str], distance: int) -> Iterator[int]:
    """The places whose word stands again ``distance`` words later; the comparing runs in C."""
    return compress(count(), map(eq, words, islice(words, distance, None)))


def _words(view: View, words: list[str], vocabulary: Vocabulary) -> Iterator[Finding]:
    done = -1
    for place in _same(words, 1):
        if place <= done or not _close(view, place, place + 1):
            continue
        done = place + 1
        while done + 1 < len(words) and words[done + 1] == words[place] and _close(view, done, done + 1):
            done += 1
        if done == place + 1 and _is_own(view, place, vocabulary):
            yield _own(view, place)
        elif _is_mistake(view, place, words[place], vocabulary):
            sure = words[place] in _SURE
            name = _raw(view, place)[0].isupper() and (_raw(view, place + 1)[0].isupper() or _inside(view, place))
            loud = sure or ((len(words[place]) >= _LONG_WORD or done > place + 1) and _is_translated(view, place, vocabulary))
            yield _finding(
                view, WORD, place, done, place, "warning" if loud and not name else "info", "certain" if sure else "likely"
            )


def _is_translated(view: View, place: int, vocabulary: Vocabulary) -> bool:
    """Whether the passage is about the region: there, two words of the source that are one in English stand side by side."""
    return region_of(view, vocabulary).near(place)


def _close(view: View, first: int, last: int) -> bool:
    """Whether only spaces stand between the words ``first`` to ``last``."""
    between = view.plain[view.tokens[first].end : view.tokens[last].start]
    if view.plain[view.tokens[last].end : view.tokens[last].end + 1] == "?":
        return False  # "Are all numbers numbers?"
    if last - first > 1:
        return all(_close(view, place, place + 1) for place in range(first, last))
    return view.joints[first] == SPACE and between.isspace()


def _is_mistake(view: View, place: int, word: str, vocabulary: Vocabulary) -> bool:
    if word in _ALLOWED or not (word.isalpha() and word.isascii()) or (len(word) == 1 and word != "a"):
        return False
    first, second = _raw(view, place), _raw(view, place + 1)
    if len(first) != len(second) or (second[0].isupper() and not first[0].isupper()):
        return False  # "Ukraine's Ukraine"; a new line of thought
    return vocabulary.knows(word) and not (place and view.joints[place - 1] == HYPHEN)  # "of goodwill will"


def _is_own(view: View, place: int, vocabulary: Vocabulary) -> bool:
    """Whether the first of two equal words is the possessive of the second: the dam's dam."""
    word = view.tokens[place].word
    first, second = _raw(view, place), _raw(view, place + 1)
    plain = word.isalpha() and word not in ("children", "let", "king", "year", "day") and vocabulary.knows(word)
    return plain and first.endswith(("'s", "’s")) and second == first[:-2]


def _own(view: View, place: int) -> Finding:
    start, end = view.tokens[place].start, view.tokens[place + 1].end
    message = f"“{view.plain[start:end]}”: the same word rendered two words of the original"
    return Finding(start, end, OWN, "broken-syntax", "warning", "likely", message, (_raw(view, place + 1),))


def _around(view: View, words: list[str], vocabulary: Vocabulary) -> Iterator[Finding]:
    """Words that stand on either side of another: a name around a given name, an adjective around "and"."""
    for place in _same(words, 2):
        word, middle = words[place], words[place + 1]
        if len(word) < 4 or not word.isalpha() or word == middle or not _close(view, place, place + 2):
            continue
        start, end = view.tokens[place].start, view.tokens[place + 2].end
        if middle == "and" and view.plain[start].islower() and _is_coupled(view, place):
            message = f"“{view.plain[start:end]}”: the same word rendered two words of the original"
            closes = view.joints[place + 2] in (PUNCTUATION, BREAK)  # "war crimes and crimes against humanity" goes on
            severity: Severity = "warning" if closes else "info"
            yield Finding(start, end, COUPLED, "broken-syntax", severity, "likely", message, (_raw(view, place),))
        elif all(_raw(view, other).istitle() for other in range(place, place + 3)) and not vocabulary.knows(word):
            once = view.plain[view.tokens[place + 1].start : end]
            message = f"“{view.plain[start:end]}” is the name in both orders at once"
            yield Finding(start, end, AROUND, "broken-syntax", "warning", "certain", message, (once,))


def _is_coupled(view: View, place: int) -> bool:
    word = view.tokens[place].word
    if word in _IDIOMS or word.endswith(("er", "ing")) or _raw(view, place) != _raw(view, place + 2):
        return False
    return not (place and view.joints[place - 1] == HYPHEN) and view.tokens[place - 1].word != "between"


def _inside(view: View, place: int) -> bool:
    return place > 0 and view.joints[place - 1] == SPACE


def _phrases(view: View, words: list[str], length: int) -> Iterator[Finding]:
    run = last = -2
    for place in _same(words, length):
        run = run + 1 if place == last + 1 else 1
        last = place
        if run == length:
            first = place - length + 1
            run = 0
            end = first + 2 * length - 1
            around = words[max(0, first - 1) : first] + words[end + 1 : end + 2]
            if _is_phrase(words[first : first + length], around) and _close(view, first, end):
                spoken = not _SPOKEN.isdisjoint(words[first : end + 1])
                yield _finding(view, PHRASE, first, end, first + length - 1, "info" if spoken else "warning", "likely")


def _is_phrase(words: list[str], around: list[str]) -> bool:
    if (
        len(set(words)) == 1
        or (len(words) == 2 and (words[0] == "and" or words[1] in _BETWEEN))
        or words[0] in around
        or words[-1] in around
    ):
        return False  # "again and again and again", "hand in hand in"
    return any(len(word) > 3 and word.isalpha() for word in words)


def _sentences(view: View, words: list[str]) -> Iterator[Finding]:
    seen: set[str] = set()
    place = 0
    while place < len(words):
        first, end = view.sentence(place)
        place = end
        if end - first < _SENTENCE_WORDS:
            continue
        sentence = view.plain[view.tokens[first].start : view.tokens[end - 1].end]
        if sentence in seen:
            adjacent = words[max(0, 2 * first - end) : first] == words[first:end]
            yield _twice(view, first, end - 1, adjacent)
        seen.add(sentence)


def _twice(view: View, first: int, last: int, adjacent: bool) -> Finding:
    start, end = view.tokens[first].start, view.tokens[last].end
    where = "right before" if adjacent else "earlier in this text"
    message = f"the same sentence stands {where}"
    return Finding(start, end, SENTENCE, "broken-syntax", "info", "certain", message, ("",))


def _raw(view: View, place: int) -> str:
    token = view.tokens[place]
    return view.plain[token.start : token.end]


def _finding(
    view: View, rule: str, first: int, last: int, keep: int, severity: Severity, confidence: Confidence
) -> Finding:
    start, end = view.tokens[first].start, view.tokens[last].end
    once = view.plain[start : view.tokens[keep].end]
    message = f"“{once}” stands here twice"
    safe = confidence == "certain"
    return Finding(start, end, rule, "broken-syntax", severity, confidence, message, (once,), safe=safe)
