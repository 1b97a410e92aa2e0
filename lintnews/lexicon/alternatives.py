"""What an expression is recognised by before it is run: takes a regular expression, gives its alternatives.

An expression costs a millisecond to compile and a pass over a paragraph to run; the conditions here are strings to look for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from lintnews.lexicon.literals import begun, demanded, tree_of
from lintnews.lexicon.sketches import Phrase, Sketcher

_WORD = 64  # code points that ``\w+``, ``\s*`` and the like are taken to match at most
_FAR = 1_000  # code points that any expression is taken to match at most
_MOST = 24  # alternatives an expression is split into
_LETTERS = ("CATEGORY_WORD", "CATEGORY_DIGIT", "CATEGORY_SPACE")
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


class Alternative(NamedTuple):
    """One way an expression can match."""

    phrases: tuple[Phrase, ...]  # one of them stands in every match; () when none are sure
    sets: list[tuple[str, ...]]  # one string of each set stands in every match
    openings: tuple[str, ...]  # what a line begins with that it matches, if it matches from the start of a line
    of_line: bool  # every match is a line, or the beginning of one if all alternatives are
    digit: bool  # every match holds a digit
    width: int  # code points of the longest match


def alternatives(expression: str, exact: bool, sketcher: Sketcher) -> list[Alternative]:
    """The alternatives of ``expression``, with the rare phrases that ``sketcher`` finds.

    An alternative without phrases is split further, so that few are.
    """
    exact = exact and "(?i" not in expression
    trees = list(_with_phrases(tree_of(expression), sketcher))
    all_begin = all(_begins(tree) for tree, _ in trees)
    return [
        Alternative(
            found, demanded(tree, exact), begun(tree), all_begin or (_begins(tree) and _ends(tree)), _has_digit(tree),
            min(_width(tree), _FAR),
        )
        for tree, found in trees
    ]  # fmt: skip


def _with_phrases(tree: list[Any], sketcher: Sketcher) -> Iterator[tuple[list[Any], tuple[Phrase, ...]]]:
    """The alternatives of ``tree`` with their phrases."""
    waiting = [(part, sketcher.phrases(part)) for part in list(_split(tree)) or [tree]]
    done = 0
    while waiting:
        part, found = waiting.pop()
        parts = [] if found else list(_split(part))
        few = len(parts) + len(waiting) + done < _MOST
        known = [(smaller, sketcher.phrases(smaller)) for smaller in parts] if few else []
        if any(found for _, found in known):
            waiting += known
        else:
            done += 1
            yield part, found


def _begins(tree: list[Any]) -> bool:
    return bool(tree) and str(tree[0][1]).startswith("AT_BEGINNING")


def _ends(tree: list[Any]) -> bool:
    return bool(tree) and str(tree[-1][1]).startswith("AT_END")


def _split(tree: list[Any]) -> Iterator[list[Any]]:
    """The trees that ``tree`` is the choice of, by its first group of alternatives; nothing when it has none."""
    for place, (operation, value) in enumerate(tree):
        inside = list(value[-1]) if str(operation) == "SUBPATTERN" else [(operation, value)]
        if len(inside) == 1 and str(inside[0][0]) == "BRANCH":
            for branch in inside[0][1][1]:
                yield [*tree[:place], *branch, *tree[place + 1 :]]
            return


def _has_digit(tree: Iterable[Any]) -> bool:
    return any(_is_digit(str(operation), value) for operation, value in tree)


def _is_digit(operation: str, value: Any) -> bool:
    if operation == "LITERAL":
        return chr(value).isdigit()
    if operation == "IN":
        return all(_is_digit_class(str(kind), member) for kind, member in value)
    if operation == "SUBPATTERN" or (operation in _REPEATS and int(value[0]) > 0):
        return _has_digit(value[-1])
    return operation == "BRANCH" and all(_has_digit(branch) for branch in value[1])


def _is_digit_class(kind: str, member: Any) -> bool:
    if kind == "RANGE":
        return chr(member[0]).isdigit() and chr(member[1]).isdigit()
    return str(member) == "CATEGORY_DIGIT" or (kind == "LITERAL" and chr(member).isdigit())


def _width(tree: Iterable[Any]) -> int:
    return sum(_item_width(str(operation), value) for operation, value in tree)


def _item_width(operation: str, value: Any) -> int:
    if operation in ("AT", "ASSERT_NOT"):
        return 0
    if operation in ("LITERAL", "NOT_LITERAL", "IN", "ANY", "CATEGORY"):
        return 1
    if operation == "BRANCH":
        return max(map(_width, value[1]), default=0)
    if operation in ("SUBPATTERN", "ASSERT"):
        return _width(value[-1])
    if operation == "ATOMIC_GROUP":
        return _width(value)
    if operation in _REPEATS:
        return _repeated_width(int(value[1]), list(value[2]))
    return _FAR


def _repeated_width(most: int, body: list[Any]) -> int:
    """A run of letters, digits or spaces is as long as words are; any other run without a limit can be of any length."""
    width = _width(body)
    if most * width <= _FAR:
        return most * width
    single = str(body[0][0]) == "IN" and len(body) == 1 and str(body[0][1][0][0]) != "NEGATE"
    return min(_WORD, most * width) if single else _FAR
