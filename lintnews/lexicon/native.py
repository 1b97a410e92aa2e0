"""Native words behind Latin letters: takes what copy spells, gives the Ukrainian or Russian it can be read as."""

from __future__ import annotations

import os
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from lintnews.lexicon import cache, place_meanings
from lintnews.lexicon.descent import looks_slavic_name
from lintnews.lexicon.latin import Letters, cost, plain, read_back
from lintnews.lexicon.lexicon import Lexicon
from lintnews.lexicon.name_keys import latin_keys
from lintnews.lexicon.prominent import Prominent
from lintnews.lexicon.records import decoded
from lintnews.lexicon.word_forms import Form, WordForms, open_forms
from lintnews.named import NamedTuple
from lintnews.typed import TYPE_CHECKING, Any
from lintnews.view import View

if TYPE_CHECKING:
    from lintnews.lexicon.morphology import Morphology

_ENDINGS = frozenset(
    """a u y i e o ya ia ja yu iu ju ye ie je iy yi yy ii ij yj oi oy oj oyi ei ey ej
    om em am ym im yam iam iem yem ykh
    ikh akh yh ih ah iakh yakh ami yami iami ymy imi ymi ov ev iv yiv
    oho ogo eho ego omu emu ovi evi oyu oiu iyu yoi aya aia
    aja oye oe oie uyu uiu s es""".split()
)
_LONGEST_ENDING = 4
_SHORTEST_STEM = 3
_LONG_STEM = 5  # letters from which a slip is forgiven
_RUSSIAN = "g|i[kn]|ii$|aya$|o[vy]?e$|[yi]ye$|nie$|nost$|[aeo]v$|shka|chki|chik"  # not Ukrainian
_SHORTEST_NAME = 6  # letters of a name whose shape says where it is from
_REACH = 80  # words around a place that show what the passage is about


class Acronym(NamedTuple):
    """A native acronym, its language and what it means in English."""

    native: str
    language: str
    english: tuple[str, ...]


class Word(NamedTuple):
    """A native common word in its dictionary form, its language, and what it means in English."""

    native: str
    language: str
    meaning: str
    slips: int


class Institutions:
    """What names of institutions are made of: ``rules/words/institutions.txt``, given as lines."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.letters: dict[str, str] = {}  # English word → first letters of its native words
        self.telling: set[str] = set()  # words that are in no such name
        self._alike: dict[str, set[int]] = {}
        for number, line in enumerate(lines):
            letter, *words = line.partition("#")[0].split() or [""]
            for word in words:
                if word.endswith("!"):
                    word = word[:-1]
                    self.telling.add(word)
                if letter == "=":
                    self._alike.setdefault(word, set()).add(number)
                else:
                    self.letters[word] = self.letters.get(word, "") + letter

    def alike(self, first: str, second: str) -> bool:
        """Whether translators use the words for one another."""
        return not self._alike.get(first, set()).isdisjoint(self._alike.get(second, ()))

    def singular(self, word: str) -> str:
        """``word`` without a plural's ending, where a word of the list is left; its American spelling."""
        word = {"defence": "defense", "centre": "center", "centres": "center"}.get(word, word)
        return word[:-1] if word.endswith("s") and word[:-1] in self.letters else word


