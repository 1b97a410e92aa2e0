"""Subtitles: cues of a start and an end time and some lines of text, in SubRip files and in WebVTT.

A sentence that runs over several cues is one segment; the numbers and times between are masked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lintnews.model import Mask
from lintnews.read._prose import Prose, ordered

_TIMES = re.compile("\\s*(?:\\d+:)?\\d{1,2}:\\d\\d[.,]\\d{1,3}[ \\t]*-->[ \\t]*(?:\\d+:)?\\d{1,2}:\\d\\d[.,]\\d{1,3}(?:\\s.*)?")
_NUMBER = re.compile("\\s*\\d{1,9}\\s*")
_TAG = re.compile("<(?:[A-Za-z/][^<>\r\n]{0,300}|[\\d:.]{5,16})>|\\{\\\\[^{}\r\n]{0,100}\\}")
_ENDS = re.compile("[.!?\u2026:;\u266a][\"'\u2019\u201d\u00bb)\\]\\s]*\\Z")
_SPEAKS = re.compile("\\s*(?:[-\u2013\u2014\u2010]\\s*\\S|>>|\\[|\\(|\u266a|<v[ .])")
_BREAK = re.compile("\r\n?|\n|\\Z")
_MOST_JOINED = 60  # lines of one sentence; captions that a machine wrote have no full stops at all


class Line(NamedTuple):
    """A line of the file without its break."""

    start: int
    end: int
    text: str




def lines(text: str) -> Iterator[Line]:
    """The lines of ``text``, blank ones too."""
    last = 0
    for match in _BREAK.finditer(text):
        yield Line(last, match.start(), text[last : match.start()])
        last = match.end()


def is_times(line: Line) -> bool:
    """Whether ``line`` gives the times of a cue."""
    return "-->" in line.text and _TIMES.fullmatch(line.text) is not None


def is_number(line: Line) -> bool:
    """Whether ``line`` may be the number of a cue."""
    return _NUMBER.fullmatch(line.text) is not None


def add(prose: Prose, shown: list[Line], references: re.Pattern[str] | None = None) -> None:
    """Add the lines that a viewer sees, in order, as one block for each sentence or speaker.

    ``references`` are the character references of the format, which read as what HTML says.
    """
    block: list[Line] = []
    for line in shown:
        ended = bool(block) and (_ENDS.search(_TAG.sub("", block[-1].text)) or _SPEAKS.match(line.text))
        if block and (ended or len(block) == _MOST_JOINED):
            _block(prose, block, references)
            block = []
        block.append(line)
    if block:
        _block(prose, block, references)


def _block(prose: Prose, block: list[Line], references: re.Pattern[str] | None) -> None:
    masks: list[Mask] = []
    for number, line in enumerate(block):
        if number and line.start - block[number - 1].end > 0:
            masks.append(Mask(block[number - 1].end, line.start, "\n"))
        tags = [Mask(*match.span()) for match in _TAG.finditer(prose.text, line.start, line.end)]
        masks += ordered([*tags, *_references(prose.text, line, references)])
    prose.block(block[0].start, block[-1].end, masks)


def _references(text: str, line: Line, references: re.Pattern[str] | None) -> Iterator[Mask]:
    if references:
        from html import unescape

        for match in references.finditer(text, line.start, line.end):
            yield Mask(*match.span(), unescape(match.group()))
