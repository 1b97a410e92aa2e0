"""What an editor may ask for: one thing per file, each with ``register(server)``, found by walking this folder."""

from __future__ import annotations

import os


def names() -> list[str]:
    """The names of all features, sorted."""
    found: set[str] = set()
    for folder in __path__:
        found.update(name[:-3] for name in os.listdir(folder) if name.endswith(".py") and name[0] != "_")
    return sorted(found)
