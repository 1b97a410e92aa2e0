"""Text for XML and HTML: without the characters that neither may hold, and escaped."""

from __future__ import annotations

import re

_ILLEGAL = re.compile("[^\\t\\n\\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)

_MARKS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})


def legal(text: str) -> str:
    """``text`` with U+FFFD for each control character and each half of a surrogate pair."""
    return _ILLEGAL.sub("\ufffd", text)


def attribute(text: str) -> str:
    """``text`` as the value of an attribute between quotation marks, line breaks kept."""
    return legal(text).translate(_SPECIAL)


def content(text: str) -> str:
    """``text`` as it stands between tags."""
    return legal(text).translate(_MARKS)
