"""Quoted speech: takes the findings of a view, gives those inside quotations with less confidence and never as safe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lintnews.model import Finding
from lintnews.view import View


def humbled(view: View, findings: Iterable[Finding]) -> Iterator[Finding]:
    """``findings``; one in quoted speech is at most likely, for a speaker may mean what the words say, and is not safe."""
    for finding in findings:
        sure = finding.safe or finding.confidence == "certain"
        if sure and view.in_quote(finding.start, finding.end):
            lower = "likely" if finding.confidence == "certain" else finding.confidence
            finding = finding._replace(confidence=lower, safe=False)
        yield finding
