"""What no pattern can say: each module takes a View and the Vocabulary and yields findings.

A check is one file here with ``rules()``, which gives the rules it can give, and ``check(view, vocabulary)``.
No check imports another.
"""

from __future__ import annotations

from lintnews import folder
from lintnews.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType


def modules() -> list[ModuleType]:
    """Every check of this folder, by name: a file added here is a check."""
    return [folder.module(__name__, name) for name in folder.names(__path__)]
