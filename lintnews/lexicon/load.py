"""Rules files to entries: takes paths of TOML files, gives Entry and CueSet values, raises RuleError."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from typing import Any

from lintnews.errors import RuleError
from lintnews.lexicon import gazetteer, schema
from lintnews.lexicon.entries import CueSet, Entry, Variant
from lintnews.model import KINDS, Example

_OFFERED = 3  # right forms of a term that a finding offers, the preferred one first
_HEADER = re.compile(r"\s*\[\[\s*(term|confusion|name|rule)\s*\]\]")
_LATIN = re.compile("[A-Za-z]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_DIGITLESS = re.compile(r"\w*[^\W\d_]\w*")


def load(paths: Iterable[str]) -> tuple[list[Entry], list[CueSet]]:
    """Read rules files. A later entry with the id of an earlier one of the same call is an error (RuleError)."""
    entries: list[Entry] = []
    cues: list[CueSet] = []
    seen: dict[str, Entry] = {}
    for path in paths:
        for item in read_file(path):
            if isinstance(item, CueSet):
                cues.append(item)
                continue
            if item.id in seen:
                other = seen[item.id]
                raise RuleError(f"the id {item.id!r} is taken by {other.path}:{other.line}; choose another", path, item.line)
            seen[item.id] = item
            entries.append(item)
    return entries, cues


def read_file(path: str) -> Iterator[Entry | CueSet]:
    """The entries of one file, in order; a file in a folder ``cues`` is one cue set. Raises RuleError."""
    text = _text_of(path)
    lines = text.splitlines()
    table = _parse(path, text, lines)
    if os.path.basename(os.path.dirname(path)) == "cues":
        schema.check(table, schema.CUES, schema.Place(path, lines), "a cue set")
        yield CueSet(_stem(path), tuple(table.get("words", ())), path)
        return
    if os.path.basename(os.path.dirname(path)) == gazetteer.FOLDER:
        yield from gazetteer.read(path, table, lines)
        return
    unknown = [key for key in table if key not in schema.SHAPES]
    if unknown:
        raise schema.Place(path, lines).error(
            f"unknown entry [[{unknown[0]}]]{schema.nearest(unknown[0], schema.SHAPES)}", unknown[0]
        )
    blocks = _blocks(lines)
    for shape in schema.SHAPES:
        for number, raw in enumerate(table.get(shape, ())):
            first, end = blocks[shape][number] if number < len(blocks[shape]) else (0, len(lines))
            yield entry(shape, raw, schema.Place(path, lines, first, end))


def _text_of(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except OSError as error:
        raise RuleError(f"cannot be read ({error.strerror}); check the path", path) from error
    except UnicodeDecodeError as error:
        raise RuleError("is not UTF-8; save it as UTF-8", path) from error


def _parse(path: str, text: str, lines: list[str]) -> dict[str, Any]:
    import tomli  # its compiled parser reads the built-in rules several times faster than tomllib

    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        match = re.search(r"at line (\d+)", str(error))
        number = int(match[1]) if match else 0
        source = lines[number - 1] if 0 < number <= len(lines) else ""
        raise RuleError(f"is not valid TOML: {error}", path, number, source) from error


def _blocks(lines: list[str]) -> dict[str, list[tuple[int, int]]]:
    starts = [(n, match[1]) for n, line in enumerate(lines) if (match := _HEADER.match(line))]
    blocks: dict[str, list[tuple[int, int]]] = {shape: [] for shape in schema.SHAPES}
    for place, (number, shape) in enumerate(starts):
        end = starts[place + 1][0] if place + 1 < len(starts) else len(lines)
        blocks[shape].append((number, end))
    return blocks


def _stem(path: str) -> str:
    return os.path.splitext(os.path.basename(path))[0]


def entry(shape: str, raw: dict[str, Any], place: schema.Place) -> Entry:
    """One TOML table as an Entry. Raises RuleError at the line that is wrong."""
    what = f"[[{shape}]]"
    schema.check(raw, schema.SHAPES[shape], place, what)
    if "id" not in raw:
        raise place.error(f"{what} has no id; give it one (lower case, hyphens)")
    native = tuple((language, tuple(raw[language])) for language in schema.NATIVE if language in raw)
    _check_scripts(native, place)
    en = _english(raw.get("en", ()), place)
    enabled = raw.get("enabled", True)
    if enabled and shape in ("term", "name") and not en:
        raise place.error(f"{what} {raw['id']!r} has no en; give the right English form")
    made = Entry(
        shape, raw["id"], place.path, place.first + 1, (), en, native, raw.get("origin", ""),
        tuple(raw.get("near", ())), tuple(raw.get("unless", ())), raw.get("within", ""), tuple(raw.get("scope", ())),
        raw.get("message", ""), raw.get("why", ""), raw.get("note", ""), raw.get("source", ""),
        _examples(raw, place), enabled,
    )  # fmt: skip
    if not enabled:
        return made  # it takes the place of the entry of this id, and says nothing
    variants = tuple(
        v._replace(
            severity=v.severity or raw.get("severity", ""),
            confidence=v.confidence or raw.get("confidence", ""),
            fix=v.fix or raw.get("fix", ""),
        )
        for v in _VARIANTS[shape](made, raw, place)
    )
    if variants:
        _owes_examples(made, place)
    return made._replace(variants=variants)


def _english(values: Iterable[Any], place: schema.Place) -> tuple[str, ...]:
    forms: list[str] = []
    for value in values:
        if isinstance(value, str):
            forms.append(value)
        elif set(value) <= {"American", "British"} and all(isinstance(form, str) for form in value.values()):
            forms += [value[spelling] for spelling in ("American", "British") if spelling in value]
        else:
            raise place.error("a table in en may have the keys American and British only", "en")
    return tuple(forms)


def _check_scripts(native: tuple[tuple[str, tuple[str, ...]], ...], place: schema.Place) -> None:
    for language, forms in native:
        if language in schema.CYRILLIC and forms and not any(map(_CYRILLIC.search, forms)):
            raise place.error(f"the {language} form {forms[0]!r} has no Cyrillic letter; write it as in {language}", language)
        for form in forms:
            mixed = [word for word in _DIGITLESS.findall(form) if _LATIN.search(word) and _CYRILLIC.search(word)]
            if mixed:
                raise place.error(f"{mixed[0]!r} mixes Latin and Cyrillic letters; retype it", language)
            if language in ("pl", "cs", "de", "es", "fr", "ro", "tr", "az") and _CYRILLIC.search(form):
                raise place.error(f"the {language} form {form!r} is in Cyrillic letters; write it in Latin ones", language)


def _examples(raw: dict[str, Any], place: schema.Place) -> tuple[Example, ...]:
    examples = []
    for item in raw.get("example", ()):
        schema.check(item, schema.EXAMPLE, place, "an example")
        if ("flag" in item) == ("pass" in item):
            raise place.error("an example has either flag or pass", "example")
        examples.append(Example(item.get("flag", item.get("pass", "")), "flag" in item, item.get("fix", "")))
    return tuple(examples)


def _owes_examples(made: Entry, place: schema.Place) -> None:
    for flag, word in ((True, "flag"), (False, "pass")):
        if not any(example.flag is flag for example in made.examples):
            raise place.error(f"{made.id!r} lists forms and has no example with {word}; add [[{made.shape}.example]]")


def _term(made: Entry, raw: dict[str, Any], place: schema.Place) -> Iterator[Variant]:
    for kind, items in raw.get("reject", {}).items():
        plain = tuple(item for item in items if isinstance(item, str))
        if plain:
            yield Variant(kind, plain, suggest=made.en[:_OFFERED])
        for item in items:
            if isinstance(item, dict):
                yield _reject(kind, item, made, place)


def _reject(kind: str, item: dict[str, Any], made: Entry, place: schema.Place) -> Variant:
    schema.check(item, schema.REJECT, place, "a reject")
    forms = tuple(item.get("forms", ())) or ((item["form"],) if "form" in item else ())
    if not forms:
        raise place.error(f"a reject of {made.id!r} has no form", "reject")
    slots = tuple(item.get("slot", ()))
    return Variant(
        kind, slots or forms, forms if slots else (), tuple(item.get("suggest", ())) or made.en[:_OFFERED],
        _maybe(item, "near"), _maybe(item, "unless"), (), item.get("within", ""), item.get("severity", ""),
        item.get("confidence", ""), bool(slots), fix=item.get("fix", ""),
    )  # fmt: skip


def _maybe(item: dict[str, Any], key: str) -> tuple[str, ...] | None:
    return tuple(item[key]) if key in item else None


def _name(made: Entry, raw: dict[str, Any], place: schema.Place) -> Iterator[Variant]:
    kind = raw.get("kind", "literal-name")
    slots = tuple(raw.get("slot", ()))
    plain = tuple(item for item in raw.get("reject", ()) if isinstance(item, str))
    if plain:
        yield Variant(kind, slots or plain, plain if slots else (), made.en[:_OFFERED], slot=bool(slots))
    for item in raw.get("reject", ()):
        if isinstance(item, dict):
            item = item if "slot" in item else item | {"slot": list(slots)}
            yield _reject(kind, item, made, place)


def _confusion(made: Entry, raw: dict[str, Any], place: schema.Place) -> Iterator[Variant]:
    kind = raw.get("kind", "homograph")
    senses = raw.get("sense", ())
    for sense in senses:
        schema.check(sense, schema.SENSE, place, "a sense")
    for meant in senses:
        others = [other for other in senses if other is not meant]
        suggest = tuple(meant.get("en", ())) or tuple(meant.get("suggest", ()))
        own = made.unless + tuple(meant.get("unless", ()))
        options = {key: meant.get(key, "") for key in ("within", "severity", "confidence", "gloss")}
        wrong = tuple(meant.get("wrong", ()))
        english = tuple(form for other in others for form in other.get("en", ()))
        against = tuple(cue for other in others for cue in other.get("near", ()))
        if meant.get("slot"):
            fill = english + wrong
            if not fill and any("{}" in slot for slot in meant["slot"]):
                raise place.error(f"a slot of {made.id!r} has nothing to stand in it: give another sense en, or wrong", "slot")
            yield Variant(kind, tuple(meant["slot"]), fill, suggest, (), own, against, slot=True, **options)
        if meant.get("near"):
            if wrong:
                yield Variant(kind, _lemmas(wrong), (), suggest, tuple(meant["near"]), own, against, **options)
            for other in others:
                if other.get("en"):
                    unless = own + tuple(other.get("near", ())) + tuple(other.get("unless", ()))
                    yield Variant(kind, _lemmas(other["en"]), (), suggest, tuple(meant["near"]), unless, **options)


def _lemmas(forms: Iterable[str]) -> tuple[str, ...]:
    return tuple(form if form.endswith(("~", "=", ")", "?")) else form + "~" for form in forms)


def _rule(made: Entry, raw: dict[str, Any], place: schema.Place) -> Iterator[Variant]:
    parts = (_stem(place.path), *reversed(place.path.split(os.sep)))
    kind = raw.get("kind") or next((part for part in parts if part in KINDS), "")
    if not kind:
        raise place.error("which kind is this rule of? Put the file in rules/patterns/<kind>/ or give kind = ", "id")
    suggest = tuple(raw.get("suggest", ()))
    if "phrase" in raw:
        yield Variant(kind, tuple(raw["phrase"]), suggest=suggest)
    if "regex" in raw:
        if not raw.get("literal"):
            raise place.error(f"the regex of {made.id!r} needs literal: strings of which one must stand in the copy", "regex")
        yield Variant(
            kind, suggest=suggest, regex=raw["regex"], literal=tuple(raw["literal"]), mark=raw.get("mark", 0),
            exact=raw.get("case") == "exact",
        )  # fmt: skip
    if not {"phrase", "regex"} & set(raw):
        raise place.error(f"{made.id!r} has neither phrase nor regex", "id")


_VARIANTS: dict[str, Any] = {"term": _term, "name": _name, "confusion": _confusion, "rule": _rule}
