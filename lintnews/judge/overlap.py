"""One place, one finding: of findings that overlap, the one an editor should read first stays."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from lintnews.model import SEVERITIES, Finding


def settle(findings: Iterable[Finding]) -> list[Finding]:
    """Alarms before infos, then the longest, then the leftmost; what overlaps a stronger one goes. In order of place.

    Findings set aside never displace others and are dropped where a kept one stands.
    """
    kept: list[Finding] = []
    taken: list[tuple[int, int]] = []  # disjoint, in order
    for finding in sorted(findings, key=_rank):
        place = bisect_left(taken, (finding.end, finding.end))
        if place == 0 or taken[place - 1][1] <= finding.start:
            kept.append(finding)
            insort(taken, (finding.start, finding.end))
    return sorted(kept, key=lambda f: (f.start, f.end, f.rule))


def _rank(finding: Finding) -> tuple[bool, bool, int, int, int, bool, float, str]:
    info = finding.severity == "info"
    mute = not finding.suggestions  # of two that say the same, the one that knows better
    length = finding.end - finding.start
    weight = SEVERITIES.index(finding.severity)
    # An entry was judged by its cues and a check was not (score 0): where both say it, the entry explains it better.
    return bool(finding.set_aside), info, -length, finding.start, -weight, mute, -finding.score, finding.rule
