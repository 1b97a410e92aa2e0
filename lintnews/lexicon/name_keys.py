"""The keys that names and words are kept under, from either side: takes a native word or a Latin one, gives keys.

All romanizations of a native word lead to its key: the class of the first letter and the consonants that every table
keeps. The number of groups of sibilants tells most other words of the key apart before a letter is compared.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lintnews.lexicon.latin import once, plain

LANGUAGES = ("uk", "ru", "be")
CROSSED = "x"  # the language of a word with letters of the Ukrainian form and letters of the Russian one
NAME, ADJECTIVE, COLLECTIVE = 0, 1, 2  # the shapes a name may have
MINOR = "."  # stands before the class of names that are only believed where they fit to the letter
ANY_HISS = -1  # the number of groups of sibilants of a native word that may be spelled in unusual ways

_HIDDEN = "т(?=[сч])|р(?=[зж])"  # letters that Latin clusters hide: Gatchina, Dzerzhinsk
_NATIVE = str.maketrans("бвдлмнпрртф", "bvdlmnprrtv")
_NATIVE_FIRST = dict.fromkeys("гґхк", "K") | dict.fromkeys("сзцшщчж", "S") | dict.fromkeys("аеєёиіїйоуўыэюя", "V")
_CLUSTERS = (("ts", "_s"), ("tz", "_z"), ("tc", "_c"), ("ph", "_h"), ("rz", "_z"))  # whose first letter is hidden
_KEPT = frozenset("bdflmnprtvw")
_SAME = str.maketrans("wf", "vv")
_LATIN_FIRST = dict.fromkeys("ghkqx", "K") | dict.fromkeys("sz", "S") | dict.fromkeys("aeiouy", "V")
_AMBIGUOUS = frozenset("cxjq")
_LATIN_HISS = re.compile("[sz][szh]*")


def native_key(word: str) -> str:
    """The key of a native word: the class of its first letter, then the letters every romanization keeps."""
    low = word.lower()
    latin = re.sub(_HIDDEN, "", low).translate(_NATIVE)
    robust = "".join(letter for letter in latin if letter.isascii() and letter.isalpha())
    return _NATIVE_FIRST.get(low[0], low[0].translate(_NATIVE)) + once(robust)


def native_hisses(word: str) -> int:
    """How many groups of sibilants a small-letter native word has: a cheap test before letters are compared."""
    return len(re.findall("[сзцшщжч]+", re.sub("[ьъ'\u2019\u02bc]", "", word)))


@lru_cache(maxsize=10_000)
def latin_keys(word: str) -> tuple[str, ...]:
    """The keys a Latin word may be found under; several when its first letter is ambiguous (c, j)."""
    low = plain(word)
    if not low:
        return ()
    marked = low
    for cluster, rest in _CLUSTERS:
        marked = marked.replace(cluster, rest)
    robust = once("".join(filter(_KEPT.__contains__, marked)).translate(_SAME))
    if low[:2] in ("ts", "tz", "tc"):
        return ("S" + robust,)
    if low[0] == "c":
        return ("K" + robust, "S" + robust)
    if low[0] == "j":
        return ("V" + robust, "K" + robust, "S" + robust)
    return (_LATIN_FIRST.get(low[0], low[0].translate(_SAME)) + robust,)


def latin_hisses(word: str) -> tuple[int, ...]:
    """The numbers of groups of sibilants its native word may have; empty when that cannot be told (c, x, j)."""
    if not word.isascii() or not _AMBIGUOUS.isdisjoint(word):
        return ()
    number = len(_LATIN_HISS.findall(word))
    return (number, number - 1, ANY_HISS) if word.endswith("s") else (number, ANY_HISS)
