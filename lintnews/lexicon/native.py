"""Native words behind Latin letters: takes what copy spells, gives the Ukrainian or Russian it can be read as."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Set
from functools import cached_property

from lintnews.lexicon.descent import looks_slavic_name
from lintnews.lexicon.institutions import Institutions
from lintnews.lexicon.latin import Letters, cost, plain, read_back
from lintnews.lexicon.lexicon import Lexicon
from lintnews.lexicon.name_keys import latin_keys
from lintnews.lexicon.page_furniture import Furniture
from lintnews.lexicon.place_meanings import PlaceMeanings
from lintnews.lexicon.prominent import Prominent
from lintnews.lexicon.records import decoded
from lintnews.named import NamedTuple
from lintnews.typed import TYPE_CHECKING, Any
from lintnews.view import View

if TYPE_CHECKING:
    from lintnews.lexicon.morphology import Morphology
    from lintnews.lexicon.vocabulary import Vocabulary
    from lintnews.lexicon.word_forms import Form, WordForms

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
        from lintnews.lexicon import morphology, word_forms  # only where a word asks for them

        if found := word_forms.open_forms():
            return found
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
        return Institutions(self._plain)

    @cached_property
    def furniture(self) -> Furniture:
        """What pages say around an article."""
        return Furniture(self._plain)

    @cached_property
    def prominent(self) -> Prominent:
        """The names that the news is full of."""
        return Prominent(self._raw)

    @cached_property
    def place_meanings(self) -> PlaceMeanings:
        """What villages are called when their names are translated."""
        return PlaceMeanings(self._plain)

    @cached_property
    def region(self) -> frozenset[str]:
        """Words that show a passage to be about Ukraine, Russia or Belarus."""
        return frozenset(self._shared("^@", ()))

    def _shared(self, key: str, empty: Any) -> Any:
        raw = self._raw(key)
        return decoded(raw) if raw else empty

    def _plain(self, key: str) -> Any:
        return self._shared(key, None)

    def _raw(self, key: str) -> bytes | None:
        return next((raw for layer in self._lexicon.layers if (raw := layer.table.get(key))), None)


def _distance(word: Word) -> tuple[int, int]:
    return word.slips, -len(word.native)


class Region:
    """Where a document speaks of the region: takes its view, the words that show it, and what English knows of a word."""

    def __init__(self, view: View, words: Set[str], frequency: Callable[[str], int]) -> None:
        self.view, self._words, self._frequency = view, words, frequency

    def near(self, place: int) -> bool:
        """Whether such a word, or a name spelled as names there are, stands near the token ``place``."""
        return _is_near(self._places, place) or _is_near(self._names, place)

    @cached_property
    def _places(self) -> list[int]:
        """Places of the words."""
        words = self.view.words
        return sorted(place for word in words.keys() & self._words for place in words[word])

    @cached_property
    def _names(self) -> list[int]:
        """Places of capitalised words that English does not have and that have the shape of Cyrillic names."""
        view = self.view
        return sorted(
            place
            for word, places in view.capitalised.items()
            if len(word) >= _SHORTEST_NAME and looks_slavic_name(word) and not self._frequency(word)
            for place in places
        )


def region_of(view: View, vocabulary: Vocabulary) -> Region:
    """Where ``view`` speaks of the region; the answer is kept, for one check after another asks."""
    if vocabulary.region is None or vocabulary.region.view is not view:
        vocabulary.region = Region(view, vocabulary.natives.region if vocabulary.natives else frozenset(), vocabulary.frequency)
    return vocabulary.region


def _is_near(places: list[int], place: int) -> bool:
    at = bisect_left(places, place - _REACH)
    return at < len(places) and places[at] <= place + _REACH
