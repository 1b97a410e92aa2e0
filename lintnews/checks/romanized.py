"""Names spelled through the wrong language: an unknown capitalised word that reads back to a name of the glossary.

A term with ``origin`` needs no list of wrong forms: "Skhidny" is what Ukrainian tables make of Східний, whose bearer
is Russian and is called Vostochny. A spelling that news follows in the name's own language is never an alarm, and how
people choose to write their own names is at most a note.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from lintnews.lexicon.latin import plain
from lintnews.lexicon.name_keys import ADJECTIVE, COLLECTIVE, NAME, latin_keys
from lintnews.lexicon.names import NameIndex, Reading
from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.model import KINDS, Confidence, Finding, RuleInfo, Severity
from lintnews.named import NamedTuple
from lintnews.view import HYPHEN, PUNCTUATION, SPACE, View

_LONGEST = 4  # words of a name
_LISTED = 8  # words within which adjectives share a common noun
_ADJECTIVE = "[a-z]{3}(?:s|ts|z)k(?:a|aya|aia|e|oye|oe|oi|oyi|i|y|yi|yy|iy)$"
_COMMON = 3000  # occurrences from which a word is English first and a name second
_RARE = 200  # occurrences under which a capitalised word is rather a name than English
_TITLES = frozenset("mr mrs ms miss dr sir lady".split())
_THROUGH = {"pl": "Polish", "de": "German", "cs": "Czech", "fr": "French", "es": "Spanish"}
_LANGUAGES = {"uk": "Ukrainian", "ru": "Russian", "be": "Belarusian"}
_EXACT = ("right", "alien", "older", "slip", "crossing")  # which reading is believed where a table spells it so
_INEXACT = ("right", "older", "slip", "crossing", "alien")  # and where none does


class _Run(NamedTuple):
    """The capitalised words that end at a place, and the common noun beside them."""

    place: int  # of the last word among the tokens
    words: list[str]
    before: str  # the common noun in front of them, or ""
    after: str  # the common noun behind them, or ""


def rules() -> tuple[RuleInfo, ...]:
    """The rules that the check can give."""
    return (  # findings carry the id of the name's own entry; these say what they have in common
        RuleInfo(
            "wrong-romanization/by-descent", "warning", "A name spelled through the wrong language",
            "The spelling reads back to the form a name has in another language, or to none of its own tables.",
        ),
        RuleInfo(
            "russian-exonym/by-descent", "warning", "A Ukrainian place in its Russian form",
            "News copy gives a Ukrainian place its Ukrainian name; the spelling reads back to the Russian one.",
        ),
    )  # fmt: skip


def check(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Findings for spellings that read back to a glossary name in a language that is not its own."""
    names = vocabulary.names
    if names is None:
        return
    full: set[int] = set()
    alone: list[int] = []
    common = sorted(place for noun in names.generics for place in view.words.get(noun, ()))
    for index in _candidates(view, vocabulary):
        word = view.tokens[index].word
        listed = vocabulary.lists(word)
        found: Sequence[Reading] = ()
        before = view.sequence[index - 1] if _continues(view, index) else ""
        if names.may_end(word, listed, before) or _is_near(common, index):
            run = _run(view, index, names)
            beside = {kind for noun in (run.before, run.after) if noun for kind in names.generics[noun]}
            found = names.readings(run.words, beside, listed)
        if found:
            full.update(reading.entry for reading in found)
            yield from _judge(view, run, found, names, vocabulary)
        else:
            alone.append(index)
    keys = names.surname_keys(full)  # a surname is somebody else's where the full name is not in the document
    for index in alone if keys else ():
        word = view.tokens[index].word
        readings = () if keys.isdisjoint(latin_keys(word)) else tuple(names.surnames(word, full))
        if readings and all(reading.verdict != "right" for reading in readings):
            yield from _surname(view, _run(view, index, names), readings[0], names)


def _is_near(places: Sequence[int], index: int) -> bool:
    """Whether one of ``places`` is so near that it may be a common noun beside the name that ends at ``index``."""
    at = bisect_left(places, index - _LONGEST - 1)
    return at < len(places) and places[at] <= index + _LISTED


def _candidates(view: View, vocabulary: Vocabulary) -> Iterator[int]:
    """The last places of what may be names: capitalised words that are no common English, and words that go on from one."""
    for word, spots in view.capitalised.items():
        if len(word) < 2 or not (word.isalpha() or word.replace("'", "").isalpha()) or vocabulary.frequency(word) >= _COMMON:
            continue
        for index in spots:
            start, end, _ = view.tokens[index]
            if end - start == 1 or not view.plain[start:end].isupper():
                if len(word) > 3 or _continues(view, index):
                    yield index
                if _is_continued(view, vocabulary, index):
                    yield index + 1


