"""The Diagnostic Format of reviewdog, as one JSON object: what comments on pull requests and offers suggestions there.

Lines and columns are from 1, and columns count the bytes of UTF-8. Text taken out of a container has no lines of its file:
such diagnostics name the file alone, and begin with the paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lintnews.model import Document, Edit, Finding, Result
from lintnews.position import Grid
from lintnews.report import Context
from lintnews.report._locators import Locators
from lintnews.report._message import told
from lintnews.report.json import dump

NAME = "rdjson"

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def render(results: Iterable[Result], context: Context) -> Iterator[str]:
    """A DiagnosticResult with a diagnostic on a line for each finding, and one for each file that could not be linted."""
    yield '{"source": {"name": "lintnews"}, "diagnostics": ['
    separator = "\n"
    for result in results:
        for diagnostic in _diagnostics(result, context):
            yield separator + dump(diagnostic)
            separator = ",\n"
    yield "\n]}\n"


def _diagnostics(result: Result, context: Context) -> Iterator[dict[str, Any]]:
    if result.error:
        yield {"message": result.error, "location": {"path": result.path}, "severity": "ERROR"}
    shown = [finding for finding in result.findings if not finding.set_aside]
    if result.document is None or not shown:
        return
    if not result.document.encoding:
        yield from _without_lines(result.path, result.document, shown)
        return
    grid = Grid(result.document.text, "utf-8")
    for finding, offered in zip(shown, context.offers(result.document, shown), strict=True):
        location = {"path": result.path, "range": _range(grid, finding.start, finding.end)}
        yield {**_diagnostic(finding), "location": location, **_suggestions(grid, offered)}


def _without_lines(path: str, document: Document, findings: Iterable[Finding]) -> Iterator[dict[str, Any]]:
    locators = Locators(document)
    for finding in findings:
        made = _diagnostic(finding)
        where = locators.at(finding.start)
        made["message"] = f"{where}: {made['message']}" if where else made["message"]
        yield {**made, "location": {"path": path}}


def _diagnostic(finding: Finding) -> dict[str, Any]:
    return {"message": told(finding), "severity": _SEVERITIES[finding.severity], "code": {"value": finding.rule}}


def _suggestions(grid: Grid, offered: Sequence[Edit]) -> dict[str, Any]:
    made = [{"range": _range(grid, edit.start, edit.end), "text": edit.text} for edit in offered]
    return {"suggestions": made} if made else {}


def _range(grid: Grid, start: int, end: int) -> dict[str, Any]:
    return {"start": _position(grid, start), "end": _position(grid, end)}


def _position(grid: Grid, offset: int) -> dict[str, int]:
    line, column = grid.cell(offset)
    return {"line": line + 1, "column": column + 1}
