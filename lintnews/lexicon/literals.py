"""Strings an expression cannot match without: takes a regular expression, gives strings of which one must be present.

Compiling an expression costs a millisecond and a start-up has forty, so the lexicon keeps for each expression the most
telling sets of strings that its syntax tree demands, and what a line it describes begins with. Empty when the tree
demands none, or is beyond the standard parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product
from typing import Any

from lintnews.lexicon.marks import MARGIN

_FEW = 60  # strings a set may have
_MANY = 512  # strings looked at on the way
_LONG = 12  # letters of a string that tell enough
_SETS = 5  # sets kept of an expression
Strings = frozenset[str]
_DIGITS: Strings = frozenset("0123456789")


def required(expression: str, exact: bool) -> tuple[str, ...]:
    """Strings of which every match of ``expression`` contains one; in small letters unless ``exact``."""
    return next((found for found in demands(expression, exact) if all(len(text) > 1 for text in found)), ())


def demands(expression: str, exact: bool) -> list[tuple[str, ...]]:
    """Sets of strings of each of which every match, with what must follow it, contains one; small letters unless ``exact``.

    The most telling ones come first.
    """
    return demanded(tree_of(expression), exact and "(?i" not in expression)


def demanded(tree: list[Any], exact: bool) -> list[tuple[str, ...]]:
    """``demands`` of a syntax tree."""
    _, candidates = _parts(tree)
    if not exact:
        candidates = [frozenset(text.lower() for text in strings) for strings in candidates]
    cut = {bare(found) for strings in candidates if (found := _shortened(strings)) and worth(found) > 0}
    best = sorted(cut, key=lambda found: (-worth(found), sorted(found)))[:_SETS]
    return [tuple(sorted(found)) for found in best]


def bare(strings: Strings) -> Strings:
    """The set without strings that hold another of it: looking for the shorter one finds them too."""
    return frozenset(text for text in strings if not any(other in text for other in strings if other != text))


def openings(expression: str) -> tuple[str, ...]:
    """Small-letter strings with one of which a line that ``expression`` matches begins, white space and bullets aside."""
    return begun(tree_of(expression))


def begun(tree: list[Any]) -> tuple[str, ...]:
    """``openings`` of a syntax tree."""
    found = {text.lower().lstrip(MARGIN)[:_LONG] for text in _after_margin(tree, False)}
    return tuple(sorted(found)) if all(found) else ()


def _after_margin(items: list[Any], anchored: bool) -> Strings:
    """``_heads`` of what stands behind the start of a line; the empty string when that is not the start of ``items``."""
    while items:
        operation, value = str(items[0][0]), items[0][1]
        if operation == "BRANCH":
            return frozenset(text for part in value[1] for text in _after_margin([*part, *items[1:]], anchored))
        if operation == "AT" and str(value).startswith("AT_BEGINNING"):
            anchored = True
        elif not (anchored and _is_margin(operation, value)):
            break
        items = items[1:]
    return _heads(items) if anchored else frozenset([""])


def tree_of(expression: str) -> list[Any]:
    """The syntax tree of ``expression`` as `re` parses it; empty when that cannot."""
    try:
        return list(re._parser.parse(expression))  # type: ignore[attr-defined]
    except (re.error, OverflowError, AttributeError):
        return []


def _is_margin(operation: Any, value: Any) -> bool:
    """Whether an item matches nothing but white space and bullets, if anything."""
    if str(operation) not in ("MAX_REPEAT", "MIN_REPEAT"):
        return False
    body = list(value[2])
    members = body[0][1] if len(body) == 1 and str(body[0][0]) == "IN" else body
    return all(
        str(what) == "CATEGORY_SPACE" if str(kind) == "CATEGORY" else str(kind) == "LITERAL" and chr(what) in MARGIN
        for kind, what in members
    )


def _heads(items: list[Any]) -> Strings:
    """Strings with one of which whatever ``items`` match begins; may hold the empty string."""
    heads: Strings = frozenset([""])
    for operation, value in items:
        exact, _ = (_DIGITS, None) if _is_digit(str(operation), value) else _item(str(operation), value)
        following = exact if exact is not None else _branch_heads(str(operation), value)
        if len(heads) * len(following) > _MANY or (following == _DIGITS and heads != {""}):
            break  # behind letters, a digit tells little more
        heads = frozenset(a + b for a, b in product(heads, following))
        if exact is None:
            break
    return heads


def _is_digit(operation: str, value: Any) -> bool:
    return operation == "IN" and [str(member) for _, member in value] == ["CATEGORY_DIGIT"]


def _branch_heads(operation: str, value: Any) -> Strings:
    if operation == "SUBPATTERN" or (operation in ("MAX_REPEAT", "MIN_REPEAT") and int(value[0]) > 0):
        return _heads(list(value[-1]))
    if operation == "BRANCH":
        return frozenset(text for branch in value[1] for text in _heads(list(branch)))
    return frozenset([""])


def _sequence(items: list[Any]) -> tuple[Strings | None, Strings]:
    """All strings ``items`` can match (None when they are many), and the most telling set that a match contains one of."""
    whole, candidates = _parts(items)
    return whole, max(candidates, key=worth, default=frozenset())


def _parts(items: list[Any]) -> tuple[Strings | None, list[Strings]]:
    """All strings ``items`` can match (None when they are many), and sets of each of which a match contains one."""
    run: Strings = frozenset([""])
    whole = True
    candidates: list[Strings] = []
    for operation, value in items:
        if str(operation) == "ASSERT" and value[0] > 0:  # what is seen behind a match stands there as well
            candidates += (found or frozenset() for found in _sequence(list(value[1])))
        exact, needed = _item(str(operation), value)
        if exact is not None and len(run) * len(exact) <= _MANY:
            run = frozenset(a + b for a, b in product(run, exact))
            continue
        candidates += [run, needed]
        run, whole = (exact or frozenset([""])), False
    candidates.append(run)
    return (run if whole else None), candidates


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
    needed = [max([exact or frozenset(), best], key=worth) for exact, best in parts]
    if any(worth(strings) <= 0 for strings in needed):
        return None, frozenset()
    return None, frozenset(text for strings in needed for text in strings)


def _repeat(least: Any, most: Any, body: Any) -> tuple[Strings | None, Strings]:
    exact, needed = _sequence(list(body))
    if int(least) == 0:
        optional = exact is not None and int(most) == 1
        return (frozenset([*exact, ""]) if optional and exact is not None else None), frozenset()
    if int(most) == 1:
        return exact, needed
    return None, max([exact or frozenset(), needed], key=worth)


def worth(strings: Iterable[str]) -> float:
    """How telling a set is: the length of its shortest string, less a little for every string."""
    lengths = [len(text.strip()) for text in strings]
    return min(min(lengths), _LONG) - len(lengths) / 40 if lengths and min(lengths) > 0 else 0.0


def _shortened(strings: Strings) -> Strings:
    """The set with its strings cut until they are few: a shorter one is demanded all the same."""
    for length in (_LONG, 8, 6, 5, 4, 3, 2, 1):
        cut = frozenset(text[:length] for text in strings)
        if len(cut) <= _FEW and (length > 2 or not any(map(str.isalnum, "".join(cut)))):
            return cut
    return frozenset()
