"""Names spelled through the wrong language: an unknown capitalised word that reads back to a name of the glossary.

A term with ``origin`` needs no list of wrong forms: "Skhidny" is what Ukrainian tables make of Східний, whose bearer
is Russian and is called Vostochny. A spelling that a table of the name's own language gives is never an alarm.
"""

from __future__ import annotations

from collections.abc import Iterator

from lintnews.lexicon.names import NameIndex, Reading
from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.model import Example, Finding, KINDS, RuleInfo, Severity
from lintnews.view import HYPHEN, View

_LONGEST = 4  # words of a name
_COMMON = 3000  # occurrences from which a word is English first and a name second
_LANGUAGES = {"uk": "Ukrainian", "ru": "Russian", "be": "Belarusian"}

RULES = (
    RuleInfo(
        "wrong-romanization/by-descent", "warning", "A name spelled through the wrong language",
        "The spelling reads back to the form a name has in another language than its own, or to none of its own tables.",
        examples=(
            Example("Guards at the Skhidny cosmodrome let the cameras in.", True),
            Example("Guards at the Vostochny cosmodrome let the cameras in.", False),
        ),
    ),
    RuleInfo(
        "russian-exonym/by-descent", "warning", "A Ukrainian place in its Russian form",
        "News copy gives a Ukrainian place its Ukrainian name; the spelling reads back to the Russian one.",
        examples=(
            Example("Shelling damaged a school in Kherson and a bridge in Kupyansk-Uzlovoy.", False),
        ),
    ),
)  # fmt: skip


def check(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Findings for spellings that read back to a glossary name in a language that is not its own."""
    names = vocabulary.names
    if names is None:
        return
    full: set[int] = set()
    alone: list[tuple[int, Reading]] = []
    for index in _candidates(view, vocabulary):
        words = _run(view, index)
        found = list(names.readings(words))
        if found:
            full.update(reading.entry for reading, _ in found)
            finding = _judge(view, index, words, found, names)
            if finding:
                yield finding
        else:
            alone += [(index, reading) for reading, own in names.surnames(words[-1]) if not own]
    for index, reading in alone:
        if reading.entry in full:
            yield from _surname(view, index, reading, names)


def _candidates(view: View, vocabulary: Vocabulary) -> Iterator[int]:
    plain = view.plain
    for word, spots in view.words.items():
        if len(word) < 4 or not word.isalpha() or vocabulary.frequency(word) >= _COMMON:
            continue
        for index in spots:
            start = view.tokens[index].start
            if plain[start].isupper() and not plain[start : view.tokens[index].end].isupper():
                yield index


def _run(view: View, index: int) -> list[str]:
    """The capitalised words that end at ``index``, as many as a name may have."""
    first = index
    while first > 0 and index - first < _LONGEST - 1 and view.joints[first - 1] <= HYPHEN:
        if not view.plain[view.tokens[first - 1].start].isupper():
            break
        first -= 1
    return [view.tokens[place].word for place in range(first, index + 1)]


def _judge(
    view: View, index: int, words: list[str], found: list[tuple[Reading, bool]], names: NameIndex
) -> Finding | None:
    longest = max(reading.words for reading, _ in found)
    readings = [(reading, own) for reading, own in found if reading.words == longest]
    form = " ".join(words[-longest:])
    if names.is_right(form) or any(own and names.in_press(words, reading) for reading, own in readings):
        return None
    # A table of another language beats one of its own that no newspaper follows; a slip is put down to its own.
    reading, own = min(readings, key=lambda item: (item[0].slips, item[1] == (item[0].slips == 0)))
    if reading.slips > (1 if own else longest):
        return None
    if own and longest > 1:
        return None  # people choose how to write their names
    return _finding(view, index, longest, reading, own, names)


def _surname(view: View, index: int, reading: Reading, names: NameIndex) -> Iterator[Finding]:
    right = {form.split()[-1].lower() for form in names.english(reading.entry)}
    if view.tokens[index].word not in right and reading.slips == 0:
        yield _finding(view, index, 1, reading, False, names, names.english(reading.entry)[0].split()[-1])


def _finding(
    view: View, index: int, length: int, reading: Reading, own: bool, names: NameIndex, right: str = ""
) -> Finding:
    start, end = view.tokens[index - length + 1].start, view.tokens[index].end
    if view.plain[end - 2 : end].lower() in ("'s", "\u2019s"):
        end -= 2
    right = right or names.english(reading.entry)[0]
    origin = names.origin(reading.entry)
    exonym = origin == "uk" and reading.language == "ru" and length == 1
    kind = "russian-exonym" if exonym else "wrong-romanization"
    severity: Severity = KINDS[kind].severity
    text = view.text(start, end)
    return Finding(
        start, end, f"{kind}/{names.identifier(reading.entry)}", kind, severity, "likely",
        f"“{text}” {_why(reading, own, origin)}", (right,),
    )  # fmt: skip


def _why(reading: Reading, own: bool, origin: str) -> str:
    name = reading.native.title()
    if own:
        return f"is not how English-language news spells {name}"
    through, owner = _LANGUAGES[reading.language], _LANGUAGES.get(origin, "its own language")
    return f"comes from the {through} form {name}; the name is {owner}"
