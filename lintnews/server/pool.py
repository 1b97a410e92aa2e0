"""Worker processes, each with a linter of its own: linting takes a processor, and the event loop must not wait for it."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import multiprocessing
import signal
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from typing import NamedTuple

from lintnews.config import Settings
from lintnews.errors import LintnewsError
from lintnews.server.affinity import Affinity
from lintnews.server.engine import Engine
from lintnews.server.messages import Job, Reply
from lintnews.server.options import Options
from lintnews.server.tasks import answer

_WRITING = ("save", "remove")
_SPAWN = multiprocessing.get_context("spawn")  # a fork of a process with threads may hang


class BusyError(Exception):
    """More requests are under way than the server takes on."""


class TooSlowError(Exception):
    """A request took longer than allowed; its worker was replaced."""


class _Start(NamedTuple):
    """What a worker process says when it is ready, or why it never will be."""

    error: str = ""


class Pool:
    """Gives each job to the worker that knows the draft, or to the one with least to do.

    ``start`` raises LintnewsError when the rules cannot be loaded; ``stop`` ends the processes.
    """

    def __init__(self, settings: Settings, options: Options) -> None:
        self._workers = [_Worker(settings, options) for _ in range(max(options.processes, 1))]
        self._affinity = Affinity()
        self._waiting, self._most = 0, options.waiting

    async def start(self) -> None:
        """Start every worker and wait until all are ready."""
        await self._workers[0].start()  # compiles the rules if need be; the others find them compiled
        await asyncio.gather(*(worker.start() for worker in self._workers[1:]))

    def stop(self) -> None:
        """End the processes at once: they hold nothing that is worth saving."""
        for worker in self._workers:
            worker.stop()

    async def ask(self, job: Job) -> Reply:
        """The reply to ``job``. Raises BusyError, or TooSlowError."""
        if self._waiting >= self._most:
            raise BusyError
        self._waiting += 1
        try:
            number = self._choose(job)
            return await self._workers[number].ask(job)
        finally:
            self._waiting -= 1

    def _choose(self, job: Job) -> int:
        if job.task in _WRITING:
            return 0  # one after the other, so that none overwrites another's change
        idlest = min(range(len(self._workers)), key=lambda number: self._workers[number].load)
        known = self._affinity.preferred(job.body)
        # A known draft is worth a short wait, a queue of strangers is not.
        chosen = idlest if known is None or self._workers[known].load > self._workers[idlest].load + 2 else known
        self._affinity.given(job.body, chosen)
        return chosen


class _Worker:
    """One process and the pipe to it. A thread waits for the pipe; jobs wait for their turn at the lock."""

    def __init__(self, settings: Settings, options: Options) -> None:
        self._settings, self._options = settings, options
        self._turn = asyncio.Lock()
        self._thread = ThreadPoolExecutor(1, "lintnews-pipe")
        self._process: multiprocessing.process.BaseProcess | None = None
        self._pipe: Connection | None = None
        self.load = 0  # jobs given and not yet answered

    async def start(self) -> None:
        """Start the process and wait until its rules are loaded; raises LintnewsError when they cannot be."""
        self._pipe, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(
            target=_work, args=(theirs, self._settings, self._options), name="lintnews-worker", daemon=True
        )
        self._process.start()
        theirs.close()
        started = await asyncio.get_running_loop().run_in_executor(self._thread, self._pipe.recv)
        if started.error:
            raise LintnewsError(started.error)

    def stop(self) -> None:
        """End the process."""
        self._end_process()
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def ask(self, job: Job) -> Reply:
        """The reply to ``job``; a worker that takes too long, or dies, is replaced."""
        self.load += 1
        try:
            async with self._turn:  # bounded: every job before this one has its time limit
                replied = asyncio.get_running_loop().run_in_executor(self._thread, self._exchange, job)
                try:
                    return await asyncio.wait_for(asyncio.shield(replied), self._options.seconds)
                except (TimeoutError, EOFError, OSError) as error:
                    self._end_process()
                    with contextlib.suppress(EOFError, OSError):
                        await replied  # the thread notices that the pipe is closed
                    await self.start()
                    raise TooSlowError from error
        finally:
            self.load -= 1

    def _exchange(self, job: Job) -> Reply:
        assert self._pipe is not None
        self._pipe.send(job)
        reply: Reply = self._pipe.recv()
        return reply

    def _end_process(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join(5)
        self._process = None


def _work(pipe: Connection, settings: Settings, options: Options) -> None:
    """The life of a worker process: ready, then job after job until the server goes away."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server hears it too, and ends us
    try:
        engine = Engine(settings, options)
    except LintnewsError as error:
        pipe.send(_Start(str(error)))
        return
    gc.freeze()  # the rules stay; looking through them for cycles would interrupt every other check
    gc.set_threshold(50_000, 20, 50)
    pipe.send(_Start())
    with contextlib.suppress(EOFError, OSError):
        while True:
            pipe.send(answer(engine, pipe.recv()))
