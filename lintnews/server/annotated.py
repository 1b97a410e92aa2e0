"""Text with markup, as clients of LanguageTool send it: parts that are text, and parts that only read as something."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from lintnews.model import Document, Mask, Segment
from lintnews.read import plain
from lintnews.server.messages import RequestError
from lintnews.view import FILLER

_EMPTY = FILLER + " \t\r\n"
_WRONG = 'Error: "data" must be {"text": "..."} or {"annotation": [{"text": "..."}, {"markup": "...", "interpretAs": "..."}]}'


def document(text: str, masks: tuple[Mask, ...] = ()) -> Document:
    """A Document of ``text`` in which each of ``masks`` reads as its own text, paragraph breaks included."""
    read_as = _read_as(text, masks)
    segments = tuple(_trimmed(plain.segments(read_as), read_as))
    return Document("draft.txt", plain.NAME, text, segments, _within(masks, segments, read_as))


def parse(data: str) -> Document:
    """The Document of the JSON that a client sends as ``data``. Raises RequestError when it is not what it should be."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        raise RequestError(400, 'Error: "data" is not JSON') from None
    if not isinstance(value, dict) or ("text" in value) == ("annotation" in value):
        raise RequestError(400, _WRONG)
    if "text" in value:
        return document(_string(value["text"]))
    if not isinstance(value["annotation"], list):
        raise RequestError(400, _WRONG)
    return document(*_joined(value["annotation"]))


def _joined(parts: list[Any]) -> tuple[str, tuple[Mask, ...]]:
    texts: list[str] = []
    masks: list[Mask] = []
    place = 0
    for part in parts:
        if not isinstance(part, dict) or ("text" in part) == ("markup" in part):
            raise RequestError(400, _WRONG)
        text = _string(part.get("text", part.get("markup")))
        if "markup" in part and text:
            # What reads longer than it is written loses its end: every offset stays one of the text as written.
            masks.append(Mask(place, place + len(text), _string(part.get("interpretAs", ""))[: len(text)]))
        texts.append(text)
        place += len(text)
    return "".join(texts), tuple(masks)


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise RequestError(400, _WRONG)
    return value


def _read_as(text: str, masks: tuple[Mask, ...]) -> str:
    """What ``text`` reads as, of the same length."""
    pieces: list[str] = []
    place = 0
    for mask in masks:
        pieces += text[place : mask.start], mask.text.ljust(mask.end - mask.start, FILLER)
        place = mask.end
    return "".join([*pieces, text[place:]])


def _trimmed(segments: tuple[Segment, ...], read_as: str) -> Iterator[Segment]:
    """``segments`` without the markup at their ends."""
    for segment in segments:
        held = read_as[segment.start : segment.end]
        start, end = segment.end - len(held.lstrip(_EMPTY)), segment.start + len(held.rstrip(_EMPTY))
        if start < end:
            yield segment._replace(start=start, end=end)


def _within(masks: tuple[Mask, ...], segments: tuple[Segment, ...], read_as: str) -> tuple[Mask, ...]:
    """``masks`` cut at the edges of ``segments``; what lies between segments is not read anyway."""
    cut: list[Mask] = []
    remaining = iter(segments)
    segment = next(remaining, None)
    for mask in masks:
        while segment is not None and segment.end <= mask.start:
            segment = next(remaining, None)
        while segment is not None and segment.start < mask.end:
            start, end = max(mask.start, segment.start), min(mask.end, segment.end)
            cut.append(Mask(start, end, read_as[start:end].rstrip(FILLER)))
            if segment.end > mask.end:
                break
            segment = next(remaining, None)
    return tuple(cut)