def _continues(view: View, index: int) -> bool:
    """Whether a capitalised word stands right before ``index``."""
    return index > 0 and view.joints[index - 1] <= HYPHEN and view.plain[view.tokens[index - 1].start].isupper()


def _is_continued(view: View, vocabulary: Vocabulary, index: int) -> bool:
    """Whether the word behind ``index`` is part of the name against all looks: "Yuzhny Bug", "Kim Chen-un"."""
    if view.joints[index] > HYPHEN or index + 1 >= len(view.tokens):
        return False
    start, _, word = view.tokens[index + 1]
    if view.plain[start].isupper():
        return vocabulary.frequency(word) >= _COMMON
    return view.joints[index] == HYPHEN and word.isalpha()


def _run(view: View, index: int, names: NameIndex) -> _Run:
    """The capitalised words that end at ``index``, as many as a name may have."""
    first = index
    while first > 0 and index - first < _LONGEST - 1 and view.joints[first - 1] <= HYPHEN:
        if not view.plain[view.tokens[first - 1].start].isupper():
            break
        first -= 1
    before = view.tokens[first - 1].word if first and view.joints[first - 1] == SPACE else ""
    if before == "of" and first > 1:  # "the direction of Lymanskyi"
        before = view.tokens[first - 2].word
    words = [view.tokens[place].word for place in range(first, index + 1)]
    if before not in names.generics:
        before = words[0] if len(words) > 1 and words[0] in names.generics else ""
    after = _behind(view, index)
    return _Run(index, words, before, after if after in names.generics else "")


def _behind(view: View, index: int) -> str:
    """The word behind the one at ``index``; behind the last of several adjectives ("Nikopolska and Marhanetska communities")."""
    place = index + 1
    if _is_adjective(view.tokens[index].word):
        while place < min(index + _LISTED, len(view.tokens)) and view.joints[place - 1] <= PUNCTUATION:
            start, _, word = view.tokens[place]
            if word != "and" and not (view.plain[start].isupper() and _is_adjective(word)):
                break
            place += 1
    apart = view.joints[place - 1] > (HYPHEN if place == index + 1 else SPACE)
    return "" if place >= len(view.tokens) or apart else view.tokens[place].word


def _is_adjective(word: str) -> bool:
    return "k" in word[-4:] and re.search(_ADJECTIVE, word) is not None


def _judge(
    view: View, run: _Run, found: Sequence[Reading], names: NameIndex, vocabulary: Vocabulary
) -> Iterator[Finding]:
    longest = max(reading.words for reading in found)
    readings = [reading for reading in found if reading.words == longest]
    if _is_right(run, longest, readings, names) or any(reading.verdict == "right" for reading in readings):
        return
    reading = min(readings, key=_preference)
    if reading.words == 1 and not reading.generic and _is_of_person(view, run, vocabulary):
        return
    if reading.words == 1 and reading.shape == ADJECTIVE and vocabulary.frequency(run.words[-1]) >= _RARE:
        return  # the village of Yasne Pole
    level = _level(reading, names.origin(reading.entry), vocabulary.lists(run.words[-1]))
    if (
        level == "warning"
        and reading.words > 1
        and _differs_in_endings(run.words[-longest:], names.english(reading.entry))
    ):
        level = "info"
    if level:
        yield _finding(view, run, reading, level, names)


def _is_of_person(view: View, run: _Run, vocabulary: Vocabulary) -> bool:
    """Whether the document uses the word as part of somebody's name: beside an unknown capitalised word, or a title."""
    common = {run.before, run.after}
    for index in view.words[run.words[-1]]:
        for place in (index - 1, index + 1):
            if 0 <= place < len(view.tokens) and view.joints[min(place, index)] == SPACE:
                start, _, word = view.tokens[place]
                named = vocabulary.frequency(word) < _RARE or (place < index and word in _TITLES)
                if named and view.plain[start].isupper() and word not in common:
                    return True
    return False


