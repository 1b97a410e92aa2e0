"""What no pattern can say: each module takes a View and the Vocabulary and yields findings.

A check is one file here with ``RULES``, the rules it can give, and ``check(view, vocabulary)``.
No check imports another.
"""

from __future__ import annotations

import os
from importlib import import_module

from lintnews.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType


def modules() -> list[ModuleType]:
    """Every check of this folder, by name: a file added here is a check."""
    folder = os.path.dirname(os.path.abspath(__file__))
    names = sorted(name[:-3] for name in os.listdir(folder) if name.endswith(".py") and not name.startswith("_"))
    return [import_module(f"{__name__}.{name}") for name in names]
