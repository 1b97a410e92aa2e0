"""What passes between the event loop and a worker process, and what a refusal looks like."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

JSON = "application/json"
PROBLEM = "application/problem+json"  # RFC 9457
TEXT = "text/plain; charset=utf-8"
BYTES = "application/octet-stream"


class Job(NamedTuple):
    """A request, as it came in: the worker takes it apart, so that the event loop stays free."""

    task: str  # a key of ``tasks.TASKS``
    body: bytes = b""
    query: str = ""  # of the address, still encoded
    media: str = ""  # the Content-Type
    name: str = ""  # what the path of the address names


class Reply(NamedTuple):
    """What to send back."""

    status: int
    body: bytes
    media: str = JSON


class RequestError(Exception):
    """A request that cannot be served; the message says what to send instead."""

    def __init__(self, status: int, message: str) -> None:
        self.status = status
        super().__init__(message)


def as_json(value: Any, status: int = 200) -> Reply:
    """``value`` as a reply; letters of all scripts stay as they are, half a pair of surrogates is escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    try:
        return Reply(status, text.encode())
    except UnicodeEncodeError:
        return Reply(status, json.dumps(value).encode())


def problem(status: int, message: str) -> Reply:
    """A refusal for programs and for the page: an object with ``status`` and ``detail``."""
    return as_json({"status": status, "detail": message}, status)._replace(media=PROBLEM)
