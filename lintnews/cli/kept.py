"""What `re` made of our expressions when the wheel was built, so that a start need not make it again.

`re` is written in Python up to the engine, and sixty expressions cost an article as much as all else that is imported. The
wheel has a table of what the engine was given for each; an installed ``lintnews`` command puts it behind `re`'s own cache,
where it is asked for what the cache lacks. Both are details of CPython: the table's name holds the number of the engine's
language, and where anything is otherwise, or the wheel was built by another Python, `re` works as ever.
"""

from __future__ import annotations

import marshal
import os
import re
from collections.abc import Iterable

from lintnews.lexicon.table import Table, TableError
from lintnews.typed import Any

try:
    import _sre  # type: ignore[import-not-found]
except ImportError:  # not CPython
    _sre = None

_NAME = "_cache2" if hasattr(re, "_cache2") else "_cache"  # what `re` looks into first
Key = tuple[type, Any, int]  # as `re` keeps expressions: the type of the pattern, the pattern, the flags


class _Cache(dict[Key, Any]):
    """`re`'s cache with a table behind it."""

    def __init__(self, cache: dict[Key, Any], table: Table) -> None:
        super().__init__(cache)
        self._table = table

    def __missing__(self, key: Key) -> Any:
        raw = self._table.get(_name(key)) if key[0] is str else None
        if raw is None:
            raise KeyError(key)
        flags, code, groups, names, numbers = marshal.loads(raw)
        made = _sre.compile(key[1], flags, memoryview(code).cast("I").tolist(), groups, names, numbers)
        self[key] = made
        return made


class _Noting(dict[Key, Any]):
    """`re`'s cache, which forgets nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.noted: dict[Key, None] = {}

    def __setitem__(self, key: Key, made: Any) -> None:
        self.noted[key] = None
        super().__setitem__(key, made)


def path_in(folder: str) -> str:
    """Where ``folder`` has the table for this Python."""
    return os.path.join(folder, f"expressions-{getattr(_sre, 'MAGIC', 0)}.bin")


def install() -> None:
    """Let `re` find what the wheel has; for a process of our own only, and before expressions are compiled."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    try:
        table = Table(path_in(os.path.join(package, "compiled")))
        setattr(re, _NAME, _Cache(getattr(re, _NAME), table))
    except (TableError, AttributeError):
        pass  # a checkout, or another Python


def note() -> dict[Key, None]:
    """Begin to note which expressions are compiled; what is given grows with every one."""
    cache = _Noting()
    setattr(re, _NAME, cache)
    return cache.noted


def write(path: str, noted: Iterable[Key]) -> None:
    """Write the table of the expressions ``noted`` to ``path``, and of those of `json`, which is imported by then."""
    import json.scanner

    keys = [key for key in noted if key[0] is str]
    for module in (json.decoder, json.encoder, json.scanner):
        patterns = (value for value in vars(module).values() if isinstance(value, re.Pattern) and isinstance(value.pattern, str))
        keys += ((str, value.pattern, int(value.flags & ~re.UNICODE)) for value in patterns)
    Table.write(path, {_name(key): _given(*key[1:]) for key in dict.fromkeys(keys)})


def _name(key: Key) -> str:
    return f"{key[2]} {key[1]}"


def _given(pattern: str, flags: int) -> bytes:
    """What the engine is given for an expression."""
    from array import array

    tree = re._parser.parse(pattern, flags)  # type: ignore[attr-defined]
    code = array("I", map(int, re._compiler._code(tree, flags)))  # type: ignore[attr-defined]
    names = dict(tree.state.groupdict)
    numbers: list[str | None] = [None] * tree.state.groups
    for name, number in names.items():
        numbers[number] = name
    return marshal.dumps((int(flags | tree.state.flags), code.tobytes(), tree.state.groups - 1, names, tuple(numbers)))
