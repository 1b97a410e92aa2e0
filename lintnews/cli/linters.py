"""Linters for the settings that turn up, and results from jobs: here, or in several processes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

from lintnews.cli.files import Job
from lintnews.config import Settings
from lintnews.errors import ConfigError, LintnewsError
from lintnews.linter import Linter
from lintnews.model import ASKED_IN_COPY, ASKED_OUTSIDE, KINDS, Result

_WORTH_IT = 1 << 20  # bytes; for less, starting processes takes longer than linting
_CHUNK = 16  # files that travel together
_AHEAD = 4  # chunks under way for each process: keeps memory flat however many files there are


Task = Callable[[Linter, Job], Result]  # what is done with each file; it travels to other processes


class Linters:
    """One Linter for each distinct Settings; those that differ only in what is reported share a lexicon."""

    def __init__(self) -> None:
        self._made: list[tuple[Settings, Linter | LintnewsError]] = []

    def get(self, settings: Settings) -> Linter:
        """The Linter for ``settings``. Raises RuleError or ConfigError, the same again when asked again."""
        settings = settings._replace(exclude=(), fail_level="warning", baseline="")
        made = next((made for known, made in self._made if known == settings), None)
        if made is None:
            try:
                made = self._make(settings)
            except LintnewsError as error:
                made = error
            self._made.append((settings, made))
        if isinstance(made, LintnewsError):
            raise made
        return made

    def _make(self, settings: Settings) -> Linter:
        knowledge = (settings.glossary, settings.rules)
        twins = [
            made.lexicon
            for known, made in self._made
            if isinstance(made, Linter) and (known.glossary, known.rules) == knowledge
        ]
        linter = Linter(settings, *twins[:1])
        for name in (*settings.select, *settings.ignore, *settings.severity):
            if name not in KINDS and not linter.explain(name):
                raise ConfigError(f"no rule {name!r}{linter.nearest(name)}", settings.path)
        return linter

    def do(self, task: Task, job: Job) -> Result:
        """Do ``task`` with one file; settings that cannot be used raise LintnewsError."""
        return _guarded(task, self.get(job.settings), job)


def lint(linter: Linter, job: Job) -> Result:
    """The task of a plain run: the findings of one file."""
    result = linter.lint_file(job.path) if job.data is None else linter.lint_bytes(job.data, job.path)
    if job.known is None and job.changed is None:
        return result
    from lintnews.cli.sieve import Sieve  # few runs need one

    return Sieve(job)(result)


def _guarded(task: Task, linter: Linter, job: Job) -> Result:
    """Do ``task``, and take a fault of our own for a fault of this file, so that the others are linted."""
    try:
        return task(linter, job)
    except Exception as error:
        if os.environ.get("LINTNEWS_DEBUG"):
            raise
        fault = f"internal error: {type(error).__name__}: {error}; LINTNEWS_DEBUG=1 shows where"
        return Result(job.path, None, (), fault)


def run(
    jobs: Iterable[Job | Result], linters: Linters, processes: int, task: Task = lint
) -> Iterator[tuple[Job | None, Result]]:
    """What ``task`` gives for each job, in order. ``processes`` 0: one a processor, if there is enough to do."""
    items = iter(jobs)
    first = list(_until_worth_it(items)) if processes == 0 else []
    items = chain(first, items)
    if processes == 0 and len(first) > 1 and sum(job.size for job in first if isinstance(job, Job)) > _WORTH_IT:
        processes = os.cpu_count() or 1
    return _parallel(items, processes, task) if processes > 1 else (_one(item, linters, task) for item in items)


def _until_worth_it(items: Iterator[Job | Result]) -> Iterator[Job | Result]:
    size = 0
    for item in items:
        yield item
        size += item.size if isinstance(item, Job) else 0
        if size > _WORTH_IT:
            yield from islice(items, 1)  # one file is for one process, however large
            return


def _one(item: Job | Result, linters: Linters, task: Task) -> tuple[Job | None, Result]:
    if isinstance(item, Result):
        return None, item
    try:
        return item, linters.do(task, item)
    except LintnewsError as error:
        return None, Result(getattr(error, "path", "") or item.path, None, (), str(error))


def _parallel(items: Iterator[Job | Result], processes: int, task: Task) -> Iterator[tuple[Job | None, Result]]:
    """Chunks of jobs to processes, results back in order."""
    from collections import deque
    from concurrent.futures import Future, ProcessPoolExecutor

    pool = ProcessPoolExecutor(processes)
    under_way: deque[Future[list[tuple[Job | None, Result]]]] = deque()
    try:
        while True:
            while len(under_way) < _AHEAD * processes and (chunk := list(islice(items, _CHUNK))):
                under_way.append(pool.submit(_chunk, chunk, task))
            if not under_way:
                return
            yield from under_way.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


_linters_of_process = Linters()  # lives in a worker process, where there is no caller to hold it between chunks


def _chunk(items: list[Job | Result], task: Task) -> list[tuple[Job | None, Result]]:
    return [(job, _light(result)) for job, result in (_one(item, _linters_of_process, task) for item in items)]


def _light(result: Result) -> Result:
    """``result`` without the text when no report shows anything of it: it need not travel between processes."""
    asked = (*ASKED_IN_COPY, *ASKED_OUTSIDE)  # what was set aside on request is told in SARIF
    if result.document is None or any(not f.set_aside or f.set_aside.startswith(asked) for f in result.findings):
        return result
    return result._replace(document=result.document._replace(text="", segments=(), masks=(), source=""))
