"""Find one name under two spellings: takes the view, gives a finding for the rarer spelling, with the other suggested.

Two spellings are taken for one name when only romanization tells them apart (Zelensky, Zelenskyy; Kim Jong Un, Kim
Jong-un) and the words before them do not name two people. The whole document is read before anything is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import combinations
from typing import NamedTuple

from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.model import Confidence, Evidence, Example, Finding, RuleInfo, Severity
from lintnews.view import HYPHEN, SPACE, View

SPELLING = "inconsistent-term/two-spellings"
JOINT = "inconsistent-term/two-hyphenations"
RULES = (
    RuleInfo(
        SPELLING,
        "warning",
        "One name under two spellings",
        "Each engine and each agency romanizes in its own way; a reader takes the two for two people.",
        examples=(
            Example("Anton Pidlisnyy spoke first. Pidlisny then left, and Pidlisny said no more.", True),
            Example("Petro Zabolotsky met his wife, Olha Zabolotska, and Ivan Zabolotyuk.", False),
        ),
    ),
    RuleInfo(
        JOINT,
        "warning",
        "One name with and without a hyphen",
        "A name is written one way throughout a text.",
        examples=(
            Example("Park Geun-hye met Park Geun Hye's aide; Park Geun Hye spoke.", True),
            Example("Park Geun-hye and the five-year plan of five years met.", False),
        ),
    ),
)
_SHORTEST = 4  # letters of a name
_MOST = 8  # spellings of one name that are compared, so that an archive in one file takes its time once
_LONG = 7  # letters of a skeleton from which one differing vowel still is the same name
_SKELETON = (  # spellings that romanization tables give for one letter, and a common denominator
    ("ck", "k"), ("shch", "s"), ("sch", "s"), ("sh", "s"), ("zh", "z"), ("kh", "h"), ("ch", "c"), ("ts", "c"),
    ("tz", "c"), ("cz", "c"), ("ks", "x"), ("ph", "f"), ("w", "v"), ("g", "h"), ("'", ""), ("’", ""),
    ("yo", "o"), ("jo", "o"), ("io", "o"), ("ye", "e"), ("je", "e"), ("ie", "e"), ("yu", "u"), ("ju", "u"), ("iu", "u"),
    ("ya", "a"), ("ja", "a"), ("ia", "a"), ("yi", "i"), ("ji", "i"), ("iy", "i"), ("ij", "i"), ("yy", "i"), ("y", "i"),
    ("j", "i"), ("enka", "enko"), ("anka", "anko"),
)  # fmt: skip
_ACCENTS = str.maketrans("áàâäãåąčćçďéèêëęěíîïłńñňóôöõøřśşșťţúûüůýžźżğ", "aaaaaaacccdeeeeeeiiilnnnooooorsssttuuuuyzzzg")


class _Name(NamedTuple):
    """One spelling: its folded word, how it is written, and where it stands (tokens, in order)."""

    word: str
    shown: str
    places: tuple[int, ...]


def check(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield a finding for every name that the document spells in two ways."""
    yield from _hyphenations(view, vocabulary)
    names = list(_names(view, vocabulary))
    for first, second in _pairs(names):
        finding = _judge(view, first, second, vocabulary)
        if finding:
            yield finding


# One name with and without a hyphen


def _hyphenations(view: View, vocabulary: Vocabulary) -> Iterator[Finding]:
    done: set[tuple[str, str]] = set()
    for place in _hyphens(view):
        pair = (view.tokens[place].word, view.tokens[place + 1].word)
        if pair in done or not _is_name_pair(view, place, vocabulary):
            continue
        done.add(pair)
        forms: dict[str, list[int]] = {}
        for other in view.words[pair[0]]:
            if other + 1 < len(view.tokens) and view.tokens[other + 1].word == pair[1]:
                forms.setdefault(_form(view, other), []).append(other)
        forms = {form: places for form, places in forms.items() if form[:1].isupper() and not form.isupper()}
        if len(forms) > 1:
            yield _two_forms(view, forms)


def _hyphens(view: View) -> Iterator[int]:
    """Places of tokens with a capital that a hyphen joins to the next."""
    if "-" in view.plain:
        for match in _joined().finditer(view.plain):
            place = view.token_at(match.start() - 1)
            if place + 1 < len(view.tokens) and view.joints[place] == HYPHEN:
                yield place


