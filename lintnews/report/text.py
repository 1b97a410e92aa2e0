"""Text for people: place, severity, rule, message; the line with the span underlined; what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lintnews.model import REMOVE, Document, Finding, Result
from lintnews.position import Lines
from lintnews.report import Context, Tally
from lintnews.report._excerpt import excerpt, printable
from lintnews.report._locators import Locators

NAME = "text"

_COLOURS = {"error": "31;1", "warning": "33;1", "info": "36;1", "path": "1", "rule": "2", "suggestion": "32"}
_INDENT = "    "


def render(results: Iterable[Result], context: Context) -> Iterator[str]:
    """A few lines for each finding and, unless quiet, a line that sums up."""
    tally = Tally(context.statistics)
    for result in results:
        shown = tally.add(result)
        if result.document is not None and shown:
            yield from _file(result.path, result.document, shown, context)
    if context.statistics:
        yield from _statistics(tally)
    if not context.quiet:
        yield summary(tally) + "\n"


def _statistics(tally: Tally) -> Iterator[str]:
    for title, counts in (("by rule", tally.rules), ("by kind", tally.kinds), ("by file", tally.paths)):
        if counts:
            yield f"{title}\n"
            yield from (f"{count:6}  {printable(name)}\n" for name, count in counts)


def summary(tally: Tally) -> str:
    """The counts of a run in words: "2 files: 1 error, 3 warnings; 1 set aside"."""
    if not tally.files and not tally.errors and not tally.expired:
        return "no file to lint"
    counts = [_count(number, word) for word, number in tally.by_severity.items() if number and word != "info"]
    counts += [f"{tally.by_severity['info']} info"] if tally.by_severity["info"] else []
    line = f"{_count(tally.files, 'file')}: {', '.join(counts) or 'nothing found'}"
    if tally.fixed:
        line += f"; {tally.fixed} corrected"
    if tally.set_aside:
        line += f"; {tally.set_aside} set aside"
    if tally.expired:
        line += f"; {tally.expired} expired in the baseline (--write-baseline drops them)"
    return line + (f"; {_count(tally.errors, 'problem')}" if tally.errors else "")


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _file(path: str, document: Document, findings: Iterable[Finding], context: Context) -> Iterator[str]:
    lines, locators = Lines(document.text), Locators(document)
    for finding in findings:
        place = lines.place(finding.start)
        where = _paint(f"{printable(path)}:{place.line}:{place.column}:", "path", context)
        severity = _paint(f"{finding.severity}:", finding.severity, context)
        yield f"{where} {severity} {_paint(finding.rule + ':', 'rule', context)} {printable(finding.message)}\n"
        start, end = lines.span(place.line)
        yield from _source(document.text[start:end], finding.start - start, finding.end - start, finding, context)
        if locator := locators.at(finding.start):
            yield f"{_INDENT}in {printable(locator)}\n"
        if finding.suggestions:
            yield f"{_INDENT}suggestion: {_paint(_suggested(finding), 'suggestion', context)}\n"


def _source(line: str, start: int, end: int, finding: Finding, context: Context) -> Iterator[str]:
    shown = excerpt(line, start, end, max(context.width - len(_INDENT), 40))
    yield f"{_INDENT}{shown.text}\n"
    yield f"{_INDENT}{' ' * shown.indent}{_paint('^' * shown.length, finding.severity, context)}\n"


def _suggested(finding: Finding) -> str:
    return ", ".join(printable(suggestion) or REMOVE for suggestion in finding.suggestions)


def _paint(text: str, role: str, context: Context) -> str:
    return f"\033[{_COLOURS[role]}m{text}\033[0m" if context.colour else text
