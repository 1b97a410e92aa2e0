"""What to write instead: the edits of a finding, and a file with a text as an editor left it."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from urllib.parse import parse_qsl

from lintnews import fix, read
from lintnews.fix.edits import edit_for
from lintnews.model import Edit, Finding
from lintnews.server.engine import Engine
from lintnews.server.messages import BYTES, Job, Reply, RequestError
from lintnews.view import View

_LINE = re.compile("[^\r\n]+|\r\n|\r|\n")
_WORD = re.compile("\\w+|\\s|[^\\w\\s]")


def edits(view: View, finding: Finding) -> list[Edit | None]:
    """For each suggestion of ``finding``, in order, what to write where; None for advice that is no wording."""
    return [edit_for(view, finding, suggestion) for suggestion in finding.suggestions]


def correct(engine: Engine, job: Job) -> Reply:
    """The file that the body holds, with its text changed to another. Raises RequestError, InputError or FixError."""
    data, text = _parsed(job.body)
    name = dict(parse_qsl(job.query)).get("filename", "draft.txt")
    document = read.reader_for(name).read(data, name, engine.settings.for_path(name).read_options)
    if len(document.text) > engine.options.longest:
        raise RequestError(413, f"the text of the file is longer than {engine.options.longest:,} characters")
    return Reply(200, fix.apply(document, data, list(changes(document.text, text))), BYTES)


def changes(old: str, new: str) -> Iterator[Edit]:
    """The edits, in order, that make ``new`` of ``old``, words being the smallest; line breaks of any kind are alike."""
    own_break = next((piece for piece in _LINE.findall(old) if _alike(piece) == "\n"), "\n")
    for start, removed, added in _differences(_LINE.findall(old), _LINE.findall(new), 0):
        olds = [word for line in removed for word in _words(line)]
        news = [word for line in added for word in _words(line)]
        for place, out, put in _differences(olds, news, start):
            end = place + sum(map(len, out))
            text = "".join(own_break if _alike(piece) == "\n" else piece for piece in put)
            yield Edit(place, end, _apart(old[place - 1 : place], text, old[end : end + 1]))


def _apart(before: str, text: str, after: str) -> str:
    """``text`` such that no CR and LF that were two line breaks become one."""
    if before == "\r" and (text + after).startswith("\n"):
        text = "\n" + text
    return text + "\n" if text.endswith("\r") and after == "\n" else text


def _words(line: str) -> list[str]:
    return [line] if line in ("\r\n", "\r", "\n") else _WORD.findall(line)


def _differences(olds: list[str], news: list[str], start: int) -> Iterator[tuple[int, list[str], list[str]]]:
    """Where pieces differ: the offset in the old text, the old pieces, the new ones."""
    places = [start]
    for piece in olds:
        places.append(places[-1] + len(piece))
    matcher = SequenceMatcher(None, [_alike(piece) for piece in olds], [_alike(piece) for piece in news], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            yield places[a], olds[a:b], news[c:d]


def _alike(piece: str) -> str:
    return "\n" if piece in ("\r\n", "\r") else piece


def _parsed(body: bytes) -> tuple[bytes, str]:
    try:
        given = json.loads(body)
        data, text = base64.b64decode(given["data"], validate=True), given["text"]
    except (ValueError, KeyError, TypeError, RecursionError, binascii.Error):
        raise RequestError(400, 'send {"data": "the file in Base64", "text": "what it is to say"}') from None
    if not isinstance(text, str):
        raise RequestError(400, '"text" must be a string')
    return data, text
