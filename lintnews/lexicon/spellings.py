"""The names of a document and what their spellings share: takes a view, gives names, roots and the given names before them.

Shared by what compares spellings within a document, over the files of a run and over an archive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from lintnews.lexicon import descent
from lintnews.lexicon.vocabulary import Vocabulary
from lintnews.named import NamedTuple
from lintnews.view import SPACE, View

_SHORTEST = 4  # letters of a name
_SKELETON = (  # spellings that romanization tables give for one letter, and a common denominator
    ("ck", "k"), ("shch", "s"), ("sch", "s"), ("sh", "s"), ("zh", "z"), ("kh", "h"), ("ch", "c"), ("ts", "c"),
    ("tz", "c"), ("cz", "c"), ("ks", "x"), ("ph", "f"), ("w", "v"), ("g", "h"), ("'", ""), ("’", ""),
    ("yo", "o"), ("jo", "o"), ("io", "o"), ("ye", "e"), ("je", "e"), ("ie", "e"), ("yu", "u"), ("ju", "u"), ("iu", "u"),
    ("ya", "a"), ("ja", "a"), ("ia", "a"), ("yi", "i"), ("ji", "i"), ("iy", "i"), ("ij", "i"), ("yy", "i"), ("y", "i"),
    ("j", "i"), ("enka", "enko"), ("anka", "anko"),
)  # fmt: skip
_ACCENTS = str.maketrans("áàâäãåąčćçďéèêëęěíîïłńñňóôöõøřśşșťţúûüůýžźżğ", "aaaaaaacccdeeeeeeiiilnnnooooorsssttuuuuyzzzg")
_STURDY = str.maketrans("w", "v", "aeiouyjhgkcqtszxpf'’")
_BRITISH = (("centre", "center"), ("our$", "or"), ("is(?=ation|ed$|ing$)", "iz"), ("nce$|nse$", "nse"))
_PLURALS_AND_CASES = ("s", "a", "n", "an", "i", "ian", "e", "o")


class Name(NamedTuple):
    """One spelling: its folded word, how it is written, and where it stands (tokens, in order)."""

    word: str
    shown: str
    places: tuple[int, ...]


def names(view: View, vocabulary: Vocabulary) -> Iterator[Name]:
    """Words that stand with a capital throughout and are in no dictionary, or in a right form of the glossary."""
    for word, places in view.capitalised.items():
        if len(word) < _SHORTEST or len(places) < len(view.words[word]):
            continue
        if not word.isalpha() or max(word) > "\u024f" or (vocabulary.knows(word) and not vocabulary.has_name(word)):
            continue
        shown = [view.letters(place) for place in places]
        if all(text[0].isupper() and text[1:].islower() for text in shown):
            yield Name(word, shown[0], tuple(places))


def root(word: str, vocabulary: Vocabulary) -> str:
    """What all forms of one small-letter word share: no plural, American spelling; of a foreign name, its skeleton.

    Of a given name, the number of the name, whatever language it is in.
    """
    for pattern, american in _BRITISH:
        word = re.sub(pattern, american, word)
    number = given_number(word, vocabulary)
    if number >= 0:
        return f"={number}"
    if not vocabulary.knows(word):
        return descent.skeleton(word) or word
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def given_number(word: str, vocabulary: Vocabulary) -> int:
    """The number of the given name that the small-letter ``word`` is in some language; -1 when it is none."""
    numbers = vocabulary.names.given_skeletons.get(descent.skeleton(word)) if vocabulary.names else None
    return min(numbers) if numbers else -1


@lru_cache(maxsize=10_000)
def skeleton(word: str) -> str:
    """What the spellings of one small-letter name share, accents and the look of letters evened out too."""
    word = bare(word)
    for spelling, letter in _SKELETON:
        if spelling in word:
            word = word.replace(spelling, letter)
    return re.sub("(.)\\1+", "\\1", word)


def sturdy(word: str) -> str:
    """The consonants of a small-letter name that no spelling changes: what ``skeleton`` and a change of vowels leave alone."""
    return re.sub("(.)\\1+", "\\1", bare(word).translate(_STURDY))


def bare(word: str) -> str:
    """The small-letter ``word`` without accents."""
    return word.translate(_ACCENTS)


def is_inflected(first: str, second: str) -> bool:
    """Whether the two differ as forms of one word do: Zelenska, Zelensky; Ivanov, Ivanova; Chechen, Chechens."""
    short, long = sorted((first, second), key=len)
    if long.startswith(short) and long[len(short) :] in _PLURALS_AND_CASES:
        return True
    return len(first) == len(second) and first[:-1] == second[:-1] and (first[-1] in "aoeu" or second[-1] in "aoeu")


def given_before(view: View, place: int) -> str:
    """The folded word right before the name at token ``place`` when it can be a given name: a capital, and no title."""
    if not place or view.joints[place - 1] != SPACE:
        return ""
    start, end, word = view.tokens[place - 1]
    if not view.plain[start].isupper() or end - start < 3 or word in _TITLES:
        return ""
    return word


def given_key(word: str) -> str:
    """What the spellings of one given name share, Ukrainian, Russian, Belarusian and English ones; "" of ""."""
    return skeleton(_given().get(word, word))[:_GIVEN_LETTERS]


_TITLES = frozenset(
    "the president minister general colonel major captain lieutenant mayor governor deputy chairman director "
    "secretary judge prosecutor senator chancellor king queen prince mrs miss mister but and for with that "
    "when after before while since from over under near then also now today yesterday however ukraine russia "
    "ukrainian russian region city village town river lake street oblast district commander leader ambassador "
    "professor doctor academician boxer champion athlete coach player striker singer actor actress director blogger "
    "journalist correspondent reporter writer activist analyst expert lawyer businessman oligarch politician lawmaker "
    "spokesman spokeswoman spokesperson soldier fighter pilot sergeant officer adviser advisor aide founder owner".split()
)


_GIVEN_NAMES = (  # one name in Ukrainian, Russian, Belarusian and English dress
    "oleksandr aleksandr alexander alexandr aliaksandr|volodymyr vladimir uladzimir|mykola nikolai nikolay mikalai|"
    "serhii sergei sergey siarhei|andrii andrei andrey|dmytro dmitry dzmitry|yevhen yevgeny evgeny yauhen|oleh oleg|"
    "mykhailo mikhail|pavlo pavel|petro petr pyotr|kyrylo kirill kiril|hanna anna|olena elena yelena alena|"
    "oleksii aleksei alexei aliaksei|vasyl vasily|svitlana svetlana sviatlana|kateryna ekaterina katerina|"
    "hryhorii grigory|olha olga volha|yulia julia|tetiana tatiana tatyana|nadiia nadezhda|viktor victor"
)
_GIVEN_LETTERS = 5  # letters by which given names are compared: their endings vary most


@cache
def _given() -> dict[str, str]:
    """Given names → the same name in Ukrainian."""
    rows = (row.split() for row in _GIVEN_NAMES.split("|"))
    return {name: row[0] for row in rows for name in row}
