"""The writer of every format whose text stands in the file itself: edits of the decoded text, encoded as it was."""

from __future__ import annotations

from collections.abc import Iterable

from lintnews.decode import encode
from lintnews.errors import FixError
from lintnews.model import Document, Edit


def replaced(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with ``edits`` made, which are in order and do not overlap."""
    parts: list[str] = []
    last = 0
    for edit in edits:
        parts += (text[last : edit.start], edit.text)
        last = edit.end
    return "".join([*parts, text[last:]])


def apply(document: Document, data: bytes, edits: Iterable[Edit]) -> bytes:
    """``data``, of which ``document`` was read, with ``edits`` made: same encoding, byte order mark and line breaks.

    Raises FixError when the encoding lacks a letter of the new text, or when the text does not give its bytes back.
    """
    try:
        if encode(document.text, document.encoding) != data:
            raise FixError("its text cannot be written back byte for byte; save it as UTF-8", document.path)
        return encode(replaced(document.text, edits), document.encoding)
    except UnicodeEncodeError as error:
        letter = error.object[error.start : error.start + 1]
        name = document.encoding.removesuffix("-sig")
        reason = f"a correction needs ‘{letter}’, which {name} does not have; save the file as UTF-8"
        raise FixError(reason, document.path) from None
