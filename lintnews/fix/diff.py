"""What corrections would change, as a unified diff that ``patch`` and ``git apply`` take."""

from __future__ import annotations

import difflib
import re

_LINES = re.compile("[^\n]*\n|[^\n]+")


def unified(path: str, old: str, new: str) -> str:
    """The unified diff of two texts of the file at ``path``; "" when they are equal."""
    lines = difflib.unified_diff(_LINES.findall(old), _LINES.findall(new), path, path)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
