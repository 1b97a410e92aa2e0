"""XML as Checkstyle writes it, which Jenkins, SonarQube and many others read: a file, and an error for each finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lintnews.model import Finding, Result
from lintnews.position import Lines
from lintnews.report import Context
from lintnews.report._legal import attribute
from lintnews.report._locators import Locators
from lintnews.report._message import told

NAME = "checkstyle"

_VERSION = "4.3"  # of the format; some readers ask for it
_JOINT = "; suggestion: "


def render(results: Iterable[Result], context: Context) -> Iterator[str]:
    """One document; lines and columns from 1, columns in code points. Files without findings are left out."""
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="{_VERSION}">\n'
    for result in results:
        shown = [finding for finding in result.findings if not finding.set_aside]
        if shown or result.error:
            yield from _file(result, shown)
    yield "</checkstyle>\n"


def _file(result: Result, findings: Iterable[Finding]) -> Iterator[str]:
    yield f'  <file name="{attribute(result.path)}">\n'
    if result.error:
        yield _error(1, 1, "error", result.error, "lintnews")
    if result.document is not None:
        lines, locators = Lines(result.document.text), Locators(result.document)
        for finding in findings:
            line, column = lines.place(finding.start)
            where = locators.at(finding.start)
            message = f"{where}: {told(finding, _JOINT)}" if where else told(finding, _JOINT)
            yield _error(line, column, finding.severity, message, f"lintnews.{finding.rule}")
    yield "  </file>\n"


def _error(line: int, column: int, severity: str, message: str, source: str) -> str:
    place = f'line="{line}" column="{column}" severity="{severity}"'
    return f'    <error {place} message="{attribute(message)}" source="{attribute(source)}"/>\n'
