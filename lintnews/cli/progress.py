"""A bar on the terminal while many files are linted, gone when they are done."""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator

from lintnews.cli.arguments import Arguments
from lintnews.cli.files import STDIN, Job
from lintnews.model import Result
from lintnews.typed import TextIO

_DELAY = 1.0  # seconds before it shows: most runs are over by then
_OFTEN = 0.1  # seconds between two states of it
_CELLS = 24
_ERASE = "\r\033[K"


def is_watched(args: Arguments) -> bool:
    """Whether a bar on standard error, which is a terminal, would harm no output and is wanted.

    Output to a file is harmed by none. On the same terminal that goes for the text report alone, which ends each line. A pipe
    may lead to a pager, which has the terminal to itself.
    """
    if STDIN in args.paths or os.environ.get("TERM") == "dumb":
        return False
    return bool(args.output) or _is_harmless(sys.stdout, args.format)


def _is_harmless(stdout: TextIO, name: str) -> bool:
    if stdout.isatty():
        return name == "text"
    try:
        mode = os.fstat(stdout.fileno()).st_mode
    except (OSError, ValueError):
        return False
    return stat.S_ISREG(mode) or stat.S_ISCHR(mode)


class Progress:
    """How far a run is, drawn on ``stream``: by bytes where their number is known, and by files."""

    def __init__(self, stream: TextIO, delay: float = _DELAY) -> None:
        self._stream = stream
        self._began = time.monotonic()
        self._next = self._began + delay  # when it is drawn
        self._drawn = False
        self._files = self._bytes = self._all_files = self._all_bytes = 0

    def counted(self, jobs: Iterable[Job | Result]) -> list[Job | Result]:
        """``jobs``, all of them found now: how many there are is known from then on."""
        found = list(jobs)
        sizes = [item.size for item in found if isinstance(item, Job)]
        self._all_files, self._all_bytes = len(sizes), sum(sizes)
        return found

    def watched(self, results: Iterable[tuple[Job | None, Result]]) -> Iterator[tuple[Job | None, Result]]:
        """``results`` as they are; the bar is off the screen whenever one is passed on."""
        try:
            for job, result in results:
                if job is not None:
                    self._files += 1
                    self._bytes += job.size
                redraw = self._drawn
                self._erase()
                yield job, result
                self._draw(redraw)
        finally:
            self._erase()

    def _draw(self, now: bool) -> None:
        moment = time.monotonic()
        if not now and moment < self._next:
            return
        self._next = max(self._next, moment) + _OFTEN
        self._drawn = True
        self._stream.write(_ERASE + self._line(moment - self._began)[: _columns(self._stream) - 1])
        self._stream.flush()

    def _erase(self) -> None:
        if self._drawn:
            self._drawn = False
            self._stream.write(_ERASE)
            self._stream.flush()

    def _line(self, elapsed: float) -> str:
        share = self._bytes / self._all_bytes if self._all_bytes else self._files / max(self._all_files, 1)
        share = min(share, 1.0)
        bar = "#" * int(share * _CELLS)
        left = f", {_time(elapsed / share - elapsed)} left" if share > 0.02 else ""
        return f"[{bar:.<{_CELLS}}] {share:4.0%}  {self._files:,} of {self._all_files:,} files{left}"


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _columns(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (OSError, ValueError):
        return 80
