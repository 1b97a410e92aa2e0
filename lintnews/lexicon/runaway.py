"""Which expressions cannot run away: takes a regular expression, says whether the standard `re` may be trusted with it.

`regex` has a time limit and takes as long to import as an article takes to lint. An expression whose cost is bounded by the
text it is given needs no limit: at most one part of it may be of any length, so that what it tries grows with the square of
a paragraph and no faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from lintnews.lexicon.literals import tree_of

_LONG = 64  # repetitions from which a part counts as being of any length
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


def is_tame(expression: str) -> bool:
    """Whether `re` reads ``expression`` and no text makes it slow."""
    try:
        re.compile(expression, re.MULTILINE)
    except (re.error, OverflowError):
        return False
    tree = tree_of(expression)
    long, nested = _long(tree)
    return bool(tree) and not nested and long <= 1


def _long(items: Iterable[Any]) -> tuple[int, bool]:
    """How many parts of any length follow one another, and whether one stands within another repeated part."""
    total, nested = 0, False
    for operation, value in items:
        count, deep = _item(str(operation), value)
        total, nested = total + count, nested or deep
    return total, nested


def _item(operation: str, value: Any) -> tuple[int, bool]:
    if operation == "SUBPATTERN":
        return _long(value[-1])
    if operation in ("ASSERT", "ASSERT_NOT"):
        return _long(value[1])
    if operation == "ATOMIC_GROUP":
        return _long(value)
    if operation == "BRANCH":
        counts = [_long(branch) for branch in value[1]]
        return max(count for count, _ in counts), any(deep for _, deep in counts)
    if operation in _REPEATS:
        inside, deep = _long(value[2])
        repeated, varies = int(value[1]) > 1, int(value[1]) > int(value[0])
        if int(value[1]) >= _LONG:
            return inside + 1, deep or inside > 0 or _is_open(value[2])
        return (inside * int(value[1]), deep or (repeated and varies and inside > 0))
    return 0, operation == "GROUPREF_EXISTS"


def _is_open(body: Any) -> bool:
    """Whether a repeated body can itself match in several ways: what is repeated without a limit must be a single sign."""
    return len(list(body)) != 1 or str(next(iter(body))[0]) not in ("IN", "LITERAL", "NOT_LITERAL", "ANY", "CATEGORY")
