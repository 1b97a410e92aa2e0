"""Annotations of a GitHub workflow: one command a finding, placed on the changed lines."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from lintnews.model import Finding, Result
from lintnews.position import Lines
from lintnews.report import Context, Tally
from lintnews.report._message import told

NAME = "github"

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def render(results: Iterable[Result], context: Context) -> Iterator[str]:
    """One workflow command for each finding, and one for each file that could not be read."""
    tally = Tally()
    for result in results:
        shown = tally.add(result)
        path = _path(result.path)
        if result.error:
            yield _command("error", {"file": path, "title": "lintnews"}, result.error)
        if result.document is not None and shown:
            lines = Lines(result.document.text)
            yield from (_annotation(path, lines, finding) for finding in shown)


def _annotation(path: str, lines: Lines, finding: Finding) -> str:
    start, end = lines.place(finding.start), lines.place(finding.end)
    place = {"file": path, "line": start.line, "endLine": end.line}
    if start.line == end.line:  # columns of two lines are refused
        place |= {"col": start.column, "endColumn": end.column}
    return _command(_LEVELS[finding.severity], {**place, "title": finding.rule}, told(finding))


def _command(level: str, properties: dict[str, object], message: str) -> str:
    written = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{level} {written}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _path(path: str) -> str:
    """``path`` as GitHub knows the file: relative to the repository, with slashes."""
    root = os.environ.get("GITHUB_WORKSPACE", "")
    inside = os.path.isabs(path) and root and path.startswith(root.rstrip(os.sep) + os.sep)
    return (os.path.relpath(path, root) if inside else path).replace(os.sep, "/")
