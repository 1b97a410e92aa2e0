"""Names by descent: reads a Latin spelling back to the glossary's names it could be a romanization of.

Nothing is listed: a term with ``origin`` is kept under a key that every romanization of its native forms shares
(``name_records``), and a word of the copy that has the key is compared with the native form letter by letter
(``latin.Costs``).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, product

from lintnews.lexicon.latin import ABROAD, ANY, THROUGH, Costs, bound, is_as_long, plain
from lintnews.lexicon.lexicon import Lexicon
from lintnews.lexicon.name_keys import (
    ADJECTIVE,
    COLLECTIVE,
    CROSSED,
    LANGUAGES,
    MINOR,
    NAME,
    latin_hisses,
    latin_keys,
    native_key,
)
from lintnews.lexicon.name_rows import Rows, bar
from lintnews.lexicon.records import decoded
from lintnews.lexicon.telling import ALONE, ANY_INITIAL, BITS, initial
from lintnews.named import NamedTuple
from lintnews.typed import Any
from lintnews.view import fold

_WORD = "[^\\W\\d_]+(?:['\u2019\u02bc][^\\W\\d_]+)*"
_LONG = 6  # letters from which a surname alone may differ in one
_SHORT = 3  # a word of so few letters proves little: it must be spelled exactly
_RIGHT, _OLDER, _ALIEN, _SLIP, _CROSSING = "right", "older", "alien", "slip", "crossing"
_OWN = ("uk", "ru")
_MOST_SLIPS = 2  # in the last word of a name
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
    oblique: bool = False  # the word was read as a form of the name in another case


class _Asked(NamedTuple):
    """The last word of what may be a name, and what is known of the names that it may be before they are looked at."""

    word: str
    initials: int  # of the word before
    hisses: tuple[int, ...]
    allowed: int  # native letters that it may have
    no_starts: int
    no_ends: int
    abroad: bool  # it may be spelled as in a third country


class NameIndex:
    """The names of a lexicon, asked by Latin spelling. Each spelling is read back once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._rows: dict[str, list[Rows]] = {}
        self._found: dict[tuple[str, str, bool, int], list[_End]] = {}
        self._read_back: dict[tuple[tuple[str, ...], tuple[str, ...], bool], list[Reading]] = {}
        self._right: dict[str, bool] = {}
        self._origins: dict[int, str] = {}
        self._costs = Costs(self._raw)
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
        first = self._initials(words[-2] if len(words) > 1 else "")
        for end in chain(*(self._endings(words[-1], generic, exact, first) for generic in ("", *beside))):
            if len(end.native) <= len(words):
                reading = self._read(words[-len(end.native) :], end)
                if not reading:
                    continue
                doubtful = exact or reading.slips or reading.verdict == _OLDER  # too free for one of ten thousand villages
                if not (doubtful and self._fact(end.entry).get("minor")):
                    yield reading

    def may_end(self, word: str, exact: bool, before: str = "") -> bool:
        """Whether a name that needs no common noun beside it may end in ``word``; ``before`` is another word of a name."""
        return bool(self._endings(word, "", exact, self._initials(before)))

    def _initials(self, before: str) -> int:
        """What the word before the last of a name begins with, as ``telling.initials`` has it; names without one count too."""
        target = self._costs.target(before)
        return ALONE | initial(target) if target else ANY_INITIAL if before else ALONE

    def surnames(self, word: str, entries: Collection[int]) -> Iterator[Reading]:
        """Names of several words among ``entries`` whose last one ``word`` is a spelling of."""
        for end in self._endings(word, "", True, ANY_INITIAL):
            if end.entry in entries and len(end.native) > 1 and end.shape == NAME and end.slips <= (len(word) >= _LONG):
                verdict = _ALIEN if end.language != self.origin(end.entry) else _SLIP if end.slips else _RIGHT
                yield Reading(end.entry, end.language, end.native[-1], 1, end.slips, verdict)

    def surname_keys(self, entries: Iterable[int]) -> set[str]:
        """The keys (``name_keys``) of the last words of names of several words among ``entries``."""
        forms = chain(*(self._fact(entry)["forms"].values() for entry in entries))
        return {native_key(name[-1]) for names in forms for name in names if len(name) > 1}

    def _endings(self, word: str, generic: str, exact: bool, initials: int) -> list[_End]:
        """The names whose last word ``word`` may be; remembered, for the same few words come again and again.

        ``initials`` are what the word before it may begin with.
        """
        key = (word, generic, exact, initials)
        found = self._found.get(key)
        if found is None:
            bound(self._found)
            found = self._found[key] = list(self._find_endings(*key))
        return found

    def _find_endings(self, word: str, generic: str, exact: bool, initials: int) -> Iterator[_End]:
        read: set[int] = set()
        asked = self._asked(word, initials)
        groups = (generic,) if exact else (MINOR + generic, generic, CROSSED) if not generic else (MINOR + generic, generic)
        for key, group in product(latin_keys(word), groups):
            free = not exact and not group.startswith(MINOR)
            for rows in self._names(f"~{group}:{key}"):
                for end in self._read_rows(asked, rows, generic, free, read):
                    if not end.slips and not end.through and len(end.native) == 1:
                        read.add(end.entry)
                    yield end

    def _asked(self, word: str, initials: int) -> _Asked:
        costs, abroad = self._costs, _FOREIGN.search(word) is not None
        allowed = costs.allowed(costs.sieve(word), ANY + ABROAD if abroad else ANY)
        return _Asked(word, initials, latin_hisses(word), allowed, *costs.barred(word), abroad)

    def _read_rows(self, asked: _Asked, rows: Rows, generic: str, free: bool, read: Collection[int]) -> Iterator[_End]:
        """Those of ``rows`` that were asked for; ``read`` are entries of which the word is a spelling and so no crossing.

        ``free`` allows a slip, and an ending of another case in the place of the last letter.
        """
        costs = self._costs
        word, initials, hisses, allowed, no_starts, no_ends, abroad = asked
        for last, earlier, sort, number in rows.likely(bar(allowed, free), hisses, initials):
            if BITS.get(last[0], 0) & no_starts:
                continue
            language, shape, _, origin = sort
            fits = not BITS.get(last[-1], 0) & no_ends and is_as_long(word, last)
            oblique = free and origin in LANGUAGES and shape != ADJECTIVE
            entry = rows.number(number)
            if not (fits or oblique or shape == ADJECTIVE) or self._lexicon.is_replaced(entry):
                continue
            if language == CROSSED and entry in read:
                continue
            slips, through, adjective = None, "", False
            if shape == ADJECTIVE:
                slips, adjective = costs.of_adjective(word, last, language)
            elif fits:
                slips = costs.compared(word, last, sort.table, _MOST_SLIPS if earlier else int(free))
                if slips != 0 and abroad and shape == NAME and (through := self._through(word, last, language)):
                    slips = 0
            oblique = oblique and slips is None
            if oblique:
                slips = costs.of_oblique(word, last, language)
            if slips is not None and slips <= _MOST_SLIPS:
                native = [*earlier.split(), last]
                yield _End(entry, language, shape, generic, native, slips, adjective, through, oblique)

    def _through(self, latin: str, native: str, language: str) -> str:
        """The third language whose table spells ``native`` as ``latin``, or ""."""
        if language not in _OWN or self._costs.cost(latin, native, language + ABROAD, 0) is None:
            return ""
        return next((code for code in THROUGH if self._costs.cost(latin, native, f"{language}-{code}", 0) == 0), "")

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
        group: dict[str, list[str]] = self._shared(f"~given:{native}", {}) if place == 0 else {}
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

    def oblique_given(self, root: str) -> str:
        """The given name, as news spells it, of which ``root`` is the skeleton in another case than the first; "" for none."""
        return str(self._shared(f"~oblique:{root}", ""))

    def _names(self, key: str) -> list[Rows]:
        """The rows of ``name_records`` under a key, for each layer of the lexicon that has some."""
        found = self._rows.get(key)
        if found is None:
            bound(self._rows)
            found = self._rows[key] = [Rows(record, base) for base, record in self._lexicon.names(key)]
        return found

    def _fact(self, entry: int) -> dict[str, Any]:
        found = self._facts.get(entry)
        if found is None:
            found = self._facts[entry] = self._lexicon.name_facts(entry)
        return found

    def _shared(self, key: str, empty: Any) -> Any:
        raw = self._raw(key)
        return decoded(raw) if raw else empty

    def _raw(self, key: str) -> bytes | None:
        return next((raw for layer in self._lexicon.layers if (raw := layer.table.get(key))), None)


def _low(group: Mapping[str, Sequence[str]], language: str) -> list[str]:
    return [name.lower() for name in group.get(language, ())]
