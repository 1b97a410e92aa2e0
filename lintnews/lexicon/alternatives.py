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
_AGAIN = 1.5  # how often, for each time the phrases of a whole stand somewhere, those of its alternatives may
_SEVERAL = 4  # alternatives from which asking for them together is tried
_NARROW = 120  # code points around a phrase in which strings stand so near that they tell
_TELLING = 3  # letters from which they do
_LETTERS = ("CATEGORY_WORD", "CATEGORY_DIGIT")
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")

Set = tuple[str, ...]
Sets = tuple[Set, ...]


class Alternative(NamedTuple):
    """One way an expression can match, or several that are recognised by the same."""

    phrases: dict[Phrase, Sets]  # one of them stands in every match, and with it a string of each set; {} when none are sure
    low: Sets  # of each, a string in small letters stands in every match; those with few strings first
    plain: Sets  # the same of strings that stand there as they are
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
    tree = tree_of(expression)
    trees = list(_with_phrases(tree, sketcher))
    all_begin = all(_begins(part) for part, _ in trees)

    def row(part: list[Any], phrases: Iterable[Phrase]) -> Alternative:
        low, plain = _sets(part, exact, literal)
        telling = tuple(sorted((*low, *plain), key=worth, reverse=True))
        begins = all_begin or (_begins(part) and _ends(part))
        reach = _reach(part, tuple(phrases), sketcher)
        return Alternative(dict.fromkeys(phrases, telling), low, plain, begun(part), begins, _has_digit(part), *reach)

    whole = row(tree, sketcher.phrases(tree))
    rows = _together([row(part, phrases) for part, phrases in trees], whole)
    whole = _short(whole)
    often = sum(sketcher.expected(row.phrases) for row in rows)
    return [whole] if _is_enough(whole, rows) and often > _AGAIN * sketcher.expected(whole.phrases) else rows


def _is_enough(whole: Alternative, rows: Iterable[Alternative]) -> bool:
    """Whether ``whole`` asks of a text what its alternatives, ``rows``, do."""
    if not whole.phrases or any((row.of_line, row.digit) != (whole.of_line, whole.digit) for row in rows):
        return False
    return any(worth(strings) >= _TELLING for strings in _unsaid((*whole.low, *whole.plain), whole.phrases))


def _sets(tree: list[Any], exact: bool, literal: Set) -> tuple[Sets, Sets]:
    """The sets of ``tree`` with ``literal``: in small letters, and as they are."""
    sets = demanded(tree, exact)
    low, plain = ([], sets) if exact else (sets, [])
    if literal and any(part == part.lower() for part in literal):
        low = [*low, tuple(sorted(bare(frozenset(part.lower() for part in literal))))]
    elif literal:
        plain = [*plain, tuple(sorted(bare(frozenset(literal))))]
    return tuple(sorted(low, key=len)), tuple(sorted(plain, key=len))


def _together(rows: Iterable[Alternative], whole: Alternative) -> list[Alternative]:
    """``rows`` with one row for those that a text cannot well tell apart: asking once is cheaper than asking for each.

    Such a row asks for what they have in common, and for what ``whole``, the expression in one, does.
    """
    groups: dict[tuple[bool, ...], list[Alternative]] = {}
    for row in rows:
        groups.setdefault((bool(row.phrases), row.of_line, row.of_line and bool(row.openings), row.digit), []).append(row)
    return [made for group in groups.values() for made in _one(group, whole)]


def _one(group: list[Alternative], whole: Alternative) -> list[Alternative]:
    """The rows of ``group`` as one, if what they have in common tells enough."""
    lines = group[0].of_line and all(row.openings for row in group)
    pairs = [(phrase, sets) for row in group for phrase, sets in row.phrases.items()]
    made = _short(
        Alternative(
            {phrase: _common([sets for other, sets in pairs if other == phrase]) for phrase, _ in pairs},
            _all(_common([row.low for row in group]), () if lines else whole.low),
            _all(_common([row.plain for row in group]), () if lines else whole.plain),
            tuple(sorted({text for row in group for text in row.openings})) if lines else (),
            group[0].of_line,
            group[0].digit,
            max(row.before for row in group),
            max(row.after for row in group),
        )
    )
    alone = [_short(row) for row in group]
    same = all((row.low, row.plain) == (made.low, made.plain) for row in alone)
    return [made] if same or _tells(made, group) else alone


def _tells(made: Alternative, group: list[Alternative]) -> bool:
    """Whether what is asked for ``group`` together lets little through that would not pass for its rows."""
    if made.of_line and made.openings:
        return True
    if not made.phrases:
        return False
    many = len(group) >= _SEVERAL or all(row.phrases.keys() == made.phrases.keys() for row in group)
    if not many or made.before + made.after > _NARROW:
        return False
    exact = any(row.plain for row in group)
    return any(min(map(len, strings)) >= _TELLING for strings in (made.plain if exact else made.low))


def _all(sets: Sets, others: Sets) -> Sets:
    return tuple(sorted({*sets, *others}, key=lambda strings: (len(strings), strings)))


def _common(sets: Sequence[Sets]) -> Sets:
    """Those of the first of ``sets`` that all others have too."""
    return tuple(strings for strings in sets[0] if all(strings in others for others in sets))


def _short(row: Alternative) -> Alternative:
    """``row`` without the sets that its phrases, or its other sets, see to."""
    low = _unsaid(row.low, row.phrases) if row.phrases else row.low
    low = tuple(strings for strings in low if not _seen_to(strings, (*low, *row.plain)))
    return row._replace(low=low, plain=tuple(strings for strings in row.plain if not _seen_to(strings, row.plain)))


def _seen_to(strings: Set, sets: Sets) -> bool:
    """Whether another of ``sets`` has only strings that hold one of ``strings``."""
    others = (other for other in sets if other != strings)
    return any(all(any(part in text or part in text.lower() for part in strings) for text in other) for other in others)


def _unsaid(sets: Sets, phrases: Iterable[Phrase]) -> Sets:
    """Those of ``sets`` that are not seen to, letters in either case, by every one of ``phrases``."""
    said = [" ".join(phrase).replace(f" {HYPHEN} ", "-") for phrase in phrases]
    bared = ((strings, [text.strip().lower() for text in strings]) for strings in sets)
    return tuple(strings for strings, texts in bared if not all(any(text in phrase for text in texts) for phrase in said))


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
