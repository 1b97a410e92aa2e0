"""Gazetteers: lists of places whose only errors are spellings through another language. Takes a file, gives Entry values.

A gazetteer is a TOML file of the folder ``gazetteer``: ``origin`` (whose names they are), ``system`` (the romanization
English news spells them by) and ``places``, the native names. A place that needs more (cues, forms of its own, examples)
is a ``[[term]]``.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from lintnews.lexicon import schema
from lintnews.lexicon.cache import rules_dir
from lintnews.lexicon.entries import Entry
from lintnews.lexicon.romanize import System, romanize, systems

FOLDER = "gazetteer"
_NOT_IN_ID = re.compile("[^a-z0-9]+")


def read(path: str, table: dict[str, Any], lines: list[str]) -> Iterator[Entry]:
    """The places of a file that was read as ``table`` from ``lines``. Raises RuleError."""
    place = schema.Place(path, lines)
    schema.check(table, schema.GAZETTEER, place, "a gazetteer")
    origin, system = table.get("origin", ""), _systems().get(table.get("system", ""))
    if system is None or system.language != origin:
        known = ", ".join(name for name, system in _systems().items() if origin in ("", system.language))
        raise place.error(f"a gazetteer needs origin and a system of that language, such as {known}", "system")
    numbers = {line.strip().rstrip(",").strip('"'): number for number, line in enumerate(lines, 1)}
    for native in table.get("places", ()):
        english = romanize(native, system).replace("'", "").replace("\u2019", "")
        yield Entry(
            "term", "place-" + _NOT_IN_ID.sub("-", english.lower()).strip("-"), path, numbers.get(native, 0), en=(english,),
            native=((origin, (native,)),), origin=origin, minor=True,
        )  # fmt: skip


@cache
def _systems() -> dict[str, System]:
    return systems(os.path.join(rules_dir(), "romanization"))
