"""Expressions as the standard `re` reads them: takes a regular expression, gives one that matches the same.

`regex` looks behind over a choice of widths and takes flags anywhere; `re` does not, and starts in no time. Expressions are
always matched with ``^`` and ``$`` at every line.
"""

from __future__ import annotations

import re
from itertools import product

_BEHIND = "(?<="
_PIECE = re.compile(r"(\[\^?\]?(?:\\.|[^\]\\])*\]|\\.|[^\\\[\](){}*+.|])(\?)?")  # a sign or a class, which may be left out


def portable(expression: str) -> str:
    """``expression`` without flags for lines, and with each choice of widths looked behind for written as a choice of looks."""
    parts = expression.replace("(?m)", "").split(_BEHIND)
    return parts[0] + "".join(_looked(part) for part in parts[1:])


def _looked(rest: str) -> str:
    """What stands behind the start of a look behind, with the look before it."""
    ways: list[str] = []
    choice: list[tuple[str, ...]] = []
    place = 0
    while place < len(rest):
        if rest[place] in "|)":
            ways += ["".join(signs) for signs in product(*choice)]
            if rest[place] == ")":
                return _choice(ways) + rest[place + 1 :]
            choice = []
            place += 1
            continue
        piece = _PIECE.match(rest, place)
        if piece is None:
            break  # groups and repetitions inside: left to `regex`
        choice.append((piece[1],) if not piece[2] else (piece[1], ""))
        place = piece.end()
    return _BEHIND + rest


def _choice(ways: list[str]) -> str:
    looks = [way if way in ("^", r"\A", r"\b") else f"{_BEHIND}{way})" for way in ways]
    return looks[0] if len(looks) == 1 else f"(?:{'|'.join(looks)})"
