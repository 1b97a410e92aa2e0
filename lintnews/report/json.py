"""JSON, version 1: a contract. A field may be added, none changed; docs/schema/findings-v1.json describes it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from lintnews.model import KINDS, Document, Finding, Result
from lintnews.position import Lines
from lintnews.report import Context, Tally
from lintnews.report._locators import Locators
from lintnews.typed import Any

NAME = "json"
VERSION = 1


def render(results: Iterable[Result], context: Context) -> Iterator[str]:
    """One JSON object with every finding on a line of its own, then the errors and the summary."""
    tally = Tally(context.statistics)
    errors: list[dict[str, str]] = []
    yield f'{{"version": {VERSION}, "findings": ['
    separator = "\n"
    for result in results:
        shown = tally.add(result)
        if result.error:
            errors.append({"path": result.path, "message": result.error})
        for record in records(result, shown):
            yield separator + dump(record)
            separator = ",\n"
    yield f'\n], "errors": {dump(errors)}, '
    if context.statistics:
        yield "".join(f'"{name}": {dump(counts)}, ' for name, counts in _statistics(tally))
    yield f'"summary": {dump(_summary(tally))}}}\n'


def records(result: Result, findings: Iterable[Finding]) -> Iterator[dict[str, Any]]:
    """The JSON object of each of ``findings``, which are of ``result``."""
    document = result.document
    lines = locators = None
    for finding in findings:
        if document is None:
            return
        lines, locators = lines or Lines(document.text), locators or Locators(document)
        record = _record(result.path, document, lines, finding)
        locator = locators.at(finding.start)
        yield {**record, "locator": locator} if locator else record


def dump(value: Any) -> str:
    """``value`` as JSON on one line, letters of all scripts as they are."""
    return json.dumps(value, ensure_ascii=False)


def _record(path: str, document: Document, lines: Lines, finding: Finding) -> dict[str, Any]:
    start, end = lines.place(finding.start), lines.place(finding.end)
    return {
        "path": path,
        "start": finding.start,
        "end": finding.end,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "text": document.text[finding.start : finding.end],
        "rule": finding.rule,
        "kind": finding.kind,
        "mqm": KINDS[finding.kind].mqm,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": finding.message,
        "suggestions": list(finding.suggestions),
        "evidence": [
            {"text": cue.text, "start": cue.start, "end": cue.end} for cue in finding.evidence if cue.weight >= 0
        ],
    }


def _statistics(tally: Tally) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    yield "statistics", [{"rule": rule, "count": count} for rule, count in tally.rules]
    yield "statistics_by_kind", [{"kind": kind, "count": count} for kind, count in tally.kinds]
    yield "statistics_by_file", [{"path": path, "count": count, **tally.by_path[path]} for path, count in tally.paths]


def _summary(tally: Tally) -> dict[str, int]:
    counts = {"files": tally.files, **tally.by_severity, "set_aside": tally.set_aside}
    counts |= {"fixed": tally.fixed} if tally.fixed else {}
    return counts | ({"expired": tally.expired} if tally.expired else {})