@cache
def _joined() -> re.Pattern[str]:
    return re.compile("-(?<=[a-z]-)(?=[A-Za-z])")


def _is_name_pair(view: View, place: int, vocabulary: Vocabulary) -> bool:
    first, second = view.tokens[place], view.tokens[place + 1]
    if not view.plain[first.start].isupper() or len(first.word) < 2 or len(second.word) < 2:
        return False
    return not (vocabulary.knows(first.word) and vocabulary.knows(second.word)) or _follows_capital(view, place)


def _follows_capital(view: View, place: int) -> bool:
    """Whether the pair is the rest of a longer name: Kim Jong-un."""
    if not place or view.joints[place - 1] != SPACE:
        return False
    before = view.tokens[place - 1]
    second = view.tokens[place + 1]
    return view.plain[before.start].isupper() and len(before.word) < 6 and view.plain[second.start].islower()


def _form(view: View, place: int) -> str:
    """The pair as it is written, one space for white space and no possessive; "" when more stands between."""
    first, second = view.tokens[place], view.tokens[place + 1]
    between = view.plain[first.end : second.start].strip()
    if between not in ("", "-", "\u2010", "\u2011"):
        return ""
    return view.plain[first.start : first.end] + ("-" if between else " ") + _bare(view, place + 1)


def _bare(view: View, place: int) -> str:
    token = view.tokens[place]
    return view.plain[token.start : token.end].removesuffix("'s").removesuffix("’s")


def _two_forms(view: View, forms: dict[str, list[int]]) -> Finding:
    (best, most), *_ = sorted(forms.items(), key=lambda item: (-len(item[1]), item[1][0]))
    place = min(places[0] for form, places in forms.items() if form != best)
    start, end = view.tokens[place].start, view.tokens[place + 1].start + len(_bare(view, place + 1))
    if most[0] and _follows_capital(view, place) and view.tokens[place - 1].word == view.tokens[most[0] - 1].word:
        family = view.tokens[place - 1]
        start, best = family.start, f"{view.plain[family.start : family.end]} {best}"
    message = f"“{view.plain[start:end]}” is “{best}” elsewhere in this text ({_times(len(most))})"
    evidence = (_evidence(view, most[0], best),)
    return Finding(start, end, JOINT, "inconsistent-term", "warning", "certain", message, (best,), evidence)


# One name under two spellings


def _names(view: View, vocabulary: Vocabulary) -> Iterator[_Name]:
    """Words that stand with a capital throughout and are in no dictionary."""
    for word, places in view.capitalised.items():
        if len(word) < _SHORTEST or len(places) < len(view.words[word]):
            continue
        if not word.isalpha() or max(word) > "\u024f" or (vocabulary.knows(word) and not vocabulary.has_name(word)):
            continue
        starts = [view.tokens[place].start for place in places]
        shown = [view.plain[start : start + len(word)] for start in starts]
        if all(text[0].isupper() and text[1:].islower() for text in shown):
            yield _Name(word, shown[0], tuple(places))


def _pairs(names: list[_Name]) -> Iterator[tuple[_Name, _Name]]:
    """Names whose skeletons are equal, or differ in one vowel that is not the last letter."""
    same: dict[str, list[_Name]] = {}
    for name in names:
        same.setdefault(_skeleton(name.word), []).append(name)
    for group in same.values():
        yield from combinations(group[:_MOST], 2)
    near: dict[str, list[str]] = {}
    for skeleton in same:
        if len(skeleton) >= _LONG:
            for key in _vowel_keys(skeleton):
                near.setdefault(key, []).append(skeleton)
    seen: set[tuple[str, str]] = set()
    for skeletons in near.values():
        for pair in combinations(skeletons[:_MOST], 2):
            if pair not in seen and pair[0] != pair[1]:
                seen.add(pair)
                yield same[pair[0]][0], same[pair[1]][0]


@lru_cache(maxsize=10_000)
def _skeleton(word: str) -> str:
    word = word.translate(_ACCENTS)
    for spelling, letter in _SKELETON:
        if spelling in word:
            word = word.replace(spelling, letter)
    return re.sub("(.)\\1+", "\\1", word)


def _vowel_keys(skeleton: str) -> set[str]:
    """The skeleton with one inner vowel blanked or left out: two that share a key differ in that vowel alone."""
    keys = set()
    for place, letter in enumerate(skeleton[1:-2], 1):
        if letter in "aeiou":
            keys.add(f"{skeleton[:place]}.{skeleton[place + 1 :]}")
    return keys


