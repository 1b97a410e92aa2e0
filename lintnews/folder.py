"""The modules of a package, found by their files: how checks, readers, reports and subcommands are discovered."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from lintnews.typed import Any


def names(folders: Iterable[str]) -> list[str]:
    """The names of the modules in ``folders`` (the ``__path__`` of a package), sorted; those that begin with _ are helpers."""
    found: set[str] = set()
    for folder in folders:
        found.update(name[:-3] for name in os.listdir(folder) if name.endswith(".py") and name[0] != "_")
    return sorted(found)


def module(package: str, name: str) -> Any:
    """The module ``name`` of ``package``, imported; ``importlib`` would bring ``warnings`` and more to every start."""
    full = f"{package}.{name}"
    __import__(full)
    return sys.modules[full]
