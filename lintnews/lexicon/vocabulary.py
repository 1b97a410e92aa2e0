"""What counts as an English word: takes a folded word, says whether English or the glossary has it and how often.

The list is pyspellchecker's English frequency dictionary (American spelling, from film subtitles and so thin on
news) with our own ``rules/words/english.txt`` on top, compiled once into a ``Table``. British spellings, prefixes and
suffixes are derived, not listed.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Container, Iterable, Iterator
from functools import cached_property

from lintnews.lexicon import cache
from lintnews.lexicon.table import Counts, Table, TableError, counted
from lintnews.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from lintnews.lexicon.languages import Languages
    from lintnews.lexicon.names import NameIndex
    from lintnews.lexicon.native import Natives, Region

_DICTIONARY = os.path.join("spellchecker", "resources", "en.json.gz")
_COUNTS = "counts"  # the record of the words
_LISTED = 200  # the frequency given to words of our own list: known, not common
_MEMORY = 200_000  # words remembered before the memory is emptied, so that an archive stays flat
_LONGEST = 40  # letters of a word that may be misspelled
_LETTERS = "abcdefghijklmnopqrstuvwxyz"

_PREFIXES: dict[str, list[str]] = {}  # first letter → what may stand before a word
for _prefix in (
    "agro anti auto bio co counter cyber de deep dis eco electro euro ex extra fore geo hydro hyper il im in infra inter "
    "intra ir macro mega meta micro mid mini mis mono multi neo neuro non out over para petro photo poly post pre pro proto "
    "pseudo psycho quasi radio re self semi socio sub super techno tele thermo trans tri ultra un under uni up video"
).split():
    _PREFIXES.setdefault(_prefix[0], []).append(_prefix)
_ENDINGS = """
s: es: ies:y ed: ed:e ied:y ing: ing:e er: er:e ers: ers:e ly: ily:y ness: iness:y less: like: wide: able: able:e
ability:able bility:ble ist: ist:y ists: ists:y ism: isms: ship: hood: fold: proof: most: ward: wards: free: based:
isation:ize ization:ize isations:ize izations:ize ize: ize:y ized: ized:y izes: izing: izing:y men:man women:woman
ity: ic: ically:ic al: ally:al ous: ful: ish: y: ee: ees: eer: eers: craft: maker: makers: holder: holders: site:
"""
_SUFFIXES: dict[str, list[tuple[str, str]]] = {}  # last letter → what may be cut off, and what then stands in its place
for _ending, _, _stem in (row.partition(":") for row in _ENDINGS.split()):
    _SUFFIXES.setdefault(_ending[-1], []).append((_ending, _stem))
_BRITISH = (  # letters that must be there, British spelling, American spelling
    ("our", "our", "or"),
    ("is", "is(?=(?:e|es|ed|er|ers|ing|ation|ations|able)$)", "iz"),
    ("ys", "ys(?=(?:e|es|ed|er|ers|ing)$)", "yz"),
    ("re", "re(?=s?$)", "er"),
    ("red", "red$", "ered"),
    ("ring", "ring$", "ering"),
    ("ll", "(?<!l)ll(?=(?:ed|ing|er|ers|or|ors|ery|ation|ations)$)", "l"),
    ("pp", "(?<!p)pp(?=(?:ed|ing|er|ers)$)", "p"),
    ("l", "l(?=(?:|s|ment|ments|fully|ful)$)", "ll"),
    ("ence", "enc(?=e)", "ens"),
    ("mme", "mme(?=s?$)", "m"),
    ("e", "ae|oe", "e"),
    ("oeuvr", "oeuvr(?=e)", "euver"),
    ("oeuvr", "oeuvr(?=ing)", "euver"),
    ("scep", "sce(?=p)", "ske"),
    ("ould", "ould", "old"),
    ("ogue", "ogue(?=s?$)", "og"),
    ("exion", "exion", "ection"),
)
_ROOT = 4  # letters that must stand behind a prefix


class Vocabulary:
    """The known words. ``extra`` holds further folded words, such as those of the glossary; it is only asked ``in``."""

    def __init__(self, counts: Counts, extra: Container[str] = ()) -> None:
        self._counts = counts
        self.extra = extra
        self._memory: dict[str, bool] = {}
        self._frequencies: dict[str, int] = {}
        self._named: dict[str, bool] = {}
        self._corrections: dict[tuple[str, int], tuple[str, ...]] = {}
        self._unknown: tuple[Iterable[str], list[str]] = ((), [])
        self.names: NameIndex | None = None  # set by the linter: names by how they may be spelled
        self.natives: Natives | None = None  # set by the linter: native words behind Latin letters
        self.region: Region | None = None  # of the last view, see ``native.region_of``

    @classmethod
    def load(cls, extra: Container[str] = ()) -> Vocabulary:
        """The vocabulary of this installation; compiled on first use (a quarter of a second), then opened."""
        return cls(_open(), extra)

    def knows(self, word: str) -> bool:
        """Whether ``word`` (folded, see ``view.fold``) is English or in ``extra``; inflected and derived words are."""
        known = self._memory.get(word)
        if known is None:
            if len(self._memory) > _MEMORY:
                self._memory.clear()
            known = self._memory[word] = self._judge(word)
        return known

    def unknown(self, words: Iterable[str]) -> list[str]:
        """Those of ``words`` that are not known, in order; the answer is kept, for every check asks about ``view.words``."""
        if self._unknown[0] is not words:
            known, counts = self._memory, self._counts
            known |= {word: True for word in words if word not in known and word in counts}  # nearly all
            self._unknown = (words, [word for word in words if not (known.get(word) or self.knows(word))])
        return self._unknown[1]

    def frequency(self, word: str) -> int:
        """How often a large body of American subtitles has ``word``: "the" 76 million, "oligarch" 128, unlisted 0."""
        found = self._frequencies.get(word)
        if found is None:
            if len(self._frequencies) > _MEMORY:
                self._frequencies.clear()
            found = self._frequencies[word] = self._counts[word]
        return found

    def lists(self, word: str) -> bool:
        """Whether ``word`` itself is listed; unlike ``knows``, nothing is derived."""
        return self.frequency(word) > 0 or self.has_name(word)

    def has_name(self, word: str) -> bool:
        """Whether ``word`` is in ``extra``."""
        found = self._named.get(word)
        if found is None:
            if len(self._named) > _MEMORY:
                self._named.clear()
            found = self._named[word] = word in self.extra
        return found

    def corrections(self, word: str, limit: int = 3) -> tuple[str, ...]:
        """Listed words one edit away from ``word``, the most common first; half a millisecond for a new word.

        None for what is longer than any word: the edits of a data URL would take hours.
        """
        if len(word) > _LONGEST:
            return ()
        found = self._corrections.get((word, limit))
        if found is None:
            if len(self._corrections) > _MEMORY:
                self._corrections.clear()
            near = {edit for edit in _edits(word) if edit in self._counts}
            found = tuple(sorted(near, key=lambda edit: (-self.frequency(edit), edit))[:limit])
            self._corrections[word, limit] = found
        return found

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """Capital acronyms that English newspapers use unexplained (``rules/words/acronyms.txt``)."""
        return frozenset(_words("acronyms.txt"))

    @cached_property
    def languages(self) -> Languages:
        """What tells the language of a passage by its letters."""
        from lintnews.lexicon.languages import Languages  # few documents have a passage that needs it

        return Languages.load()

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Words that may stand behind a given name and be no translation (``rules/words/english-surnames.txt``)."""
        return frozenset(_words("english-surnames.txt"))

    def _judge(self, word: str) -> bool:
        if self.lists(word):
            return True
        if "'" in word:
            return all(len(part) < 3 or self.knows(part) for part in word.split("'"))
        if not word.isascii():
            return False
        if not word.isalpha():
            return True
        return len(word) > 3 and any(other in self._counts for other in self._relatives(word))

    def _relatives(self, word: str) -> Iterator[str]:
        """The words that ``word`` would be derived from, a British spelling read as an American one."""
        yield from _american(word)
        rests = [word]
        fitting = (prefix for prefix in _PREFIXES.get(word[0], ()) if word.startswith(prefix))
        prefix = next((prefix for prefix in fitting if len(word) - len(prefix) >= _ROOT), "")
        if prefix:
            rests.append(word[len(prefix) :])
            yield rests[1]
            yield from _american(rests[1])
        for rest in rests:
            for ending, other in _SUFFIXES.get(rest[-1], ()):
                if rest.endswith(ending) and len(rest) - len(ending) >= 4 - len(other):
                    stem = rest[: -len(ending)] + other
                    yield stem
                    yield from _american(stem)


