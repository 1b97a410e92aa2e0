"""Linting in several processes: files in chunks, a long document in parts; what comes back is in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from itertools import islice

from lintnews.cli.files import Job
from lintnews.cli.linters import Linters, Task, results
from lintnews.config import Settings
from lintnews.linter import LONG, Part
from lintnews.model import ASKED_IN_COPY, ASKED_OUTSIDE, Document, Result

_CHUNK = 16  # files that travel together
_AHEAD = 4  # chunks under way for each process: keeps memory flat however many files there are
_PARTS_AHEAD = 2  # the same of parts, which are a megabyte each

Done = tuple[Job | None, Result]


class Processes:
    """So many processes, each with linters of its own; they start when there is something to do."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._pool = ProcessPoolExecutor(number)

    def run(self, items: Iterator[Job | Result], linters: Linters, task: Task) -> Iterator[Done]:
        """What ``task`` gives for each job, in order; then the processes end.

        What may be a long document is worked on here, with ``linters``, which give its parts to the processes.
        """
        linters.spread = lambda settings: partial(self._spread, settings)
        chunks = _chunks(items)
        waiting: deque[Future[list[Done]] | Job] = deque()
        try:
            while True:
                for chunk in islice(chunks, _AHEAD * self._number - len(waiting)):
                    waiting.append(chunk if isinstance(chunk, Job) else self._pool.submit(_do, chunk, task))
                if not waiting:
                    return
                first = waiting.popleft()
                yield from results(first, linters, task) if isinstance(first, Job) else first.result()
        finally:
            self._pool.shutdown(cancel_futures=True)

    def _spread(self, settings: Settings, parts: Iterable[Part]) -> Iterator[tuple[int, Result]]:
        """The results of the parts of a document, each with the part's offset."""
        waiting: deque[tuple[int, Future[Result]]] = deque()
        for offset, part in parts:
            waiting.append((offset, self._pool.submit(_lint, part, settings)))
            if len(waiting) > _PARTS_AHEAD * self._number:
                offset, under_way = waiting.popleft()
                yield offset, under_way.result()
        yield from ((offset, under_way.result()) for offset, under_way in waiting)


def _chunks(items: Iterable[Job | Result]) -> Iterator[list[Job | Result] | Job]:
    """What travels together, in order; a job whose document may be long travels nowhere."""
    chunk: list[Job | Result] = []
    for item in items:
        long = isinstance(item, Job) and item.size > LONG
        if chunk and (long or len(chunk) == _CHUNK):
            yield chunk
            chunk = []
        if isinstance(item, Job) and long:
            yield item
        else:
            chunk.append(item)
    if chunk:
        yield chunk


_linters_of_process = Linters()  # lives in a worker process, where there is no caller to hold it between chunks


def _do(chunk: list[Job | Result], task: Task) -> list[Done]:
    return [(job, _light(result)) for item in chunk for job, result in results(item, _linters_of_process, task)]


def _lint(part: Document, settings: Settings) -> Result:
    return _linters_of_process.get(settings).lint(part)._replace(document=None)


def _light(result: Result) -> Result:
    """``result`` without the text when no report shows anything of it: it need not travel between processes."""
    asked = (*ASKED_IN_COPY, *ASKED_OUTSIDE)  # what was set aside on request is told in SARIF
    if result.document is None or any(not f.set_aside or f.set_aside.startswith(asked) for f in result.findings):
        return result
    return result._replace(document=result.document._replace(text="", segments=(), masks=(), source=""))
