"""What compiling writes into patterns and matching reads there, beside words: elements that are none, kinds of variants.

A module of its own so that matching does not load the parser of forms.
"""

from __future__ import annotations

NUMBER, NAME, ANY, HYPHEN, COMMA = "<#>", "<Name>", "<word>", "<->", "<,>"
QUOTE, UNQUOTE = "<“>", "<”>"  # a quotation mark stands right before the next word, right behind the last
NO_TOKEN = (HYPHEN, COMMA, QUOTE, UNQUOTE)  # marks that stand between words and take none
NAME_LIMIT, NUMBER_LIMIT = 4, 3  # tokens a name or a number may take
OPEN, CLOSE = "<[>", "<]>"  # around what stands in a slot: only that is marked in the copy
MARGIN = " \t\r\n\f\v\u00a0*\u2022\u00b7|>\u2013\u2014-"  # what a line may begin with before its first word

FAR = 1_000  # code points that any expression is taken to match at most

DIGEST = 0xFFFFFFFF  # the bits of a digest
KIND_BITS = 28  # of what a key leads to, the bits that say which; those above them say of what kind it is:
PATTERNS, RIGHT_FORMS, CALLS, REACHES, QUOTED, GUARDS = (kind << KIND_BITS for kind in range(6))
FURTHEST = 250  # tokens between a key and a word beside it that patterns are kept under; a reach is counted from there

RIGHT = -1  # the variant of patterns that are right forms
_ALTERNATIVES = 1_000_000_000  # more than the bytes that the clues to alternatives take


def waking(variant: int, alternative: int) -> int:
    """The variant of a pattern that only calls for one alternative of the expression of ``variant``."""
    return RIGHT - 1 - variant * _ALTERNATIVES - alternative


def woken(variant: int) -> tuple[int, int]:
    """The arguments for which ``waking`` gave ``variant``."""
    return divmod(RIGHT - 1 - variant, _ALTERNATIVES)
