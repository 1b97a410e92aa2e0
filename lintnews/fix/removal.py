"""Taking words out of the copy without a trace: spaces close up, a line that loses all it had goes whole."""

from __future__ import annotations

import re

from lintnews.fix.place import Place
from lintnews.fix.wording import sentence_cased
from lintnews.model import Edit

_BLANKS = " \t\u00a0"
_CLOSING = ".,;:!?)]}\u2019\u201d\u00bb"
_BY_LINE = ("plain", "markdown")  # formats that show a line break as one
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff\u202a-\u202e\\s]*\\Z")
_BREAK = re.compile("\r\n?|\n|\\Z")


def removal(place: Place) -> Edit:
    """The edit that deletes the place, together with the space, the line or the blank line that it leaves behind."""
    text = place.view.document.text
    start, end = place.start, place.end
    if _INVISIBLE.match(text[start:end]):
        return Edit(start, end, "")
    before, after = _back(text, start), _on(text, end)
    opens = _at_line_start(text, before) or before <= place.segment.start
    closes = _BREAK.match(text, after) is not None or after >= place.segment.end
    if opens and closes:
        if place.view.document.format in _BY_LINE:
            return _line(text, before, after)
        return Edit(max(before, place.segment.start), min(after, place.segment.end), "")
    if opens or not text[start - 1 : start].strip():
        end = min(after, place.segment.end)  # the space before stays, if any
    if closes or text[after : after + 1] in _CLOSING:
        start, end = (start if opens else before), min(after, place.segment.end)
    return _recased(place, Edit(start, end, ""))


def without_remark(place: Place) -> Edit:
    """The edit that takes a remark to lintnews out, with its line where it stands alone; to a reader it is all markup."""
    text, start, end = place.view.document.text, place.start, place.end
    before, after = _back(text, start), _on(text, end)
    closing = _BREAK.match(text, after)
    if _at_line_start(text, before) and closing is not None:
        return Edit(before, closing.end(), "")
    return Edit(start, after if before < start else end, "")


def _back(text: str, offset: int) -> int:
    while offset and text[offset - 1] in _BLANKS:
        offset -= 1
    return offset


def _on(text: str, offset: int) -> int:
    while offset < len(text) and text[offset] in _BLANKS:
        offset += 1
    return offset


def _at_line_start(text: str, offset: int) -> bool:
    return offset == 0 or text[offset - 1] in "\r\n"


def _line(text: str, start: int, end: int) -> Edit:
    """The whole line with its break, and one of the blank lines around it."""
    match = _BREAK.match(text, end)
    end = match.end() if match else end
    if start == 0 or text[:start].endswith(("\n\n", "\r\n\r\n", "\r\r")):
        following = re.compile("[ \\t]*(?:\r\n?|\n)").match(text, end)
        end = following.end() if following else end
    return Edit(start, end, "")


def _recased(place: Place, edit: Edit) -> Edit:
    """When a sentence loses its beginning, its next word begins it."""
    text = place.view.document.text
    word = re.compile("[^\\W\\d_]+").match(text, edit.end)
    old = text[place.start : place.start + 1]
    if word is None or not old.isupper() or not place.starts_sentence() or not word.group()[0].islower():
        return edit
    return Edit(edit.start, edit.end + 1, sentence_cased(text[edit.end]))
