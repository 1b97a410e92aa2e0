"""JSON Lines: one finding a line, the same objects as in JSON; errors go to standard error only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lintnews.model import Result
from lintnews.report import Context, Tally
from lintnews.report.json import dump, records

NAME = "jsonl"


def render(results: Iterable[Result], context: Context) -> Iterator[str]:
    """One line for each finding, as soon as its file is linted."""
    tally = Tally()
    for result in results:
        for record in records(result, tally.add(result)):
            yield dump(record) + "\n"
