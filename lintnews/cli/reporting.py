"""What a report may ask beyond the results: colours and width, corrections on offer, what a rule is about."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from lintnews.cli.arguments import Arguments
from lintnews.cli.files import Job
from lintnews.cli.linters import Linters
from lintnews.config import Settings
from lintnews.errors import LintnewsError
from lintnews.model import Document, Edit, Finding, Result, RuleInfo
from lintnews.report import Context, Offers
from lintnews.typed import TextIO

_OFFERED = 4  # suggestions for one finding that are worked out


class Background:
    """Answers a report's questions. Learns which settings there are from the results that pass on their way to it."""

    def __init__(self, linters: Linters) -> None:
        self._linters = linters
        self._settings: dict[tuple[object, ...], Settings] = {}  # by what decides which rules there are

    def noting(self, results: Iterable[tuple[Job | None, Result]]) -> Iterator[tuple[Job | None, Result]]:
        """``results``, the settings of their files noted."""
        last: Settings | None = None
        for job, result in results:
            if job is not None and job.settings is not last:
                last = job.settings
                self._settings.setdefault((last.glossary, last.rules), last)
            yield job, result

    def context(self, args: Arguments, stream: TextIO | None) -> Context:
        """The context of a report that goes to ``stream``; None: to a file."""
        terminal = stream is not None and stream.isatty()
        colour, width = _colour(args.color, terminal), _width(terminal)
        return Context(colour, width, args.quiet, args.statistics, offers, self.explain)

    def explain(self, rule: str) -> RuleInfo | None:
        """What ``rule``, a "kind/id", is about, by the first settings that know it."""
        for settings in self._settings.values():
            try:
                found = self._linters.get(settings).explain(rule)
            except LintnewsError:
                continue  # said when its files were to be linted
            if found:
                return next((info for info in found if info.rule == rule), found[0])
        return None


def offers(document: Document, findings: Sequence[Finding]) -> Offers:
    """For each finding the edits that its first suggestions come to in its place; none in text taken out of a container."""
    if not document.encoding:
        return ((),) * len(findings)
    from lintnews.fix.edits import edit_for  # few formats ask
    from lintnews.view import View

    view = View(document)
    return [_distinct(edit_for(view, finding, one) for one in finding.suggestions[:_OFFERED]) for finding in findings]


def _distinct(edits: Iterable[Edit | None]) -> tuple[Edit, ...]:
    return tuple({edit[:3]: edit for edit in reversed(list(edits)) if edit is not None}.values())[::-1]


def _colour(wish: str, terminal: bool) -> bool:
    if wish != "auto":
        return wish == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return terminal and os.environ.get("TERM") != "dumb"


def _width(terminal: bool) -> int:
    try:
        return os.get_terminal_size().columns if terminal else Context().width
    except OSError:
        return Context().width
