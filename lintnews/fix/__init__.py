"""Corrections: which edits follow from findings, and new bytes from edits.

A format whose text is not the text of its file brings a writer: a module of this package with ``FORMAT`` (what
``Document.format`` says) and ``apply(data: bytes, edits: Sequence[Edit]) -> bytes``, which raises FixError. To add one, add
its file: there is no list of them. All other formats are edited in place (``text``).
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module
from typing import Protocol, cast

from lintnews.fix import text
from lintnews.model import Document, Edit


class Writer(Protocol):
    """What the module of a format offers."""

    FORMAT: str

    def apply(self, data: bytes, edits: Sequence[Edit]) -> bytes:
        """The bytes of a file with ``edits`` made, which index the document's text, are in order and do not overlap."""


def writer_for(name: str) -> Writer | None:
    """The writer of the format called ``name``; None for one that is edited in place."""
    if not name.isidentifier() or not any(os.path.exists(os.path.join(folder, f"{name}.py")) for folder in __path__):
        return None
    module = import_module(f"{__name__}.{name}")
    return cast(Writer, module) if getattr(module, "FORMAT", "") == name else None


def apply(document: Document, data: bytes, edits: Sequence[Edit]) -> bytes:
    """``data``, of which ``document`` was read, with ``edits`` made. Raises FixError."""
    writer = writer_for(document.format)
    return writer.apply(data, edits) if writer else text.apply(document, data, edits)
