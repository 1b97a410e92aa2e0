"""Records of a ``Table`` that are JSON.

What reads them is the engine of ``json`` in C. ``json`` itself would be a twentieth of what a start imports: it compiles
expressions and brings what writes.
"""

from __future__ import annotations

from collections.abc import Callable

from lintnews.typed import Any

try:
    from _json import make_scanner
except ImportError:  # not CPython
    from json.scanner import make_scanner


class _Plain:
    """What the engine asks a ``json.JSONDecoder`` for: values as JSON has them."""

    strict = True
    object_hook = object_pairs_hook = None
    parse_float, parse_int, parse_constant = float, int, float


_scan: Callable[[str, int], tuple[Any, int]] = make_scanner(_Plain)  # type: ignore[arg-type]


def decoded(raw: bytes) -> Any:
    """The value of a record, as ``json.dumps`` without spaces around it wrote it."""
    return parsed(raw.decode("utf-8", "surrogatepass"))


def parsed(text: str) -> Any:
    """The value of a part of a record that is JSON."""
    return _scan(text, 0)[0]
