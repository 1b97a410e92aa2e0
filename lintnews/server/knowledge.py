"""What the page asks beside a check: what a rule knows, and which terms there are."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from lintnews.lexicon.cache import rules_dir
from lintnews.linter import Linter
from lintnews.model import RuleInfo
from lintnews.server import glossary
from lintnews.server.messages import Job, Reply, RequestError, as_json

if TYPE_CHECKING:
    from lintnews.server.engine import Engine

_FEW, _MANY = 40, 200  # terms in an answer: unless asked otherwise, and at most
_LONGEST_QUERY = 200  # code points


class Lookup:
    """Finds entries by any of their words: right forms, native forms, rejected forms, ids."""

    def __init__(self, linter: Linter, editable: str = "") -> None:
        self._linter = linter
        self._own = glossary.editable(editable) if editable else {}
        self._editable = os.path.abspath(editable)
        self._rows: list[tuple[str, str, int]] = []  # first form, everything to be found by, number; in small letters

    def find(self, query: str, limit: int) -> tuple[int, list[dict[str, Any]]]:
        """How many entries hold every word of ``query``, and the best of them: those that begin with it first."""
        self._rows = self._rows or sorted(self._row(number) for number in self._linter.lexicon.numbers())
        query = query.casefold()
        words = query.split()
        found = [row for row in self._rows if all(word in row[1] for word in words)]
        found.sort(key=lambda row: (not row[0].startswith(query), f"\n{query}\n" not in row[1], row[0]))
        return len(found), [self._entry(number) for _, _, number in found[:limit]]

    def _row(self, number: int) -> tuple[str, str, int]:
        entry = self._entry(number)
        words = [*entry["en"], *(form for forms in entry["native"].values() for form in forms), *entry["rejects"], entry["id"]]
        return entry["title"].casefold(), "\n".join(["", *words, ""]).casefold(), number

    def _entry(self, number: int) -> dict[str, Any]:
        record = self._linter.lexicon.entry(number)
        variants = record.get("variants", [])
        en = record.get("en", [])
        rejects = dict.fromkeys(form for variant in variants for form in variant.get("forms", ()))
        own = self._own.get(record["id"]) if record["path"] == self._editable else None
        return {
            "id": record["id"],
            "own": own,
            "shape": record["shape"],
            "title": en[0] if en else record["id"].replace("-", " "),
            "en": en,
            "native": record.get("native", {}),
            "rejects": list(rejects),
            "kinds": list(dict.fromkeys(variant["kind"] for variant in variants)),
            "note": record.get("note", "") or record.get("why", ""),
            "source": record.get("source", ""),
            "file": shown_path(record["path"]),
        }


def terms(engine: Engine, job: Job) -> Reply:
    """The entries that hold the words of ``q``, ``limit`` of them. Raises RequestError."""
    query = dict(parse_qsl(job.query))
    try:
        limit = int(query.get("limit", _FEW))
    except ValueError:
        limit = 0
    if not 1 <= limit <= _MANY:
        raise RequestError(400, f'"limit" must be a whole number from 1 to {_MANY}')
    wanted = query.get("q", "")
    if len(wanted) > _LONGEST_QUERY:
        raise RequestError(400, f'"q" has more than {_LONGEST_QUERY} characters; ask for fewer words')
    total, found = engine.lookup.find(wanted, limit)
    return as_json({"total": total, "terms": found})


def rule(engine: Engine, job: Job) -> Reply:
    """All that is known of the rule ``job.name`` (KIND/ID or ID). Raises RequestError when there is none."""
    found = engine.linter.explain(job.name)
    if not found:
        raise RequestError(404, f"no rule {job.name!r}; findings name theirs in \"rule\"")
    return as_json({"rules": [_told(info) for info in found]})


def _told(info: RuleInfo) -> dict[str, Any]:
    examples = [{"text": example.text, "flag": example.flag, "fix": example.fix} for example in info.examples]
    return {**info._asdict(), "origin": shown_path(info.origin), "examples": examples}


def shown_path(path: str) -> str:
    """A rules file as the desk knows it: below rules/, or by its name alone. The rest of the disk is our business."""
    built_in = rules_dir() + os.sep
    return path.removeprefix(built_in).replace(os.sep, "/") if path.startswith(built_in) else os.path.basename(path)