def _american(word: str) -> Iterator[str]:
    for letters, british, american in _BRITISH:
        if letters in word:
            other = re.sub(british, american, word)  # `re` keeps what it compiled
            if other != word:
                yield other


def _edits(word: str) -> Iterator[str]:
    for place in range(len(word) + 1):
        head, tail = word[:place], word[place:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _LETTERS:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]


def _open() -> Counts:
    try:
        return Table(cache.shipped("words")).counts(_COUNTS)
    except TableError:
        pass
    path = cache.path_for("words", cache.digest(sources()))
    try:
        return Table(path).counts(_COUNTS)
    except TableError:
        pass
    records = compiled()
    try:
        Table.write(path, records)
        cache.prune("words")
        return Table(path).counts(_COUNTS)
    except (OSError, TableError):  # a cache that cannot be written costs time at every start, nothing else
        return Counts(records[_COUNTS])


def sources() -> list[str]:
    """The files the word list is made from: pyspellchecker's dictionary, then ours."""
    return [_dictionary(), _words_file("english.txt")]


def compiled() -> dict[str, bytes]:
    """The word list as ``Table.write`` takes it."""
    import gzip
    import json

    with gzip.open(_dictionary(), "rt", encoding="utf-8") as file:
        counts: dict[str, int] = json.load(file)
    for word in _words("english.txt"):
        counts.setdefault(word, _LISTED)
    return {_COUNTS: counted(counts)}


def _dictionary() -> str:
    # importlib.resources would import half the standard library; the package is on the path or it is not installed.
    for folder in sys.path:
        path = os.path.join(folder, _DICTIONARY)
        if os.path.isfile(path):
            return path
    from importlib.resources import files

    return str(files("spellchecker") / "resources" / "en.json.gz")


def _words_file(name: str) -> str:
    return os.path.join(cache.rules_dir(), "words", name)


def _words(name: str) -> list[str]:
    """The words of a list under ``rules/words``: any white space between them, ``#`` starts a comment."""
    with open(_words_file(name), encoding="utf-8") as file:
        return [word for line in file for word in line.partition("#")[0].split()]
