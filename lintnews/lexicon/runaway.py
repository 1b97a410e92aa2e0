"""Which expressions cannot run away: takes a regular expression, says whether the standard `re` may be trusted with it.

`regex` has a time limit and takes as long to import as an article takes to lint. An expression whose cost is bounded by the
text it is given needs no limit: at most one part of it may be of any length, so that what it tries grows with the square of
a paragraph and no faster. A part that can only end in one place, for nothing that may follow begins as it goes on, counts as
one of a fixed length ("word by word to the end of a name").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from lintnews.lexicon.literals import tree_of

_LONG = 64  # repetitions from which a part counts as being of any length
_FEW = 3  # repetitions of what can itself match in several ways
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_SIGNS = ("LITERAL", "NOT_LITERAL", "IN", "ANY", "CATEGORY")
# One sign or more of every class that an expression may name: what two parts have in common shows in these.
_SAMPLE = frozenset(chr(code) for code in range(9, 127)) | frozenset("\u00a0\u00a9éжЖ–—‘’“”„«»…•·№")


def is_tame(expression: str) -> bool:
    """Whether `re` reads ``expression`` and no text makes it slow."""
    try:
        re.compile(expression, re.MULTILINE)
    except (re.error, OverflowError):
        return False
    tree = tree_of(expression)
    long, nested = _long(tree, [])
    return bool(tree) and not nested and long <= 1


def _long(items: Sequence[Any], after: Sequence[Any]) -> tuple[int, bool]:
    """How many parts of any length follow one another, and whether one stands within another repeated part.

    ``after`` is what follows ``items``.
    """
    total, nested = 0, False
    for place, (operation, value) in enumerate(items):
        count, deep = _item(str(operation), value, [*items[place + 1 :], *after])
        total, nested = total + count, nested or deep
    return total, nested


def _item(operation: str, value: Any, after: Sequence[Any]) -> tuple[int, bool]:
    if operation == "SUBPATTERN":
        return _long(value[-1], after)
    if operation in ("ASSERT", "ASSERT_NOT"):
        return _long(value[1], [])
    if operation == "ATOMIC_GROUP":
        return _long(value, after)
    if operation == "BRANCH":
        counts = [_long(branch, after) for branch in value[1]]
        return max(count for count, _ in counts), any(deep for _, deep in counts)
    if operation in _REPEATS:
        least, most, body = int(value[0]), int(value[1]), list(value[2])
        inside, deep = _long(body, [*body, *after] if most > 1 else after)
        if most >= _LONG:
            settled = not _is_open(body) and _ends_once(body, after)
            return inside + (not settled), deep or inside > 0 or _is_open(body)
        return inside * most, deep or (most > 1 and most > least and inside > 0) or (most > _FEW and _is_loose(body, body))
    return 0, operation == "GROUPREF_EXISTS"


def _is_loose(items: Sequence[Any], after: Sequence[Any]) -> bool:
    """Whether a part of ``items`` may end in several places, with ``after`` behind them."""
    for place, (operation, value) in enumerate(items):
        following = [*items[place + 1 :], *after]
        if str(operation) in _REPEATS:
            body = list(value[2])
            if int(value[1]) > int(value[0]) and not _ends_once(body, following):
                return True
            bodies = [body]
        else:
            bodies = [list(value[-1])] if str(operation) == "SUBPATTERN" else value[1] if str(operation) == "BRANCH" else []
        if any(_is_loose(body, following) for body in bodies):
            return True
    return False


def _is_open(body: Sequence[Any]) -> bool:
    """Whether a repeated body can itself match in several ways: what is repeated without a limit must be a single sign."""
    return len(body) != 1 or str(body[0][0]) not in _SIGNS


def _ends_once(body: Sequence[Any], after: Sequence[Any]) -> bool:
    """Whether no sign that ``body`` matches may begin ``after``; what ends an expression is never tried again."""
    if not after:
        return True
    following, empty = _first(after)
    return not empty and following.isdisjoint(_first(body)[0])


def _first(items: Iterable[Any]) -> tuple[frozenset[str], bool]:
    """The signs of the sample with which what ``items`` match may begin, and whether they may match nothing."""
    found: frozenset[str] = frozenset()
    for operation, value in items:
        signs, empty = _first_of(str(operation), value)
        found |= signs
        if not empty:
            return found, False
    return found, True


def _first_of(operation: str, value: Any) -> tuple[frozenset[str], bool]:
    if operation in _SIGNS:
        return frozenset(sign for sign in _SAMPLE if _fits(operation, value, sign)), False
    if operation == "AT":
        return (frozenset("\n"), False) if str(value).startswith("AT_END") else (frozenset(), True)
    if operation == "ASSERT" and value[0] > 0:
        return _first(value[1])
    if operation in ("ASSERT", "ASSERT_NOT"):
        return frozenset(), True
    if operation == "SUBPATTERN":
        return _first(value[-1])
    if operation == "ATOMIC_GROUP":
        return _first(value)
    if operation == "BRANCH":
        ways = [_first(branch) for branch in value[1]]
        return frozenset().union(*(signs for signs, _ in ways)), any(empty for _, empty in ways)
    if operation in _REPEATS:
        signs, empty = _first(value[2])
        return signs, empty or int(value[0]) == 0
    return _SAMPLE, False  # a reference to a group, or what is unknown here


def _fits(operation: str, value: Any, sign: str) -> bool:
    """Whether a sign of an expression matches ``sign``, letters in either case."""
    if operation == "LITERAL":
        return chr(value).lower() == sign.lower()
    if operation == "NOT_LITERAL":
        return chr(value) != sign
    if operation == "ANY":
        return sign != "\n"
    if operation == "CATEGORY":
        return _of_category(str(value), sign)
    members = [(str(kind), member) for kind, member in value]
    inside = any(_is_member(kind, member, sign) for kind, member in members)
    return inside != any(kind == "NEGATE" for kind, _ in members)


def _is_member(kind: str, member: Any, sign: str) -> bool:
    if kind == "RANGE":
        return any(member[0] <= ord(case) <= member[1] for case in (sign.lower(), sign.upper()) if len(case) == 1)
    if kind == "LITERAL":
        return chr(member).lower() == sign.lower()
    return kind == "CATEGORY" and _of_category(str(member), sign)


def _of_category(name: str, sign: str) -> bool:
    classes = {"SPACE": sign.isspace(), "DIGIT": sign.isdigit(), "WORD": sign.isalnum() or sign == "_"}
    found = next((fits for part, fits in classes.items() if name.endswith(part)), True)
    return found != ("NOT_" in name) if name.endswith(tuple(classes)) else True
