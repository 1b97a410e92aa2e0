"""What of a file's findings is to be dealt with: neither what its baseline has, nor what stands in lines that did not change.

A task asks for the sieve of its job before it reports or corrects anything, in whatever process it runs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from lintnews.cli.files import Job
from lintnews.config import Settings
from lintnews.model import UNCHANGED, Finding, Result

Spans = Sequence[tuple[int, int]]  # first and last line, from 1, in order; a line ends with LF, as git counts


def selected(rule: str, settings: Settings) -> bool:
    """Whether findings of ``rule`` are asked for at all."""
    kind, _, name = rule.partition("/")
    names = {rule, kind, name}
    return (not settings.select or not names.isdisjoint(settings.select)) and names.isdisjoint(settings.ignore)


class Sieve:
    """Sets findings aside in the results of one file: of the file as it is, and then of each state of its correction."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._text: str | None = None
        self._changed = job.changed

    def __call__(self, result: Result) -> Result:
        """``result`` with what is not to be dealt with set aside."""
        if result.document is None:
            return result
        text = result.document.text
        if self._job.known is not None:
            from lintnews.judge.baseline import sift  # few runs have one

            result = sift(result, self._job.known, lambda rule: selected(rule, self._job.settings))
        if self._changed is not None:
            self._changed = carried(self._changed, text if self._text is None else self._text, text)
            self._text = text
            result = result._replace(findings=_in_lines(text, result.findings, self._changed))
        return result


def _in_lines(text: str, findings: Sequence[Finding], changed: Spans) -> tuple[Finding, ...]:
    """``findings`` with those set aside that have none of the changed lines."""
    breaks = [match.start() for match in re.finditer("\n", text)]

    def holds(finding: Finding) -> bool:
        first = bisect_left(breaks, finding.start) + 1
        last = bisect_left(breaks, max(finding.start, finding.end - 1)) + 1
        place = bisect_left(changed, first, key=lambda span: span[1])
        return place < len(changed) and changed[place][0] <= last

    return tuple(f if f.set_aside or holds(f) else f._replace(set_aside=UNCHANGED) for f in findings)


def carried(changed: Spans, old: str, new: str) -> Spans:
    """The changed lines of ``old`` where ``new``, a correction of it, has them; what is new there has changed too."""
    if old.count("\n") == new.count("\n"):
        return changed
    from difflib import SequenceMatcher  # only where a correction took out a whole line

    before, after = old.split("\n"), new.split("\n")
    numbers = {number for first, last in changed for number in range(first, last + 1)}
    same = {
        there: here
        for start, there_start, size in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
        for here, there in zip(range(start, start + size), range(there_start, there_start + size), strict=True)
    }
    marked = (there for there in range(len(after)) if there not in same or same[there] + 1 in numbers)
    return [(there + 1, there + 1) for there in marked]
