"""The keys of a rules file and their types; takes a parsed TOML table, raises RuleError that names the mend."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from lintnews.errors import RuleError
from lintnews.model import CONFIDENCES, KINDS, SAFETIES, SEVERITIES

NATIVE = ("uk", "ru", "be", "bg", "kk", "ka", "ro", "pl", "cs", "de", "es", "ko", "zh", "fa", "ar", "he", "tr", "fr", "hy", "az")
# Origins whose native forms the glossary does not take.
_OTHERS = tuple("en sr mk ky tg uz tk ja lt lv et fi hu sk nl sv no da it pt".split())
CYRILLIC = frozenset(("uk", "ru", "be", "bg", "kk"))
_COMMON = {
    "id": "id", "note": "text", "why": "text", "source": "text", "enabled": "flag", "near": "cues", "unless": "cues",
    "within": "within", "severity": "severity", "confidence": "confidence", "scope": "scope", "example": "examples",
    "message": "text", "fix": "fix",
} | dict.fromkeys(NATIVE, "list")
SHAPES: dict[str, dict[str, str]] = {
    "term": _COMMON | {"en": "en", "origin": "origin", "reject": "rejects"},
    "confusion": _COMMON | {"sense": "senses", "kind": "kind"},
    "name": _COMMON | {"en": "en", "origin": "origin", "slot": "list", "reject": "forms", "kind": "kind"},
    "rule": _COMMON | {"phrase": "list", "regex": "text", "literal": "list", "suggest": "list", "mark": "number",
                       "case": "case", "kind": "kind"},
}
REJECT = {
    "form": "text", "forms": "list", "near": "cues", "unless": "cues", "within": "within", "severity": "severity",
    "confidence": "confidence", "suggest": "list", "slot": "list", "note": "text",
    "fix": "fix",
}
SENSE = {
    "gloss": "text", "en": "list", "suggest": "list", "near": "cues", "unless": "cues", "slot": "list", "wrong": "list",
    "within": "within", "severity": "severity", "confidence": "confidence", "note": "text",
}
EXAMPLE = {"flag": "text", "pass": "text", "fix": "text", "note": "text"}
CUES = {"words": "cues", "note": "text"}
GAZETTEER = {"origin": "origin", "system": "text", "note": "text", "source": "text", "places": "list"}
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_SCOPES = ("headline", "body", "caption", "chrome", "quote")


class Place:
    """Where in a file an entry stands, to name it in an error: path, the file's lines, first and last of the entry."""

    def __init__(self, path: str, lines: list[str], first: int = 0, end: int = 0) -> None:
        self.path, self.lines, self.first, self.end = path, lines, first, end or len(lines)

    def error(self, message: str, key: str = "") -> RuleError:
        """A RuleError at the line of ``key`` inside the entry, or at the entry's first line."""
        number = self._line(key) if key else self.first
        source = self.lines[number] if number < len(self.lines) else ""
        return RuleError(message, self.path, number + 1, source)

    def _line(self, key: str) -> int:
        pattern = re.compile(rf"(?:^|[\s{{,\[]){re.escape(key)}\s*(?:=|\])")
        for number in range(self.first, self.end):
            if pattern.search(self.lines[number]):
                return number
        return self.first


def check(table: Mapping[str, Any], keys: Mapping[str, str], place: Place, what: str) -> None:
    """Refuse unknown keys (naming the nearest one) and values of the wrong type."""
    for key, value in table.items():
        kind = keys.get(key)
        if kind is None:
            raise place.error(f"unknown key {key!r} in {what}{_nearest(key, keys)}", key)
        problem = _CHECKS[kind](value)
        if problem:
            raise place.error(f"{key!r} of {what} {problem}", key)


def _nearest(word: str, known: Mapping[str, Any] | tuple[str, ...]) -> str:
    import difflib

    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"; did you mean {close[0]!r}?" if close else f"; known are {', '.join(sorted(known))}"


def nearest(word: str, known: Mapping[str, Any] | tuple[str, ...]) -> str:
    """The end of an error sentence: the known word nearest to ``word``, or all of them."""
    return _nearest(word, known)


def _one_of(known: tuple[str, ...]) -> Any:
    return lambda v: "" if v in known else f"must be one of {', '.join(known)}, not {v!r}{_nearest(str(v), known)}"


def _text(value: Any) -> str:
    return "" if isinstance(value, str) else f"must be a string, not {value!r}"


def _list(value: Any) -> str:
    good = isinstance(value, list) and all(isinstance(item, str) for item in value)
    return "" if good else f"must be a list of strings, not {value!r}"


def _forms(value: Any) -> str:
    good = isinstance(value, list) and all(isinstance(item, str | dict) for item in value)
    return "" if good else "must be a list of forms (strings or tables with a form)"


def _tables(value: Any) -> str:
    good = isinstance(value, list) and all(isinstance(item, dict) for item in value)
    return "" if good else "must be a list of tables"


def _id_problem(value: Any) -> str:
    good = isinstance(value, str) and _ID.match(value)
    return "" if good else f"must be lower-case letters, digits and hyphens, not {value!r}"


def _rejects(value: Any) -> str:
    if not isinstance(value, dict):
        return "must be a table: kind = [forms]"
    for kind, forms in value.items():
        if kind not in KINDS:
            return f"names an unknown kind {kind!r}{_nearest(kind, KINDS)}"
        if _forms(forms):
            return f"→ {kind} {_forms(forms)}"
    return ""


_CHECKS: dict[str, Any] = {
    "id": _id_problem,
    "text": _text,
    "list": _list,
    "cues": _list,
    "en": _forms,
    "forms": _forms,
    "senses": _tables,
    "examples": _tables,
    "rejects": _rejects,
    "flag": lambda v: "" if isinstance(v, bool) else f"must be true or false, not {v!r}",
    "number": lambda v: "" if isinstance(v, int) and not isinstance(v, bool) else f"must be a whole number, not {v!r}",
    "within": _one_of(("sentence", "paragraph", "document")),
    "severity": _one_of(SEVERITIES),
    "confidence": _one_of(CONFIDENCES),
    "fix": _one_of(SAFETIES),
    "origin": _one_of((*NATIVE, *_OTHERS)),
    "case": _one_of(("exact", "fold")),
    "kind": _one_of(tuple(KINDS)),
    "scope": lambda v: _list(v) or next((_one_of(_SCOPES)(item) for item in v if item not in _SCOPES), ""),
}
