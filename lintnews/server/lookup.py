"""The terms of the desk and the built-in ones, found by any of their words, as the page shows them."""

from __future__ import annotations

import os
from typing import Any

from lintnews.lexicon.cache import rules_dir
from lintnews.linter import Linter
from lintnews.server import term_form


class Lookup:
    """Finds entries by any of their words: right forms, native forms, rejected forms, ids."""

    def __init__(self, linter: Linter, editable: str = "") -> None:
        self._linter = linter
        self._own = term_form.editable(editable) if editable else {}
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


def shown_path(path: str) -> str:
    """A rules file as the desk knows it: below rules/, or by its name alone. The rest of the disk is our business."""
    built_in = rules_dir() + os.sep
    return path.removeprefix(built_in).replace(os.sep, "/") if path.startswith(built_in) else os.path.basename(path)