def _is_right(run: _Run, longest: int, readings: Sequence[Reading], names: NameIndex) -> bool:
    form = " ".join(run.words[-longest:])
    whole = (f"{form} {run.after}", f"{run.before} of {form}", " ".join(run.words))
    if any(names.is_right(words) for words in whole):
        return True
    if any(reading.generic and reading.verdict == "alien" for reading in readings):
        return False  # "Volodymyr region": a right name elsewhere, but no region is called so
    return names.is_right(form)


def _differs_in_endings(words: Sequence[str], rights: Sequence[str]) -> bool:
    """Whether a person's name is spelled like a right form but for the endings (-yi, -iy, -y)."""

    def bare(name: str) -> str:
        return re.sub("[iyj]+(?= |$)", "y", plain(name).replace("'", ""))

    return bare(" ".join(words)) in map(bare, rights)


def _preference(reading: Reading) -> tuple[int, int]:
    """A table of another language beats one of its own that no newspaper follows; a slip is put down to its own."""
    slips = reading.slips + (reading.verdict == "crossing")
    return slips, (_INEXACT if slips else _EXACT).index(reading.verdict)


def _level(reading: Reading, origin: str, listed: bool) -> Severity | None:
    """How loudly a reading is reported; None: not at all. ``listed``: English has the word too."""
    person = reading.words > 1 and reading.shape == NAME
    if reading.through:
        return None if listed and reading.words == 1 else "warning"
    if reading.verdict == "older":
        return "info"
    if reading.verdict == "alien" and origin not in _LANGUAGES and origin != "ko":
        return None if reading.slips > 1 else "warning" if person else "info"
    if reading.verdict == "slip" and reading.shape != NAME:
        return None if reading.slips > 1 else "warning"
    if reading.verdict == "slip" and person:
        return "info" if reading.slips <= reading.words else None
    if reading.slips > (reading.words if reading.verdict == "alien" else 1):
        return None
    if reading.slips + (reading.verdict == "crossing") and not person:
        return None if listed else "warning" if len(reading.native) >= 5 else "info"
    return "warning"


def _surname(view: View, run: _Run, reading: Reading, names: NameIndex) -> Iterator[Finding]:
    rights = [form.split()[-1] for form in names.english(reading.entry)]
    if run.words[-1] not in {right.lower() for right in rights}:
        yield _finding(view, run, reading, "warning", names, rights[0])


def _finding(view: View, run: _Run, reading: Reading, severity: Severity, names: NameIndex, right: str = "") -> Finding:
    first, last = run.place - reading.words + 1, run.place
    rights = names.english(reading.entry)
    right = right or rights[0]
    if reading.generic and run.after and any(" " in form for form in rights):
        last += 1
        right = next((form for form in rights if form.lower().endswith(" " + run.after)), right)
    start, end = view.tokens[first].start, view.tokens[last].end
    if view.plain[end - 2 : end].lower() in ("'s", "\u2019s"):
        end -= 2
    origin = names.origin(reading.entry)
    exonym = origin == "uk" and reading.language == "ru" and reading.words == 1 and not reading.through
    kind = "russian-exonym" if exonym else "wrong-romanization"
    # "Kharkov region": the kind of place leaves no doubt which name it is.
    sure = exonym and not reading.slips and reading.generic == "region" and right.lower().endswith(f" {run.after}")
    confidence: Confidence = "possible" if severity == "info" else "certain" if sure else "likely"
    text = view.text(start, end)
    return Finding(
        start, end, f"{kind}/{names.identifier(reading.entry)}", kind,
        KINDS[kind].severity if severity == "warning" else severity, confidence,
        f"“{text}” {_why(reading, origin)}", (right,), safe=confidence == "certain",
    )  # fmt: skip


def _why(reading: Reading, origin: str) -> str:
    name = reading.native.title()
    if reading.through:
        return f"is the {_THROUGH[reading.through]} spelling of {name}"
    through, owner = _LANGUAGES.get(reading.language, ""), _LANGUAGES.get(origin, "")
    if reading.shape == ADJECTIVE and reading.language == origin:
        return f"is the {owner} adjective {name}-; English puts the name itself there"
    if reading.shape == COLLECTIVE:
        return f"is the {through} {name} in Latin letters"
    if reading.verdict == "crossing":
        return f"mixes the Ukrainian and the Russian form of the name ({name})"
    if reading.verdict == "older":
        return f"spells {name} by a table that English-language news does not follow"
    if reading.verdict == "slip":
        return f"is not how English-language news spells {name}"
    if reading.language == origin:
        return f"gives {name} a given name from another language"
    return f"comes from the {through} form {name}; the name is {owner or 'not'}" + ("" if owner else f" {through}")
