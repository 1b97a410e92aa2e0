"""What an expression is recognised by before it is run: takes a regular expression, gives its alternatives.

An expression costs a millisecond to compile and a pass over a paragraph to run; the conditions here are strings to look for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from lintnews.lexicon.literals import bare, begun, demanded, tree_of, worth
from lintnews.lexicon.marks import FAR, HYPHEN
from lintnews.lexicon.sketches import Phrase, Sketcher

_WORD = 64  # code points that ``\w+``, ``\s*`` and the like are taken to match at most
_MOST = 24  # alternatives an expression is split into
_TELLING = 2.5  # worth from which a set of strings tells places apart
_LETTERS = ("CATEGORY_WORD", "CATEGORY_DIGIT")
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")

Set = tuple[str, ...]


class Alternative(NamedTuple):
    """One way an expression can match, or several that are recognised by the same."""

    phrases: tuple[Phrase, ...]  # one of them stands in every match; () when none are sure
    low: tuple[Set, ...]  # of each, a string in small letters stands in every match; those with few strings first
    plain: tuple[Set, ...]  # the same of strings that stand there as they are
    openings: Set  # what a line begins with that it matches, if it matches from the start of a line
    of_line: bool  # every match is a line, or the beginning of one if all alternatives are
    digit: bool  # every match holds a digit
    before: int  # code points of the longest match before the phrase that calls for it
    after: int  # code points of the longest match behind that phrase, with what an expression looks at behind a match


def alternatives(expression: str, exact: bool, sketcher: Sketcher, literal: Set = ()) -> list[Alternative]:
    """The alternatives of ``expression``, with the rare phrases that ``sketcher`` finds.

    An alternative without phrases is split further, so that few are. ``literal`` are strings of which one has to stand near
    a match: small letters in either case, capitals as they are.
    """
    exact = exact and "(?i" not in expression
    trees = list(_with_phrases(tree_of(expression), sketcher))
    all_begin = all(_begins(tree) for tree, _ in trees)
    rows = [
        Alternative(
            found, *_strings(tree, exact, literal), begun(tree),
            all_begin or (_begins(tree) and _ends(tree)), _has_digit(tree), *_reach(tree, found, sketcher),
        )
        for tree, found in trees
    ]  # fmt: skip
    return _together(rows)


def _strings(tree: list[Any], exact: bool, literal: Set) -> tuple[tuple[Set, ...], tuple[Set, ...]]:
    """The sets of ``tree``, and ``literal`` where none of them sees to it: in small letters, and as they are."""
    sets = demanded(tree, exact)
    low, plain = ([], sets) if exact else (sets, [])
    if literal and not any(all(any(_holds(text, part) for part in literal) for text in strings) for strings in sets):
        if any(part == part.lower() for part in literal):
            low = [*low, tuple(sorted(bare(frozenset(part.lower() for part in literal))))]
        else:
            plain = [*plain, literal]
    return tuple(sorted(low, key=len)), tuple(sorted(plain, key=len))


def _holds(text: str, part: str) -> bool:
    return part in text or part in text.lower()


def _together(rows: Iterable[Alternative]) -> list[Alternative]:
    """``rows`` with one row for those that a text cannot well tell apart: asking once is cheaper than asking for each."""
    groups: dict[tuple[bool, bool, bool], list[Alternative]] = {}
    for row in rows:
        groups.setdefault((bool(row.phrases), row.of_line, row.digit), []).append(row)
    return [made for (called, *_), group in groups.items() for made in (_one(group) if called else group)]


def _one(group: list[Alternative]) -> list[Alternative]:
    """The rows of ``group`` as one if what they have in common tells enough; without the sets that their phrases imply."""
    alone = [row._replace(low=_unsaid(row.low, row.phrases)) for row in group]
    low, plain = _common([row.low for row in alone]), _common([row.plain for row in alone])
    tells = any(worth(strings) >= _TELLING for strings in (*low, *plain))
    if not tells and any((row.low, row.plain) != (low, plain) for row in alone):
        return alone
    phrases = tuple(sorted({phrase for row in group for phrase in row.phrases}))
    openings = {text for row in group for text in row.openings} if all(row.openings for row in group) else ()
    before, after = max(row.before for row in group), max(row.after for row in group)
    return [Alternative(phrases, low, plain, tuple(sorted(openings)), group[0].of_line, group[0].digit, before, after)]


def _common(sets: Sequence[tuple[Set, ...]]) -> tuple[Set, ...]:
    return tuple(strings for strings in sets[0] if all(strings in others for others in sets))


def _unsaid(sets: Iterable[Set], phrases: Iterable[Phrase]) -> tuple[Set, ...]:
    """Those of ``sets``, which are in small letters, that are not seen to by every one of ``phrases``."""
    said = [" ".join(phrase).replace(f" {HYPHEN} ", "-") for phrase in phrases]
    return tuple(strings for strings in sets if not all(any(text.strip() in phrase for text in strings) for phrase in said))


def _reach(tree: list[Any], phrases: tuple[Phrase, ...], sketcher: Sketcher) -> tuple[int, int]:
    """How far a match reaches to the left and to the right of its phrase, at most.

    What stands left and right of the shortest part of ``tree`` that demands the same phrases cannot be needed for them.
    """
    first, last = 0, len(tree)
    while phrases and first < last - 1 and sketcher.phrases(tree[first + 1 : last]) == phrases:
        first += 1
    while phrases and first < last - 1 and sketcher.phrases(tree[first : last - 1]) == phrases:
        last -= 1
    return min(_width(tree[:last]), FAR), min(_width(tree[first:]) + 1, FAR)


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
    if operation == "AT":
        return 0
    if operation in ("LITERAL", "NOT_LITERAL", "IN", "ANY", "CATEGORY"):
        return 1
    if operation == "BRANCH":
        return max(map(_width, value[1]), default=0)
    if operation in ("SUBPATTERN", "ASSERT", "ASSERT_NOT"):
        return _width(value[-1])
    if operation == "ATOMIC_GROUP":
        return _width(value)
    if operation in _REPEATS:
        return _repeated_width(int(value[1]), list(value[2]))
    return FAR


def _repeated_width(most: int, body: list[Any]) -> int:
    """A run of letters, digits or spaces is as long as words are; any other run without a limit can be of any length."""
    width = _width(body)
    if most * width <= FAR:
        return most * width
    single = str(body[0][0]) == "IN" and len(body) == 1 and _is_of_words_or_of_signs(body[0][1])
    return min(_WORD, most * width) if single else FAR


def _is_of_words_or_of_signs(members: Any) -> bool:
    """Whether a class keeps to words, or to what stands between words: a run of both goes on without an end."""
    if str(members[0][0]) == "NEGATE":
        return False
    signs = [chr(member) for kind, member in members if str(kind) == "LITERAL"]
    kinds = {str(kind) if str(kind) == "RANGE" else str(member) for kind, member in members}
    letters = not kinds.isdisjoint((*_LETTERS, "RANGE")) or any(map(str.isalnum, signs))
    spaces = "CATEGORY_SPACE" in kinds or any(map(str.isspace, signs))
    return not (letters and spaces)
