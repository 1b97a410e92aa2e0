"""Documents as they stand in the editor, saved or not."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from functools import cached_property
from urllib.parse import unquote, urlsplit

from lsprotocol import types
from pygls.uris import to_fs_path

from lintnews import read
from lintnews.model import Document, ReadOptions, Span
from lintnews.position import Counting, Grid

_LONE = re.compile("[\ud800-\udfff]")  # half of a pair: JSON may carry it, UTF-8 cannot


class Draft:
    """One state of one open document; a change makes a new one, so that a worker may keep what it was given.

    ``version`` is the client's number of this state, ``counting`` what the client counts along a line, ``path`` the file's
    (for a document that has none: its name, "Untitled-1").
    """

    def __init__(self, uri: str, text: str, version: int = 0, language: str = "", counting: Counting = "utf-16") -> None:
        self.uri, self.version, self.language, self.counting = uri, version, language, counting
        self.text = _LONE.sub("\ufffd", text)
        self.path = path_of(uri)

    def changed(self, changes: Iterable[types.TextDocumentContentChangeEvent], version: int) -> Draft:
        """The draft after ``changes``, each of which counts in the text that the one before it left."""
        draft = self
        for change in changes:
            text = change.text
            if isinstance(change, types.TextDocumentContentChangePartial):
                start, end = draft.span(change.range)
                text = draft.text[:start] + text + draft.text[end:]
            draft = Draft(self.uri, text, version, self.language, self.counting)
        return draft

    @cached_property
    def grid(self) -> Grid:
        """Offsets to the client's positions and back."""
        return Grid(self.text, self.counting)

    def span(self, asked: types.Range) -> Span:
        """The code points that the client's range covers; one that runs backwards is turned round."""
        ends = self.offset(asked.start), self.offset(asked.end)
        return Span(min(ends), max(ends))

    def offset(self, position: types.Position) -> int:
        """The code point offset of the client's position."""
        return self.grid.offset(position.line, position.character)

    def range(self, start: int, end: int) -> types.Range:
        """The client's range of the code points ``start`` to ``end``."""
        return types.Range(types.Position(*self.grid.cell(start)), types.Position(*self.grid.cell(end)))

    def read(self, options: ReadOptions) -> Document:
        """The draft as a Document whose offsets are those of ``text``. Raises InputError."""
        data = ("\ufeff" + self.text).encode("utf-8")  # the mark says UTF-8, so that nothing is guessed, and is taken off
        return read.reader_for(self._name).read(data, self.path, options)

    @property
    def _name(self) -> str:
        """What the format is told by: the path's suffix, or the editor's language when that says nothing."""
        suffix = os.path.splitext(self.path)[1].lower()
        return self.path if suffix in read.suffixes() else f"draft.{self.language}"


def path_of(uri: str) -> str:
    """The path of the file that ``uri`` names; of a document that is no file, the path in its URI."""
    return to_fs_path(uri) or unquote(urlsplit(uri).path)