class Natives:
    """Native words of a lexicon, asked by their Latin spelling."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def acronyms(self, latin: str) -> list[Acronym]:
        """Each native acronym that the small-letter ``latin`` can be a spelling of, its commonest meaning first."""
        found: dict[str, Acronym] = {}
        for layer in self._lexicon.layers:
            for native, language, english in decoded(layer.table.get("^^" + latin) or b"[]"):
                found.setdefault(native, Acronym(native, language, tuple(english)))
        for number, (native, language) in self._lexicon.named("^" + latin):
            preferred = self._lexicon.entry(number)["en"][0]
            before = found.setdefault(native, Acronym(native, language, ()))
            if preferred.lower() not in map(str.lower, before.english):
                found[native] = before._replace(english=(*before.english, preferred))
        return list(found.values())

    def designation(self, latin: str) -> str:
        """The right form of a weapon's designation that the small-letter ``latin`` copies by its look; "" for none."""
        return str(self._shared("^=" + latin, ""))

    def is_familiar(self, latin: str) -> bool:
        """Whether English readers know the small-letter acronym ``latin`` as something else."""
        return any(("^?" + latin) in layer.table for layer in self._lexicon.layers)

    def words(self, latin: str) -> list[Word]:
        """The listed words that the small-letter ``latin`` can be a form of, the nearest first."""
        bare = plain(latin)
        if not (bare.isascii() and bare.isalpha()):
            return []
        found = {(word.native, word.language): word for word in sorted(self._forms(bare), key=_distance, reverse=True)}
        return sorted(found.values(), key=_distance)

    def _forms(self, latin: str) -> Iterator[Word]:
        for cut in range(_LONGEST_ENDING + 1):
            stem, ending = latin[: len(latin) - cut], latin[len(latin) - cut :]
            if len(stem) < _SHORTEST_STEM or (ending and ending not in _ENDINGS):
                continue
            for key in latin_keys(stem):
                for native, word, language, meaning in self._rows("%" + key):
                    if ending or native[-1] not in "аеєиіоуюяёыэ":
                        slips = cost(stem, native, self._letters[language], int(len(stem) >= _LONG_STEM))
                        if slips is not None:
                            yield Word(word, language, meaning, slips)

    def _rows(self, key: str) -> list[list[str]]:
        found: list[list[str]] = []
        for layer in self._lexicon.layers:
            found += decoded(layer.table.get(key) or b"[]")
        return found

    def form(self, latin: str) -> Form | None:
        """The word form of a dictionary that the small-letter ``latin`` spells, where word forms are compiled."""
        return next(self._word_forms.find(latin, self._letters), None) if self._word_forms else None

    @cached_property
    def _word_forms(self) -> WordForms | Morphology | None:
        if found := open_forms():
            return found
        from lintnews.lexicon import morphology  # only where a word asks for it

        return morphology.Morphology() if morphology.is_installed() else None

    def spelled(self, latin: str) -> str:
        """The likeliest native spelling of the small-letter ``latin`` in either language, or ""."""
        uk, ru = (next(iter(read_back(latin, self._letters[language], 1)), None) for language in ("uk", "ru"))
        if uk is None or ru is None:
            return (uk or ru or ("", 0))[0]
        russian = re.search(_RUSSIAN, latin) is not None or (uk[0].count("і") > 1 and "и" not in uk[0])
        return (ru if (ru[1], not russian) < (uk[1], russian) else uk)[0]

    @cached_property
    def _letters(self) -> dict[str, Letters]:
        return {language: Letters(language, self._raw(f"~~{language}") or b"") for language in ("uk", "ru")}

    @cached_property
    def institutions(self) -> Institutions:
        """The words that names of institutions are made of."""
        with open(os.path.join(cache.rules_dir(), "words", "institutions.txt"), encoding="utf-8") as file:
            return Institutions(file)

    @cached_property
    def prominent(self) -> Prominent:
        """The names that the news is full of."""
        return Prominent(lambda key: self._shared(key, None))

    @cached_property
    def place_meanings(self) -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
        """What villages are called when their names are translated: see ``place_meanings.read``."""
        with open(os.path.join(cache.rules_dir(), "words", "place-meanings.txt"), encoding="utf-8") as file:
            return place_meanings.read(file)

    @cached_property
    def region(self) -> frozenset[str]:
        """Words that show a passage to be about Ukraine, Russia or Belarus."""
        return frozenset(self._shared("^@", ()))

    def _shared(self, key: str, empty: Any) -> Any:
        raw = self._raw(key)
        return decoded(raw) if raw else empty

    def _raw(self, key: str) -> bytes | None:
        return next((raw for layer in self._lexicon.layers if (raw := layer.table.get(key))), None)


def _distance(word: Word) -> tuple[int, int]:
    return word.slips, -len(word.native)


class Region:
    """Where a document speaks of the region: takes its view, the words that show it, and what English knows of a word."""

    def __init__(self, view: View, words: Iterable[str], frequency: Callable[[str], int]) -> None:
        self._view, self._frequency = view, frequency
        self._places = sorted(place for word in words for place in view.words.get(word, ()))

    def near(self, place: int) -> bool:
        """Whether such a word, or a name spelled as names there are, stands near the token ``place``."""
        return _is_near(self._places, place) or _is_near(self._names, place)

    @cached_property
    def _names(self) -> list[int]:
        """Places of capitalised words that English does not have and that have the shape of Cyrillic names."""
        view = self._view
        return sorted(
            place
            for word, places in view.capitalised.items()
            if len(word) >= _SHORTEST_NAME and looks_slavic_name(word) and not self._frequency(word)
            for place in places
        )


def _is_near(places: list[int], place: int) -> bool:
    at = bisect_left(places, place - _REACH)
    return at < len(places) and places[at] <= place + _REACH
