"""``POST /api/v1/check``: a draft as JSON, or a file as it is, to the JSON of ``lintnews check --format json``."""

from __future__ import annotations

import json
import re
from typing import Any, cast
from urllib.parse import parse_qsl

from lintnews import read
from lintnews.config import Settings, rule_name
from lintnews.model import CONFIDENCES, Confidence, Document, Finding, ReadOptions, Result
from lintnews.read import plain
from lintnews.report import Tally
from lintnews.report.json import VERSION, records
from lintnews.server import corrections
from lintnews.server.engine import Engine
from lintnews.server.messages import Job, Reply, RequestError, as_json
from lintnews.view import View

_KEYS = ("text", "path", "options", "include")
_OPTIONS = ("select", "ignore", "min_confidence")
_LONGEST_PATH = 255  # code points
_HALF = re.compile("[\ud800-\udfff]")  # JSON can carry half a pair; no file can
_CONTROL = re.compile("[\x00-\x1f\x7f]")


def check(engine: Engine, job: Job) -> Reply:
    """Lint what the job carries. Raises RequestError, or InputError when a file cannot be read."""
    if job.media.partition(";")[0].strip().lower() == "application/json":
        wish = _parsed(job.body)
        wishes = _wishes(wish.get("options", {}), engine.settings)
        document = of_text(_text(wish, engine.options.longest), file_name(wish.get("path", "draft.txt")), wishes.read_options)
    else:
        query = dict(parse_qsl(job.query))
        wish, wishes = {"include": query.get("include", "").split(",")}, engine.settings
        path = file_name(query.get("filename", "draft.txt"))
        document = read.reader_for(path).read(job.body, path, wishes.for_path(path).read_options)
        _not_too_long(document.text, engine.options.longest)
    view = View(document)
    return as_json(response(view, engine.lint(view, wishes), "document" in wish.get("include", ())))


def of_text(text: str, path: str, options: ReadOptions) -> Document:
    """A Document of ``text``, read as the suffix of ``path`` says; offsets are those of ``text``. Raises InputError."""
    text = _HALF.sub("\ufffd", text)
    reader = read.reader_for(path)
    if reader.NAME == plain.NAME:
        return Document(path, plain.NAME, text, plain.segments(text))
    if not text.startswith("\ufeff"):
        return reader.read(text.encode(), path, options)
    # It would be taken for a mark of the encoding, and everything would move.
    return reader.read(("\u2060" + text[1:]).encode(), path, options)._replace(text=text)


def response(view: View, result: Result, with_document: bool = False) -> dict[str, Any]:
    """The object of docs/schema/findings-v1.json; each finding has its ``edits`` beside."""
    tally = Tally()
    shown = tally.add(result)
    found = [{**one, "edits": _edits(view, of)} for one, of in zip(records(result, shown), shown, strict=True)]
    answer: dict[str, Any] = {
        "version": VERSION,
        "findings": found,
        "errors": [{"path": result.path, "message": result.error}] if result.error else [],
        "summary": {"files": tally.files, **tally.by_severity, "set_aside": tally.set_aside},
    }
    if with_document and result.document is not None:
        answer["document"] = {"path": result.path, "format": result.document.format, "text": result.document.text}
    return answer


def _edits(view: View, finding: Finding) -> list[dict[str, Any] | None]:
    return [edit and edit._asdict() for edit in corrections.edits(view, finding)]


def _parsed(body: bytes) -> dict[str, Any]:
    try:
        wish = json.loads(body)
    except (ValueError, RecursionError):
        raise RequestError(400, 'the body is not JSON; send {"text": "..."}') from None
    if not isinstance(wish, dict):
        raise RequestError(400, 'the body is not a JSON object; send {"text": "..."}')
    _only(wish, _KEYS, "the body")
    include = wish.get("include", [])
    if not isinstance(include, list) or any(item != "document" for item in include):
        raise RequestError(400, '"include" must be [] or ["document"]')
    return wish


def _text(wish: dict[str, Any], longest: int) -> str:
    text = wish.get("text")
    if not isinstance(text, str):
        raise RequestError(400, '"text" is missing or is not a string; send {"text": "..."}')
    _not_too_long(text, longest)
    return text


def _not_too_long(text: str, longest: int) -> None:
    if len(text) > longest:
        raise RequestError(413, f"the text has {len(text):,} characters, the limit is {longest:,}; send it in parts")


def file_name(path: Any) -> str:
    """``path`` when it can be a file's name; raises RequestError."""
    if not isinstance(path, str) or not path or len(path) > _LONGEST_PATH or _CONTROL.search(path) or _HALF.search(path):
        raise RequestError(400, f'the file name must be 1 to {_LONGEST_PATH} printable characters, such as "draft.txt"')
    return path


def _wishes(options: Any, settings: Settings) -> Settings:
    if not isinstance(options, dict):
        raise RequestError(400, '"options" must be an object')
    _only(options, _OPTIONS, '"options"')
    least = options.get("min_confidence", settings.min_confidence)
    if least not in CONFIDENCES:
        raise RequestError(400, f'"min_confidence" must be one of {", ".join(CONFIDENCES)}')
    return settings._replace(
        select=_names(options.get("select", [])) or settings.select,
        ignore=settings.ignore + _names(options.get("ignore", [])),
        min_confidence=cast(Confidence, least),
    )


def _names(names: Any) -> tuple[str, ...]:
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise RequestError(400, '"select" and "ignore" must be lists of rules, such as ["calque", "spelling"]')
    try:
        return tuple(rule_name(name) for name in names)
    except ValueError as error:
        raise RequestError(400, str(error)) from None


def _only(given: dict[str, Any], known: tuple[str, ...], what: str) -> None:
    for key in given:
        if key not in known:
            raise RequestError(400, f"{what} has an unknown key {key!r}; known are {', '.join(known)}")
