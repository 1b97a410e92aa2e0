"""From a draft to a corrected draft: lints, edits, and lints again until nothing is left that may be corrected."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from lintnews import fix
from lintnews.fix.edits import edits
from lintnews.linter import Linter
from lintnews.model import Result
from lintnews.view import View

_MOST_ROUNDS = 20  # a correction may bring another in reach; more rounds than these are a fault of ours


class Correction(NamedTuple):
    """The corrected bytes, what was found in them before and is left now, and how many edits were made."""

    data: bytes
    before: Result
    result: Result
    made: int = 0


def correct(
    linter: Linter, data: bytes, path: str, unsafe: bool = False, sift: Callable[[Result], Result] | None = None
) -> Correction:
    """Correct ``data``, the content of a file named ``path``; with ``unsafe`` also what a person should look at.

    ``sift`` sets aside in each result, of the first state and then of every further one, what is not to be dealt with.
    Correcting the outcome again changes nothing: corrections that undo each other are not made. Raises FixError when the
    file cannot hold the corrected text.
    """
    seen: list[Correction] = []
    made = 0
    while True:
        result = linter.lint_bytes(data, path)
        result = sift(result) if sift else result
        current = Correction(data, seen[0].before if seen else result, result, made)
        seen.append(current)
        if result.document is None or len(seen) > _MOST_ROUNDS:
            return current
        chosen = edits(View(result.document), result.findings, unsafe)
        new = fix.apply(result.document, data, chosen) if chosen else data
        if new == data:
            return current
        turned = next((earlier for earlier in seen if earlier.data == new), None)
        if turned is not None:
            return turned  # a circle: its first state, from which the next run comes back to it
        data, made = new, made + len(chosen)
