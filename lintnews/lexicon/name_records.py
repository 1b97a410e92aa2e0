"""What the glossary's names are looked up by: takes entries with an origin, gives table records.

A name is kept under a key that every romanization of its last word shares (``name_keys``). Beside the names themselves
stand what copy makes of them: adjectives before a common noun ("Kharkivska oblast"), collective names of places
("Donechchyna") and crossings of the Ukrainian with the Russian form ("Rabotyne"). Nothing is spelled out in Latin.

Records: ``~class:key`` holds rows (``name_rows``): entry, language, shape, groups of sibilants, origin, words; the
class is that of the common noun a name needs beside it, "" for none or ``CROSSED`` for crossings, with ``MINOR`` before it
for places of one word that must fit to the letter. ``~#n`` is what entry n is in each language.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any, NamedTuple

from lintnews.lexicon.name_keys import (
    ADJECTIVE,
    ANY_HISS,
    COLLECTIVE,
    CROSSED,
    LANGUAGES,
    MINOR,
    NAME,
    native_hisses,
    native_key,
)
from lintnews.lexicon.name_rows import Row, Sort, packed
from lintnews.lexicon.telling import ALONE, initial, initials, ruled_out

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019\u02bc][^\W\d_]+)*")
_ENDING = re.compile("(?<=[сцз]ьк)(?:а|ий|е|ої|ому|у)$|(?<=[сц]к)(?:ая|ий|ое|ой|ого|ую|ие|і|а)$")
_SOFT_STEMS = (("зьк", "жчина"), ("цьк", "ччина"), ("ськ", "щина"), ("ск", "щина"))
_OF_PLACES = ("direction", "community")  # classes of common nouns that a place's adjective stands before
_MOST_CROSSINGS = 3  # places two forms may differ in and still be crossed

Generics = Mapping[str, Sequence[Mapping[str, Any]]]


def name_words(form: str) -> list[str]:
    """The words of a native form that is a proper name all through, in small letters; empty for anything else."""
    words = form.replace("-", " ").split()
    good = all(_WORD.fullmatch(word) and word[0].isupper() and not word[1:].isupper() for word in words)
    if not good or not words or (len(words) == 1 and len(words[0]) < 4) or len("".join(words)) < 4:
        return []
    return [word.lower() for word in words]


class _Entry(NamedTuple):
    """What the rows of an entry say of it."""

    number: int
    origin: str
    minor: bool
    forms: list[list[str]]  # in whatever language


class Names:
    """Collects the records of one layer. ``folder`` holds the romanization tables, ``generics.toml`` among them."""

    def __init__(self, folder: str) -> None:
        from lintnews.lexicon.romanize import letters, systems

        self._generics = _classes(folder)
        self._starts = ruled_out({language: table.spellings for language, table in letters(folder).items()}, 0)
        self._given = {name.lower(): group for group in given_names(folder) for code in LANGUAGES for name in group.get(code, ())}
        self._press = [system for system in systems(folder).values() if system.press == "modern"]
        self._rows: dict[str, dict[Row, None]] = {}
        self._own: dict[str, Any] = {}

    def add(
        self, number: int, origin: str, native: Iterable[tuple[str, Sequence[str]]], right: str = "", minor: bool = False
    ) -> None:
        """Add the names among the ``native`` forms (language, forms) of an entry, if it has an ``origin``.

        ``right`` is the preferred English form: where it is one capitalised word, native forms in small letters are
        names too ("казах", Kazakh). A ``minor`` place is believed only where its spelling fits to the letter.
        """
        if not origin:
            return
        one = right.isalpha() and right[0].isupper()

        def cased(form: str) -> str:
            return form.title() if one and form.isalpha() and form.islower() else form

        names: dict[str, list[tuple[list[str], str]]] = {}
        for language, forms in native:
            if language in LANGUAGES:
                names[language] = [found for form in forms if (found := self._split(cased(form)))[0]]
        entry = _Entry(number, origin, minor, [words for pairs in names.values() for words, _ in pairs])
        for language, pairs in names.items():
            for words, generic in pairs:
                self._add_forms(entry, language, words, generic)
        if not minor:
            self._cross(entry, names)
        if any(names.values()):
            self._own[f"~#{number}"] = {
                **({"minor": True} if minor else {}),
                "forms": {language: [words for words, _ in pairs] for language, pairs in names.items()},
                "press": [form for words, _ in names.get(origin, ()) for form in self._modern(words, origin)],
            }

    def records(self) -> dict[str, Any]:
        """Everything added, by key."""
        return {**{key: packed(rows) for key, rows in self._rows.items()}, **self._own}

    def count(self) -> int:
        """How many entries have names to be found by."""
        return len(self._own)

    def _split(self, form: str) -> tuple[list[str], str]:
        """The words of a name, and the class of the common noun it stands beside, if any."""
        words = form.strip('«»"').split()
        common = [n for n, word in enumerate(words) if (word if n else word.lower()) in self._generics]
        if not common or len(words) == 1:
            return name_words(form), ""
        rest = " ".join(word for n, word in enumerate(words) if n not in common).strip('«»"')
        return name_words(rest), self._generics[words[common[-1]] if common[-1] else words[0].lower()]

    def _add_forms(self, entry: _Entry, language: str, words: list[str], generic: str) -> None:
        last = words[-1]
        stem = _ENDING.sub("", last)
        if generic and stem != last:
            self._row(entry, language, ADJECTIVE, generic, [*words[:-1], stem])
            if generic == "region":
                self._row(entry, language, COLLECTIVE, "", [*words[:-1], _collective(stem)])
        else:
            self._row(entry, language, NAME, generic, words)
        if not generic and len(words) == 1:
            for adjective in adjectives(last, language):
                for beside in _OF_PLACES:
                    self._row(entry, language, ADJECTIVE, beside, [adjective])

    def _cross(self, entry: _Entry, names: Mapping[str, list[tuple[list[str], str]]]) -> None:
        if entry.origin not in ("uk", "ru"):
            return
        for (mine, generic), (other, beside) in product(names.get("uk", ()), names.get("ru", ())):
            if generic == beside and len(mine) == len(other) and not generic:
                for word in crossings(mine[-1], other[-1]):
                    self._row(entry, CROSSED, NAME, "", [*mine[:-1], word])

    def _row(self, entry: _Entry, language: str, shape: int, generic: str, words: list[str]) -> None:
        number, origin, minor, _ = entry
        *earlier, last = words
        kind = CROSSED if language == CROSSED else MINOR * (minor and not earlier) + generic
        rows = self._rows.setdefault(f"~{kind}:{native_key(last)}", {})
        hisses = native_hisses(last) if shape == NAME and origin != "ko" else ANY_HISS
        initials = self._initials(entry, words) if earlier else ALONE
        rows[Row(number, Sort(language, shape, hisses, origin), last, " ".join(earlier), initials)] = None

    def _initials(self, entry: _Entry, words: list[str]) -> int:
        """What the word before the last may begin with: copy may have it in another language, or an English given name."""
        from lintnews.lexicon.latin import plain

        natives = {words[-2], *(form[-2] for form in entry.forms if len(form) == len(words))}
        group = self._given.get(words[-2], {}) if len(words) == 2 else {}
        natives.update(name.lower() for code in LANGUAGES for name in group.get(code, ()))
        found = initials(natives, self._starts)
        for name in group.get("en", ()):
            found |= initial(plain(name))
        return found

    def _modern(self, words: list[str], origin: str) -> Iterator[str]:
        from lintnews.lexicon.latin import plain
        from lintnews.lexicon.romanize import romanize

        for system in self._press:
            if system.language == origin:
                yield " ".join(plain(romanize(word, system)) for word in words)


def adjectives(name: str, language: str) -> list[str]:
    """The stem of the adjective of a place name of one word: "харківськ" of "харків", "донецьк" of "донецьк"."""
    soft = "ь" if language == "uk" else ""
    if name.endswith(f"с{soft}к"):
        return [name]
    stem = re.sub("(?:е|є|а|я|о|и|ы|і|ь|ье|ое|ая)$", "", name)
    if name.endswith(("ий", "ый", "ське", "ское", "цьке", "цкое")) or len(stem) < 3:
        return []
    if language == "uk" and stem.endswith("івк"):
        return [stem[:-1] + "ськ"]
    if stem.endswith("вк"):
        return [stem[:-1] + f"с{soft}к"]
    if name.endswith(("и", "ы")):  # a plural: Циркуни, Циркунівська as well as Циркунська
        return [stem + f"с{soft}к", stem + ("івськ" if language == "uk" else "овск")]
    for ends, sound in (("гжз", "з"), ("кчц", "ц"), ("хшс", "с")):
        if stem[-1] in ends:
            return [f"{stem[:-1]}{sound}{soft}к", stem + f"с{soft}к"]
    return [stem + f"с{soft}к"]


def crossings(mine: str, other: str) -> list[str]:
    """Words with some differing letters of one form and some of the other; both forms themselves among them."""
    pairs = _aligned(mine, other)
    differing = [n for n, (a, b) in enumerate(pairs) if a != b]
    if not differing or len(differing) > _MOST_CROSSINGS:
        return [mine, other]
    made = []
    for choice in product((0, 1), repeat=len(differing)):
        picked = dict(zip(differing, choice, strict=True))
        made.append("".join(pair[picked.get(n, 0)] for n, pair in enumerate(pairs)))
    return list(dict.fromkeys(made))


def _aligned(mine: str, other: str) -> list[tuple[str, str]]:
    """The two words cut into pairs of equal and of differing pieces."""
    from difflib import SequenceMatcher

    codes = SequenceMatcher(None, mine, other, autojunk=False).get_opcodes()
    return [(mine[a:b], other[c:d]) for _, a, b, c, d in codes]


def _collective(stem: str) -> str:
    for end, ending in _SOFT_STEMS:
        if stem.endswith(end):
            return stem[: -len(end)] + ending
    return stem + "щина"


def _classes(folder: str) -> dict[str, str]:
    """Native common nouns that names stand beside → their class ("область": "region")."""
    return {word: kind for kind, row in generics(folder).items() for code in LANGUAGES for word in row.get(code, ())}


def generics(folder: str) -> dict[str, dict[str, list[str]]]:
    """The classes of common nouns of ``folder``: class → language code ("en" too) → words; empty without the file."""
    return _table(folder, "generics.toml", "generic")


def given_names(folder: str) -> list[dict[str, list[str]]]:
    """Given names: what each is in every language, English with all its spellings."""
    return list(_table(folder, "given-names.toml", "name").values())


def given_skeletons(folder: str) -> dict[str, list[int]]:
    """Skeletons of given names in the spellings of all tables and in English → the numbers of the names they may be."""
    from lintnews.lexicon.descent import skeleton
    from lintnews.lexicon.romanize import romanize, systems

    tables = [system for system in systems(folder).values() if system.press]
    found: dict[str, list[int]] = {}
    for number, group in enumerate(given_names(folder)):
        spelled = [romanize(name, table) for table in tables for name in group.get(table.language, ())]
        for root in dict.fromkeys(skeleton(name) for name in (*spelled, *group.get("en", ()))):
            found.setdefault(root, []).append(number)
    return found


def oblique_skeletons(folder: str) -> dict[str, str]:
    """Skeletons of given names in their other cases, in the spellings of all tables → the dictionary form as news spells it.

    A skeleton that is some other name's as well ("Oleksandra", Alexander's and a woman's own) is left out.
    """
    from lintnews.lexicon.descent import skeleton
    from lintnews.lexicon.romanize import romanize, systems

    known = systems(folder)
    whole = given_skeletons(folder)
    found: dict[str, str] = {}
    for group in given_names(folder):
        for table in known.values():
            for name in group.get(table.language, ()) if table.press and table.language in _NEWS else ():
                for form in cases(name):
                    if (root := skeleton(romanize(form, table))) not in whole:
                        found.setdefault(root, romanize(name, known[_NEWS[table.language]]))
    return found


def cases(name: str) -> list[str]:
    """The genitive, dative and instrumental of a Ukrainian or Russian given name: "Андрія", "Андрію", "Андрієм"."""
    for end, others in _CASES:
        if name.endswith(end):
            return [name[: len(name) - len(end)] + other for other in others]
    return [name + ending for ending in ("а", "у", "ом")]


_NEWS = {"uk": "uk-news", "ru": "ru-news"}  # the tables that English-language news follows
_CASES = (
    ("ій", ("ія", "ію", "ієм")), ("ий", ("ия", "ию", "ием")), ("ей", ("ея", "ею", "еем")), ("й", ("я", "ю", "єм")),
    ("ло", ("ла", "лу", "лом")), ("ро", ("ра", "ру", "ром")), ("ія", ("ії", "ію", "ією")), ("ия", ("ии", "ию", "ией")),
    ("ь", ("я", "ю", "ем")), ("а", ("и", "у", "ою", "ой")), ("я", ("і", "и", "ю", "ею")),
)  # fmt: skip


def _table(folder: str, name: str, key: str) -> dict[str, dict[str, list[str]]]:
    import tomli

    path = os.path.join(folder, name)
    if not os.path.isfile(path):
        return {}
    with open(path, "rb") as file:
        found = tomli.load(file)[key]
    return dict(found) if isinstance(found, dict) else {str(n): row for n, row in enumerate(found)}
