"""Names by descent: reads a Latin spelling back to the glossary's names it could be a romanization of.

Nothing is listed: a term with ``origin`` is kept under a key that every romanization of its native forms shares
(``name_records``), and a word of the copy that has the key is compared with the native form letter by letter
(``latin.Costs``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, product

from lintnews.lexicon.latin import Costs, Letters, bound, plain
from lintnews.lexicon.lexicon import Lexicon
from lintnews.lexicon.name_keys import ADJECTIVE, COLLECTIVE, CROSSED, LANGUAGES, MINOR, NAME, latin_hisses, latin_keys
from lintnews.named import NamedTuple
from lintnews.typed import Any
from lintnews.view import fold

_WORD = "[^\\W\\d_]+(?:['\u2019\u02bc][^\\W\\d_]+)*"
_LONG = 6  # letters from which a surname alone may differ in one
_SHORT = 3  # a word of so few letters proves little: it must be spelled exactly
_RIGHT, _OLDER, _ALIEN, _SLIP, _CROSSING = "right", "older", "alien", "slip", "crossing"
_THROUGH = ("pl", "de", "cs", "fr", "es")  # languages whose spelling of a name English copy may have kept
_FOREIGN = re.compile("[wjcqx]|ou|[sr]z|off$|ieff$")  # what English spellings of these names do not have, or seldom


class Reading(NamedTuple):
    """A native name that a spelling can be read as.

    ``verdict``: "right" (a table that news follows today, from its own language), "older" (another table of its own
    language), "alien" (through another language), "crossing" (partly through another), "slip" (no table spells so).
    ``through`` is the language of a third country whose newspapers spell the name so ("pl", Budanow), or "".
    """

    entry: int
    language: str
    native: str
    words: int
    slips: int
    verdict: str
    shape: int = NAME
    generic: str = ""
    through: str = ""


class _Part(NamedTuple):
    """How one word of a name was read."""

    slips: int
    alien: bool


class _End(NamedTuple):
    """A name whose last word has been recognised."""

    entry: int
    language: str
    shape: int
    generic: str
    native: list[str]
    slips: int
    adjective: bool
    through: str = ""


class NameIndex:
    """The names of a lexicon, asked by Latin spelling. Each spelling is read back once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._rows: dict[str, list[list[Any]]] = {}
        self._found: dict[tuple[str, str, bool], list[_End]] = {}
        self._read_back: dict[tuple[tuple[str, ...], tuple[str, ...], bool], list[Reading]] = {}
        self._right: dict[str, bool] = {}
        self._origins: dict[int, str] = {}
        self._costs = Costs(self._letters, self._edges)
        self._facts: dict[int, dict[str, Any]] = {}

    def readings(self, words: Sequence[str], beside: Collection[str] = (), exact: bool = False) -> list[Reading]:
        """Each name that the last of ``words``, or the last few, can be a spelling of.

        ``words`` are up to four folded words of the copy in order; a name of several words must match all of them.
        ``beside`` are the classes of the common nouns next to them ("region" for oblast). ``exact`` leaves out
        inflected and crossed readings.
        """
        key = (tuple(words), tuple(sorted(beside)), exact)
        found = self._read_back.get(key)
        if found is None:
            bound(self._read_back)
            found = self._read_back[key] = list(self._find_readings(*key))
        return found

    def _find_readings(self, words: Sequence[str], beside: Sequence[str], exact: bool) -> Iterator[Reading]:
        ends = chain(*(self._endings(words[-1], generic, exact) for generic in ("", *beside)))
        for end in ends:
            if len(end.native) <= len(words):
                reading = self._read(words[-len(end.native) :], end)
                if reading and not (self._fact(end.entry).get("minor") and (exact or _is_doubtful(reading))):
                    yield reading

    def surnames(self, word: str) -> Iterator[Reading]:
        """Names of several words whose last one ``word`` is a spelling of."""
        for end in self._endings(word, "", True):
            if len(end.native) > 1 and end.shape == NAME and end.slips <= (len(word) >= _LONG):
                verdict = _ALIEN if end.language != self.origin(end.entry) else _SLIP if end.slips else _RIGHT
                yield Reading(end.entry, end.language, end.native[-1], 1, end.slips, verdict)

    def _endings(self, word: str, generic: str, exact: bool) -> list[_End]:
        """The names whose last word ``word`` may be; remembered, for the same few words come again and again."""
        key = (word, generic, exact)
        found = self._found.get(key)
        if found is None:
            bound(self._found)
            found = self._found[key] = list(self._find_endings(word, generic, exact))
        return found

    def _find_endings(self, word: str, generic: str, exact: bool) -> Iterator[_End]:
        read: set[int] = set()
        hisses = latin_hisses(word)
        starts, first = self._costs.starts, self._costs.target(word)[:1]
        groups = (generic,) if exact else (MINOR + generic, generic, CROSSED) if not generic else (MINOR + generic, generic)
        for key, group in product(latin_keys(word), groups):
            free = not exact and not group.startswith(MINOR)
            for entry, language, shape, hiss, origin, last, earlier in self._names(f"~{group}:{key}"):
                if (hisses and hiss not in hisses) or first not in starts.get(last[0], first):
                    continue
                if language == CROSSED and entry in read:
                    continue
                table = f"{language}-ko" if origin == "ko" else language
                limit = 2 if earlier else int(free)
                slips, adjective = self._last(word, last, table, shape, free and origin in LANGUAGES, limit)
                if slips != 0 and (through := self._through(word, last, language, shape)):
                    yield _End(entry, language, shape, generic, [*earlier.split(), last], 0, False, through)
                elif slips is not None and slips <= 2:
                    if slips == 0 and not earlier:
                        read.add(entry)  # no need to look for crossings
                    yield _End(entry, language, shape, generic, [*earlier.split(), last], slips, adjective)

    def _through(self, latin: str, native: str, language: str, shape: int) -> str:
        """The third language whose table spells ``native`` as ``latin``, or ""."""
        if shape != NAME or language not in ("uk", "ru") or not _FOREIGN.search(latin):
            return ""
        return next((code for code in _THROUGH if self._costs.cost(latin, native, f"{language}-{code}", 0) == 0), "")

    def _last(
        self, latin: str, native: str, language: str, shape: int, oblique: bool, limit: int
    ) -> tuple[int | None, bool]:
        """What the last word costs, and whether it was read as an adjective."""
        if shape == ADJECTIVE:
            return self._costs.of_adjective(latin, native, language)
        found = self._costs.cost(latin, native, language, limit)
        return (self._costs.of_oblique(latin, native, language) if found is None and oblique else found), False

    def _read(self, words: Sequence[str], end: _End) -> Reading | None:
        parts = [_Part(end.slips, False)]
        for place, word in enumerate(words[:-1]):
            part = self._part(word, end.native[place], place, end.entry, end.language, len(end.native))
            if end.through and self._costs.cost(word, end.native[place], f"{end.language}-{end.through}", 0) == 0:
                part = _Part(0, True)
            if part is None:
                return None
            parts.append(part)
        short = [part for part, word in zip(parts, [words[-1], *words[:-1]], strict=True) if len(word) <= _SHORT]
        if self.origin(end.entry) != "ko" and any(part.slips for part in short):
            return None
        verdict = self._verdict(words, end, parts)
        if not verdict:
            return None
        slips = sum(part.slips for part in parts)
        native = " ".join(end.native)
        return Reading(end.entry, end.language, native, len(words), slips, verdict, end.shape, end.generic, end.through)

    def _verdict(self, words: Sequence[str], end: _End, parts: list[_Part]) -> str:
        origin, language = self.origin(end.entry), end.language
        own = language == origin or (origin == "be" and language == "ru")  # Belarus writes its names in both
        if end.shape == ADJECTIVE and own:
            return _SLIP if end.adjective else ""
        if end.shape == COLLECTIVE:
            return _SLIP if own else _ALIEN
        if language == CROSSED:
            return _CROSSING
        if end.through:
            return _ALIEN if all(part.slips == 0 for part in parts) else ""
        if not own or any(part.alien for part in parts):
            return _ALIEN
        if any(part.slips for part in parts):
            some_table = all(self._costs.cost(w, n, language + "-all") == 0 for w, n in zip(words, end.native, strict=True))
            return _OLDER if some_table else _SLIP
        exact = not any("'" in word for word in words) and " ".join(map(plain, words)) in self._fact(end.entry)["press"]
        return _RIGHT if exact else _OLDER

    def _part(self, latin: str, native: str, place: int, entry: int, language: str, words: int) -> _Part | None:
        """How an earlier word of a name reads: in the name's language, in another, or as an English given name."""
        table = language + "-ko" * (self.origin(entry) == "ko")
        found = [_Part(slips, False)] if (slips := self._costs.cost(latin, native, table)) is not None else []
        if slips == 0:
            return found[0]
        forms = self._fact(entry)["forms"].items()
        others = [(name[place], other) for other, names in forms for name in names if len(name) == words]
        group = (self._given.get(native) if place == 0 else None) or {}
        others += [(name.lower(), other) for other in LANGUAGES for name in group.get(other, ())]
        found += [_Part(s, True) for name, other in others if (s := self._costs.cost(latin, name, other)) is not None]
        best = min(found, default=None)
        if (best is None or best.slips) and latin in (name.lower() for name in group.get("en", ())):
            return _Part(0, self.origin(entry) == "uk")
        return best

    def english(self, entry: int) -> tuple[str, ...]:
        """The right forms of an entry, the preferred one first."""
        return tuple(self._lexicon.entry(entry)["en"])

    def origin(self, entry: int) -> str:
        """Whose name the entry is."""
        found = self._origins.get(entry)
        if found is None:
            found = self._origins[entry] = self._lexicon.origin(entry)
        return found

    def identifier(self, entry: int) -> str:
        """The id of the entry."""
        return str(self._lexicon.entry(entry)["id"])

    def is_right(self, form: str) -> bool:
        """Whether ``form`` is a right form of any term."""
        found = self._right.get(form)
        if found is None:
            bound(self._right)
            key = "==" + " ".join(fold(word) for word in re.findall(_WORD, form))
            found = self._right[form] = any(layer.table.get(key) is not None for layer in self._lexicon.layers)
        return found

    @cached_property
    def generics(self) -> Mapping[str, Sequence[str]]:
        """English common nouns that names stand beside → their classes."""
        found: dict[str, list[str]] = self._shared("~generics", {})
        return found

    @cached_property
    def _given(self) -> dict[str, dict[str, list[str]]]:
        """Native given names → the same name in every language."""
        groups: list[dict[str, list[str]]] = self._shared("~given", [])
        return {name.lower(): group for group in groups for code in LANGUAGES for name in group.get(code, ())}

    def spells_given(self, word: str) -> bool:
        """Whether the folded ``word`` is how some table spells a native given name: Yevgeny, but not Eugene."""
        natives = ((native, code) for native, group in self._given.items() for code in LANGUAGES if native in _low(group, code))
        return any(self._costs.cost(word, native, code, 1) is not None for native, code in natives)

    @cached_property
    def given_skeletons(self) -> dict[str, frozenset[int]]:
        """Skeletons (``lexicon.descent``) of given names in every spelling → the numbers of the names they may be."""
        return {root: frozenset(numbers) for root, numbers in self._shared("~givens", {}).items()}

    @cached_property
    def oblique_given(self) -> Mapping[str, str]:
        """Skeletons of given names in other cases than the first → the name as news spells it."""
        found: dict[str, str] = self._shared("~oblique", {})
        return found

    def _names(self, key: str) -> list[list[Any]]:
        """The rows of ``name_records`` under a key."""
        found = self._rows.get(key)
        if found is None:
            found = self._rows[key] = self._lexicon.names(key)
        return found

    def _fact(self, entry: int) -> dict[str, Any]:
        found = self._facts.get(entry)
        if found is None:
            found = self._facts[entry] = self._lexicon.name_facts(entry)
        return found

    def _edges(self) -> tuple[dict[str, str], dict[str, str]]:
        starts, ends = self._shared("~edges", ({}, {}))
        return starts, ends

    def _letters(self) -> dict[str, Letters]:
        """The spellings of each language, of words between two (CROSSED), and of Korean names in each ("uk-ko")."""
        tables: dict[str, dict[str, dict[str, int]]] = self._shared("~~", {})
        crossed: dict[str, dict[str, int]] = {}
        for language in ("ru", "uk"):
            for letter, options in tables.get(language, {}).items():
                mine = crossed.setdefault(letter, {})
                mine.update({latin: min(price, mine.get(latin, price)) for latin, price in options.items()})
        korean = {f"{language}-ko": {**tables.get("ko", {}), **tables.get(language, {})} for language in LANGUAGES}
        for language, table in korean.items():
            for group in tables.get("ko", {}).keys() & tables.get(language[:2], {}).keys():
                table[group] = tables["ko"][group] | tables[language[:2]][group]
        widest = (7, 6, 5, 4, 3, 2, 1)
        found = {language: Letters(language, table) for language, table in (tables | {CROSSED: crossed}).items()}
        return found | {language: Letters(language, table, widest) for language, table in korean.items()}

    def _shared(self, key: str, empty: Any) -> Any:
        raw = next((raw for layer in self._lexicon.layers if (raw := layer.table.get(key))), None)
        return json.loads(raw) if raw else empty


def _low(group: Mapping[str, Sequence[str]], language: str) -> list[str]:
    return [name.lower() for name in group.get(language, ())]


def _is_doubtful(reading: Reading) -> bool:
    """Whether a reading is too free to be believed of one of ten thousand villages."""
    return bool(reading.slips) or reading.verdict == _OLDER
