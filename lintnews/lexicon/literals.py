"""Strings an expression cannot match without: takes a regular expression, gives strings of which one must be present.

Compiling an expression costs a millisecond and a start-up has forty, so the lexicon keeps for each expression the most
telling set of strings that its syntax tree demands. Empty when the tree demands none, or is beyond the standard parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product
from typing import Any

_FEW = 40  # strings a set may have
_MANY = 512  # strings looked at on the way
_LONG = 12  # letters of a string that tell enough
Strings = frozenset[str]


def required(expression: str, exact: bool) -> tuple[str, ...]:
    """Strings of which every match of ``expression`` contains one; in small letters unless ``exact``."""
    try:
        tree = re._parser.parse(expression)  # type: ignore[attr-defined]
    except (re.error, OverflowError, AttributeError):
        return ()
    _, best = _sequence(list(tree))
    found = best if exact else frozenset(text.lower() for text in best)
    found = _shortened(found)
    return tuple(sorted(found)) if found and all(len(text) > 1 for text in found) else ()


def _sequence(items: list[Any]) -> tuple[Strings | None, Strings]:
    """All strings ``items`` can match (None when they are many), and the most telling set that a match contains one of."""
    run: Strings = frozenset([""])
    whole = True
    candidates: list[Strings] = []
    for operation, value in items:
        exact, needed = _item(str(operation), value)
        if exact is not None and len(run) * len(exact) <= _MANY:
            run = frozenset(a + b for a, b in product(run, exact))
            continue
        candidates += [run, needed]
        run, whole = (exact or frozenset([""])), False
    candidates.append(run)
    return (run if whole else None), max(candidates, key=_worth, default=frozenset())


def _item(operation: str, value: Any) -> tuple[Strings | None, Strings]:
    nothing: Strings = frozenset()
    if operation == "LITERAL":
        return frozenset([chr(value)]), nothing
    if operation == "IN":
        return _class(value), nothing
    if operation == "AT" or operation in ("ASSERT", "ASSERT_NOT"):
        return frozenset([""]), nothing
    if operation == "SUBPATTERN":
        return _sequence(list(value[-1]))
    if operation == "ATOMIC_GROUP":
        return _sequence(list(value))
    if operation == "BRANCH":
        return _branch([_sequence(list(branch)) for branch in value[1]])
    if operation in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _repeat(*value)
    return None, nothing


def _class(members: list[Any]) -> Strings | None:
    letters = [chr(value) for operation, value in members if str(operation) == "LITERAL"]
    return frozenset(letters) if len(letters) == len(members) <= 4 else None


def _branch(parts: list[tuple[Strings | None, Strings]]) -> tuple[Strings | None, Strings]:
    exacts = [exact for exact, _ in parts]
    if all(exact is not None for exact in exacts):
        union = frozenset(text for exact in exacts for text in exact or ())
        if len(union) <= _MANY:
            return union, frozenset()
    needed = [max([exact or frozenset(), best], key=_worth) for exact, best in parts]
    if any(_worth(strings) <= 0 for strings in needed):
        return None, frozenset()
    return None, frozenset(text for strings in needed for text in strings)


def _repeat(least: Any, most: Any, body: Any) -> tuple[Strings | None, Strings]:
    exact, needed = _sequence(list(body))
    if int(least) == 0:
        optional = exact is not None and int(most) == 1
        return (frozenset([*exact, ""]) if optional and exact is not None else None), frozenset()
    if int(most) == 1:
        return exact, needed
    return None, max([exact or frozenset(), needed], key=_worth)


def _worth(strings: Iterable[str]) -> float:
    """How telling a set is: the length of its shortest string, less a little for every string."""
    lengths = [len(text.strip()) for text in strings]
    return min(min(lengths), _LONG) - len(lengths) / 40 if lengths and min(lengths) > 0 else 0.0


def _shortened(strings: Strings) -> Strings:
    """The set with its strings cut until they are few: a shorter one is demanded all the same."""
    for length in (_LONG, 8, 6, 5, 4, 3):
        cut = frozenset(text[:length] for text in strings)
        if len(cut) <= _FEW:
            return cut
    return frozenset()
