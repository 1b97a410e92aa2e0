"""SubRip subtitles (.srt): a number, the times, the lines of text, a blank line."""

from __future__ import annotations

from itertools import pairwise

from lintnews.decode import decode
from lintnews.model import Document, ReadOptions
from lintnews.read import _cues
from lintnews.read._cues import Line
from lintnews.read._prose import Prose

NAME = "srt"
SUFFIXES = (".srt",)


def read(data: bytes, path: str, options: ReadOptions = ReadOptions()) -> Document:  # noqa: B008 - immutable
    """Make a Document of a subtitle file; raises InputError when it is not text."""
    text, encoding = decode(data, path)
    prose = Prose(text)
    _cues.add(prose, _shown(text))
    return prose.document(path, NAME, encoding)


def _shown(text: str) -> list[Line]:
    """Every line that is not a cue's number or times: what stands between two blank lines is shown as well."""
    lines = [*_cues.lines(text), Line(len(text), len(text), "")]
    return [
        line
        for line, following in pairwise(lines)
        if line.text.strip() and not _cues.is_times(line) and not (_cues.is_number(line) and _cues.is_times(following))
    ]