def _judge(view: View, first: _Name, second: _Name, vocabulary: Vocabulary) -> Finding | None:
    if _is_inflected(first.word, second.word):
        return None
    given = [{_given(view, place) for place in name.places} - {""} for name in (first, second)]
    if given[0] and given[1] and given[0].isdisjoint(given[1]):
        return None  # two people
    first, second = sorted((first, second), key=lambda name: _weight(name, vocabulary), reverse=True)
    equal = _skeleton(first.word) == _skeleton(second.word)
    shared = bool(given[0] & given[1])
    return _two_spellings(view, first, second, equal, shared)


def _weight(name: _Name, vocabulary: Vocabulary) -> tuple[bool, int, int]:
    """What makes a spelling the one to keep: it is in the glossary, it is used more, it came first."""
    return vocabulary.has_name(name.word), len(name.places), -name.places[0]


def _is_inflected(first: str, second: str) -> bool:
    """Whether the two differ as forms of one word do: Zelenska, Zelensky; Ivanov, Ivanova; Chechen, Chechens."""
    short, long = sorted((first, second), key=len)
    if long in (
        short + "s",
        short + "a",
        short + "n",
        short + "an",
        short + "i",
        short + "ian",
        short + "e",
        short + "o",
    ):
        return True
    return len(first) == len(second) and first[:-1] == second[:-1] and (first[-1] in "aoeu" or second[-1] in "aoeu")


def _given(view: View, place: int) -> str:
    """The skeleton of the capitalised word right before: a given name, if it is no title."""
    if not place or view.joints[place - 1] != SPACE:
        return ""
    before = view.tokens[place - 1]
    text = view.plain[before.start : before.end]
    if not text[0].isupper() or len(text) < 3 or before.word in _TITLES:
        return ""
    return _GIVEN.get(before.word) or _skeleton(before.word)[:_GIVEN_LETTERS]


_TITLES = frozenset(
    "the president minister general colonel major captain lieutenant mayor governor deputy chairman director "
    "secretary judge prosecutor senator chancellor king queen prince mrs miss mister but and for with that "
    "when after before while since from over under near then also now today yesterday however ukraine russia "
    "ukrainian russian region city village town river lake street oblast district commander leader ambassador "
    "professor doctor academician".split()
)


_GIVEN_NAMES = (  # one name in Ukrainian, Russian, Belarusian and English dress
    "oleksandr aleksandr alexander alexandr aliaksandr|volodymyr vladimir uladzimir|mykola nikolai nikolay mikalai|"
    "serhii sergei sergey siarhei|andrii andrei andrey|dmytro dmitry dzmitry|yevhen yevgeny evgeny yauhen|oleh oleg|"
    "mykhailo mikhail|pavlo pavel|petro petr pyotr|kyrylo kirill kiril|hanna anna|olena elena yelena alena|"
    "oleksii aleksei alexei aliaksei|vasyl vasily|svitlana svetlana sviatlana|kateryna ekaterina katerina|"
    "hryhorii grigory|olha olga volha|yulia julia|tetiana tatiana tatyana|nadiia nadezhda|viktor victor"
)
_GIVEN_LETTERS = 5  # letters by which given names are compared: their endings vary most
_GIVEN = {name: _skeleton(row.split()[0])[:_GIVEN_LETTERS] for row in _GIVEN_NAMES.split("|") for name in row.split()}


def _two_spellings(view: View, usual: _Name, rarer: _Name, equal: bool, shared: bool) -> Finding:
    token = view.tokens[rarer.places[0]]
    message = f"“{rarer.shown}” is spelled “{usual.shown}” elsewhere in this text ({_times(len(usual.places))})"
    accents = usual.word.translate(_ACCENTS) == rarer.word.translate(_ACCENTS)
    severity: Severity = "info" if accents else "warning"
    confidence: Confidence = "certain" if equal and shared else "likely" if severity == "warning" else "possible"
    evidence = (_evidence(view, usual.places[0], usual.shown),)
    end = token.start + len(rarer.shown)
    return Finding(
        token.start, end, SPELLING, "inconsistent-term", severity, confidence, message, (usual.shown,), evidence
    )


def _evidence(view: View, place: int, text: str) -> Evidence:
    start = view.tokens[place].start
    return Evidence(text, start, start + len(text), 1.0, "elsewhere")


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"
