"""What an editor may ask for: one thing per file, each with ``register(server)``, found by walking this folder."""

from __future__ import annotations

from lintnews import folder


def names() -> list[str]:
    """The names of all features, sorted."""
    return folder.names(__path__)
