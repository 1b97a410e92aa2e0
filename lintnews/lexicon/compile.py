"""Entries to a compiled lexicon: takes what ``load`` gives, gives the records of a Table.

Records: those that begin with ``$`` lead from words to patterns (see ``compile_patterns``), ``#n`` is the entry n, ``&`` the
expressions and the clues to their alternatives, a line each (see ``lexicon.Clue``), ``@name`` a cue set, ``*n`` cues of entries,
``=word`` says that a right form uses the word, ``!`` is the header and ``!ids`` the ids of the entries;
``lexicon.name_records`` what ``~`` and ``==`` are, ``acronym_records`` what ``^`` and ``word_records`` what ``%`` is.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from lintnews.errors import RuleError
from lintnews.lexicon import cache, compile_cues, counterparts
from lintnews.lexicon.alternatives import alternatives
from lintnews.lexicon.compile_patterns import Patterns
from lintnews.lexicon.entries import CueSet, Entry, Variant
from lintnews.lexicon.forms import FormError, parse
from lintnews.lexicon.marks import FAR, RIGHT
from lintnews.lexicon.name_keys import LANGUAGES
from lintnews.lexicon.name_records import Names
from lintnews.lexicon.portable import portable
from lintnews.lexicon.runaway import is_tame
from lintnews.lexicon.sketches import Sketcher
from lintnews.view import fold

Record = list[Any]
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W\d_]+)*")


class Compiler:
    """Collects the records of one layer of the lexicon (the built-in rules, or a desk's glossary)."""

    def __init__(self, frequency: Callable[[str], int]) -> None:
        self._patterns = Patterns(frequency)
        self._sketcher = Sketcher(frequency)
        self._records: dict[str, Any] = {}
        self._searched: list[Record] = []
        self._lines: list[bytes] = []
        self._words: set[str] = set()
        self._accepted: dict[str, Entry] = {}
        self._cues: dict[tuple[str, ...], str] = {}
        self._own: dict[str, str] = {}  # compiled cues of entries and the keys of their records
        self._folder = os.path.abspath(cache.rules_dir()) + os.sep

    def add_all(self, entries: Sequence[Entry], cue_sets: Iterable[CueSet], known_sets: Iterable[str] = ()) -> None:
        """Compile ``entries``; ``known_sets`` are cue sets of a layer below. Raises RuleError."""
        sets = set(known_sets)
        for cues in cue_sets:
            sets.add(cues.name)
            self._records["@" + cues.name] = _cues(cues.words, cues.path, 0).encode("utf-8", "surrogatepass")
        right = {_key(form): entry for entry in entries for form in (*entry.en, *entry.accept)}
        self._accepted = {form: entry for form, entry in right.items() if not entry.minor}
        for number, entry in enumerate(entries):
            if entry.enabled:
                self._add(number, entry, sets)
        self._records |= _names(entries) | _acronyms(entries)
        self._records |= {"==" + form: 1 for form in right}
        self._records["!ids"] = {e.id: n for n, e in enumerate(entries) if not e.minor}
        self._records["&"] = b"".join(self._lines)
        self._records["!"] = {"entries": len(entries), "searched": self._searched}

    def add_letters(self, folder: str) -> None:
        """Add the letter tables of ``folder``, for names to be read back by."""
        from lintnews.lexicon.name_records import generics, given_names, given_skeletons, oblique_skeletons
        from lintnews.lexicon.romanize import records

        self._records |= records(folder)
        classes: dict[str, list[str]] = {}
        for kind, row in generics(folder).items():
            for word in row["en"]:
                classes.setdefault(word, []).append(kind)
        self._records["~generics"] = classes
        self._records["~given"] = given_names(folder)
        for group in given_names(folder):
            self._records |= {f"~given:{name.lower()}": group for code in LANGUAGES for name in group.get(code, ())}
        self._records["~givens"] = given_skeletons(folder)
        self._records |= {f"~oblique:{root}": name for root, name in oblique_skeletons(folder).items()}

    def add_native_words(self, folder: str) -> None:
        """Add the lists of native words in ``folder``, for unknown words to be read back by."""
        from lintnews.lexicon import acronym_records, designations, word_records

        tables = os.path.join(cache.rules_dir(), "romanization")
        self._records |= acronym_records.of_words(tables, folder) | word_records.of_words(folder)
        self._records |= designations.of_words(tables, folder)
        for name, made in _lists().items():
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                self._records |= made(file)

    def records(self) -> dict[str, bytes]:
        """What ``Table.write`` takes."""
        found = {key: value if isinstance(value, bytes) else _json(value) for key, value in self._records.items()}
        found |= self._patterns.records()
        found |= {key: own.encode("utf-8", "surrogatepass") for own, key in self._own.items()}
        found |= {"=" + word: b"" for word in sorted(self._words)}
        return found

    def _add(self, number: int, entry: Entry, sets: set[str]) -> None:
        for language_cues in (
            entry.near,
            entry.unless,
            *(v.near or () for v in entry.variants),
            *(v.unless or () for v in entry.variants),
        ):
            for cue in language_cues:
                if cue.startswith("@") and cue[1:] not in sets:
                    from lintnews.lexicon.schema import nearest

                    raise RuleError(f"unknown cue set {cue!r}{nearest(cue[1:], tuple(sets))}", entry.path, entry.line)
        for form in (*entry.en, *entry.accept):
            self._words.update(fold(word) for word in _WORD.findall(form))
            if not entry.minor:
                self._accept(number, entry, form)
        variants = [self._variant(number, n, variant, entry) for n, variant in enumerate(entry.variants)]
        self._records[f"#{number}"] = _entry_record(entry, self._inside_rules(entry.path), variants)

    def _accept(self, number: int, entry: Entry, form: str) -> None:
        try:
            for pattern in parse(_as_form(form)):
                self._patterns.keep(pattern, number, RIGHT)
        except FormError:
            pass  # a right form with punctuation ("Strana.ua") is only ever a suggestion

    def _variant(self, number: int, place: int, variant: Variant, entry: Entry) -> dict[str, Any]:
        for form in variant.forms:
            try:
                patterns = parse(form, variant.fill, last=not variant.slot)
            except FormError as error:
                raise RuleError(str(error), entry.path, entry.line) from error
            for pattern in patterns:
                self._patterns.keep(pattern, number, place)
        near = entry.near if variant.near is None else variant.near
        unless = (entry.unless if variant.unless is None else variant.unless) + self._rivals(variant, entry, near)
        record: dict[str, Any] = {"kind": variant.kind}
        if variant.regex:
            record |= {"regex": portable(variant.regex), "expression": self._expression(number, place, variant, entry)}
        optional = {
            "suggest": list(variant.suggest), "within": variant.within or entry.within, "severity": variant.severity,
            "confidence": variant.confidence, "slot": variant.slot, "gloss": variant.gloss,
            "fix": variant.fix,
            "near": self._weighed(near, entry), "unless": self._weighed(unless, entry),
            "against": self._weighed(variant.against, entry),
            "forms": list(variant.fill or variant.forms),
        }  # fmt: skip
        return record | {key: value for key, value in optional.items() if value}

    def _expression(self, number: int, place: int, variant: Variant, entry: Entry) -> int:
        """Keep each alternative under the phrases that call for it, else in the list of those that are searched for.

        Returns the line of the expression.
        """
        _check_regex(variant, entry)
        expression = portable(variant.regex)
        found = alternatives(expression, variant.exact, self._sketcher, variant.literal)
        tame = is_tame(expression)
        its_line = self._line([expression, variant.exact, tame, variant.mark, variant.suggest])
        if not tame:  # its time limit is for a whole paragraph
            found = [row._replace(before=FAR, after=FAR) for row in found]
        for phrases, *clue in found:
            if not phrases:
                self._searched.append([number, place, *clue, its_line])
                continue
            line = self._line([*clue, its_line])
            for phrase, sets in phrases.items():
                self._patterns.call(phrase, sets, (number, place, line))
        return its_line

    def _line(self, row: Record) -> int:
        """Keep ``row`` in the record of what is known of expressions; returns the number of its line, see ``Table.lines``."""
        line = sum(map(len, self._lines))
        self._lines.append(_json(row) + b"\n")
        return line

    def _inside_rules(self, path: str) -> str:
        """The path of a built-in file relative to the rules, so that a compiled lexicon can be moved; others as they are."""
        return path.removeprefix(self._folder)

    def _weighed(self, words: tuple[str, ...], entry: Entry) -> dict[str, Any]:
        """``{"sets": [...], "own": key of a record}`` of a cue list; empty when there is none.

        Its own cues are compiled once for all that have the same, and read only where a variant is weighed.
        """
        own = _cues(words, entry.path, entry.line) if words not in self._cues else self._cues[words]
        self._cues[words] = own
        key = self._own.setdefault(own, f"*{len(self._own)}") if own else ""
        sets = [word for word in words if word.startswith("@")]
        return {name: value for name, value in (("own", key), ("sets", sets)) if value}

    def _rivals(self, variant: Variant, entry: Entry, near: Sequence[str]) -> tuple[str, ...]:
        """Cues of another entry whose right form this variant rejects: the two readings compete."""
        found: tuple[str, ...] = ()
        for form in () if variant.slot else variant.forms:
            other = self._accepted.get(_key(form))
            if other is None or other.id == entry.id:
                continue
            if not near and not other.near and not variant.unless and not entry.unless:
                raise RuleError(
                    f"{entry.id!r} rejects {form!r}, which {other.id!r} accepts; give one of them cues",
                    entry.path,
                    entry.line,
                )
            found += other.near
        return found


def _lists() -> dict[str, Callable[[Iterable[str]], dict[str, Any]]]:
    """Word lists that are asked a word at a time, and what makes records of each."""
    from lintnews.lexicon import institutions, page_furniture, place_meanings, prominent

    return {
        "institutions.txt": institutions.records,
        "page-furniture.txt": page_furniture.records,
        "place-meanings.txt": place_meanings.records,
        "prominent-names.txt": prominent.records,
    }


def _names(entries: Sequence[Entry]) -> dict[str, Any]:
    if not any(entry.origin for entry in entries):
        return {}
    folder = os.path.join(cache.rules_dir(), "romanization")
    names, tables = Names(folder), counterparts.load(folder, "uk-ru")
    for number, entry in enumerate(entries):
        if entry.enabled:
            native = entry.native if entry.origin != "uk" else counterparts.respelled(entry.native, tables)
            names.add(number, entry.origin, native, entry.en[0] if entry.en else "", entry.minor)
    return names.records()


def _acronyms(entries: Sequence[Entry]) -> dict[str, Any]:
    from lintnews.lexicon import acronym_records

    terms = ((number, entry.native) for number, entry in enumerate(entries) if entry.enabled and entry.en)
    return dict(acronym_records.of_terms(os.path.join(cache.rules_dir(), "romanization"), terms))


def _entry_record(entry: Entry, path: str, variants: list[dict[str, Any]]) -> dict[str, Any]:
    record = {
        "id": entry.id, "shape": entry.shape, "path": path, "line": entry.line, "en": list(entry.en),
        "native": {language: list(forms) for language, forms in entry.native}, "origin": entry.origin,
        "scope": list(entry.scope), "message": entry.message, "why": entry.why, "note": entry.note, "source": entry.source,
        "variants": variants, "examples": [list(example) for example in entry.examples],
    }  # fmt: skip
    return {key: value for key, value in record.items() if value}


def _cues(words: Iterable[str], path: str, line: int) -> str:
    """The cues of a list that are no sets, compiled; "" when there are none."""
    own = [word for word in words if not word.startswith("@")]
    try:
        return compile_cues.checked(own) if own else ""
    except FormError as error:
        raise RuleError(str(error), path, line) from error


def _check_regex(variant: Variant, entry: Entry) -> None:
    import regex

    try:
        compiled = regex.compile(variant.regex)
    except regex.error as error:
        raise RuleError(f"the regex of {entry.id!r} does not compile: {error}", entry.path, entry.line) from error
    if variant.mark > compiled.groups:
        raise RuleError(
            f"mark = {variant.mark}, but the regex of {entry.id!r} has {compiled.groups} groups", entry.path, entry.line
        )


def _key(form: str) -> str:
    return " ".join(fold(word) for word in _WORD.findall(form))


def _as_form(form: str) -> str:
    return re.sub(r"[,&]|\.(?=\s|$)", " ", form) if "." not in form[:-1] else form


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
