"""WebVTT subtitles (.vtt): blocks between blank lines; a cue's text stands behind its times, notes speak to nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lintnews.decode import decode
from lintnews.model import Document, ReadOptions
from lintnews.read import _cues
from lintnews.read._cues import Line
from lintnews.read._prose import Prose

NAME = "vtt"
SUFFIXES = (".vtt",)

_REFERENCE = re.compile("&(?:amp|lt|gt|nbsp|lrm|rlm|quot|#\\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
_SILENT = re.compile("(?:WEBVTT|STYLE|REGION)(?:\\s|\\Z)")
_NOTE = re.compile("NOTE(?:\\s|\\Z)")


def read(data: bytes, path: str, options: ReadOptions = ReadOptions()) -> Document:  # noqa: B008 - immutable
    """Make a Document of a subtitle file; raises InputError when it is not text."""
    text, encoding = decode(data, path)
    prose = Prose(text)
    shown: list[Line] = []
    for block in _blocks(text):
        shown += _shown(prose, block)
    _cues.add(prose, shown, _REFERENCE)
    return prose.document(path, NAME, encoding)


def _blocks(text: str) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in _cues.lines(text):
        if line.text.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _shown(prose: Prose, block: list[Line]) -> list[Line]:
    """The lines of a block that a viewer sees; a block of no known sort is shown, lest its text be lost."""
    first = block[0].text
    times = [number for number, line in enumerate(block) if _cues.is_times(line)]
    if not times and _NOTE.match(first):
        prose.comment(block[0].start, block[-1].end, prose.text[block[0].start + len("NOTE") : block[-1].end])
        return []
    if not times:
        return [] if _SILENT.match(first) else block
    hidden = {*times, *(number - 1 for number in times if number)}  # the line before the times names the cue
    return [line for number, line in enumerate(block) if number not in hidden and not _SILENT.match(line.text)]
