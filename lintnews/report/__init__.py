"""Reports: one output format per file, results to strings.

A report is a module of this package with ``NAME`` (what ``--format`` takes) and
``render(results: Iterable[Result], context: Context) -> Iterator[str]``: strings to be written one after the other, the
first as soon as there is one. To add a format, add its file: there is no list of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from lintnews import folder
from lintnews.model import Document, Edit, Finding, Result, RuleInfo
from lintnews.named import NamedTuple
from lintnews.typed import Protocol, cast

Offers = Sequence[Sequence[Edit]]  # for each finding the edits a person may choose from, the best first


def _no_edits(document: Document, findings: Sequence[Finding]) -> Offers:
    return ((),) * len(findings)


def _nothing_known(rule: str) -> RuleInfo | None:
    return None


class Context(NamedTuple):
    """How the reader of a report wants it. A format takes what makes sense for it."""

    colour: bool = False
    width: int = 100  # columns
    quiet: bool = False  # findings only, no summary
    statistics: bool = False  # count findings by rule, by kind and by file
    offers: Callable[[Document, Sequence[Finding]], Offers] = _no_edits  # what may be written in the place of each finding
    explain: Callable[[str], RuleInfo | None] = _nothing_known  # what a rule, "kind/id", is about


class Report(Protocol):
    """What a module of this package offers."""

    NAME: str

    def render(self, results: Iterable[Result], context: Context) -> Iterator[str]:
        """Write ``results``; takes them one by one and keeps none."""


class Tally:
    """Counts over results as they pass: files, findings by severity and by rule, those set aside, corrections, errors.

    ``expired`` counts entries of baselines. ``by_path`` has the findings of each file by severity if ``paths`` is set: it
    grows with the number of files.
    """

    def __init__(self, paths: bool = False) -> None:
        self.by_path: dict[str, dict[str, int]] = {}
        self._paths = paths
        self.files = self.errors = self.set_aside = self.fixed = self.expired = 0
        self.by_severity = {"error": 0, "warning": 0, "info": 0}
        self.by_rule: dict[str, int] = {}

    def add(self, result: Result) -> tuple[Finding, ...]:
        """Count ``result`` and return the findings that are to be reported."""
        self.files += result.document is not None and not result.again
        self.errors += bool(result.error)
        self.expired += result.expired
        self.fixed += result.fixed
        shown = tuple(finding for finding in result.findings if not finding.set_aside)
        self.set_aside += len(result.findings) - len(shown)
        for finding in shown:
            self.by_severity[finding.severity] += 1
            self.by_rule[finding.rule] = self.by_rule.get(finding.rule, 0) + 1
        if self._paths and shown:
            self._note(result.path, shown)
        return shown

    def _note(self, path: str, findings: Iterable[Finding]) -> None:
        counts = self.by_path.setdefault(path, {"error": 0, "warning": 0, "info": 0})
        for finding in findings:
            counts[finding.severity] += 1

    @property
    def rules(self) -> list[tuple[str, int]]:
        """Each rule that found something and how often, the most frequent first."""
        return _ranked(self.by_rule)

    @property
    def kinds(self) -> list[tuple[str, int]]:
        """Each kind of which something was found and how often, the most frequent first."""
        counts: dict[str, int] = {}
        for rule, count in self.by_rule.items():
            kind = rule.partition("/")[0]
            counts[kind] = counts.get(kind, 0) + count
        return _ranked(counts)

    @property
    def paths(self) -> list[tuple[str, int]]:
        """Each file in which something was found and how much, the most first."""
        return _ranked({path: sum(counts.values()) for path, counts in self.by_path.items()})


def _ranked(counts: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def names() -> list[str]:
    """The names of all formats, sorted."""
    return folder.names(__path__)


def report_for(name: str) -> Report:
    """The report called ``name``; raises KeyError when there is none."""
    if name not in names():
        raise KeyError(name)
    return cast(Report, folder.module(__name__, name))
