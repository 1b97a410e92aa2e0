"""From jobs to results, in order: in this process, or in several where there is enough to do."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from lintnews.cli.files import Job
from lintnews.cli.linters import Linters, Task, lint, results
from lintnews.linter import LONG
from lintnews.model import Result

_WORTH_IT = 1 << 20  # bytes; for less, starting processes takes longer than linting


def run(
    jobs: Iterable[Job | Result], linters: Linters, processes: int, task: Task = lint
) -> Iterator[tuple[Job | None, Result]]:
    """What ``task`` gives for each job, in order. ``processes`` 0: one a processor, if there is enough to do."""
    items = iter(jobs)
    first = list(_until_worth_it(items)) if processes == 0 else []
    items = chain(first, items)
    if processes == 0 and _are_enough([item.size for item in first if isinstance(item, Job)]):
        processes = os.cpu_count() or 1
    if processes > 1:
        from lintnews.cli.processes import Processes  # a single article has no use for them

        return Processes(processes).run(items, linters, task)
    return (done for item in items for done in results(item, linters, task))


def _until_worth_it(items: Iterator[Job | Result]) -> Iterator[Job | Result]:
    size = 0
    for item in items:
        yield item
        size += item.size if isinstance(item, Job) else 0
        if size > _WORTH_IT:
            yield from islice(items, 1)  # one file alone is for one process, unless it is long
            return


def _are_enough(sizes: Sequence[int]) -> bool:
    """Whether files of these ``sizes`` are worth several processes; one file is, if its document may be long."""
    return sum(sizes) > (_WORTH_IT if len(sizes) > 1 else LONG)
