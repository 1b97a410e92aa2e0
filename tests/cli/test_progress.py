"""The bar, on a real terminal of our own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from lintnews.cli.files import Job
from lintnews.cli.progress import Progress
from lintnews.config import Settings
from lintnews.model import Result

pty = pytest.importorskip("pty", reason="elsewhere: about POSIX terminals")
fcntl = pytest.importorskip("fcntl", reason="elsewhere: about POSIX terminals")

FLAGGED = "Partisans left the occupied town, the central nervous system said.\n"
BAR = re.compile(r"\[#*\.*\] +\d+%  \d of 3 files")


class Terminal:
    """A terminal of 80 columns; ``shown`` is all that was written to it."""

    def __init__(self) -> None:
        self.master, self.slave = os.openpty()
        import struct
        import termios

        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self._written = bytearray()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        while True:
            try:
                data = os.read(self.master, 65536)
            except OSError:  # the other end is closed
                return
            if not data:
                return
            self._written += data

    def close(self) -> str:
        """Everything that was written."""
        os.close(self.slave)
        self._reader.join(5)
        os.close(self.master)
        return self._written.decode()


def screen(written: str) -> list[str]:
    """What stands on the terminal in the end."""
    lines = [line.rpartition("\r\x1b[K")[2] for line in written.replace("\r\n", "\n").split("\n")]
    return [line for line in lines if line]


@pytest.fixture
def terminal() -> Terminal:
    return Terminal()


def test_it_counts_files_and_bytes_and_goes(terminal: Terminal) -> None:
    jobs = [Job("a", Settings(), 750), Result("c", None, (), "unreadable"), Job("b", Settings(), 250)]
    with open(os.dup(terminal.slave), "w") as stream:
        progress = Progress(stream, delay=0)
        found = progress.counted(iter(jobs))
        results = [(item if isinstance(item, Job) else None, Result("", None)) for item in found]
        for _ in progress.watched(results):
            stream.write("a line\n")
            stream.flush()
    written = terminal.close()
    assert "[##################......]  75%  1 of 2 files, 0:00 left" in written
    assert screen(written) == ["a line", "a line", "a line"]


def test_an_error_leaves_no_bar_behind(terminal: Terminal) -> None:
    with open(os.dup(terminal.slave), "w") as stream:
        progress = Progress(stream, delay=0)
        progress.counted([Job("a", Settings(), 1)])
        watched = progress.watched(iter([(None, Result("", None))] * 2))
        next(watched)
        next(watched)
        watched.close()
    assert screen(terminal.close()) == []


def run(terminal: Terminal, folder: Path, *options: str, output: bool = False, **environment: str) -> tuple[str, str]:
    """Lint three files, the second of which takes a second to arrive; returns what the terminal got, and the file."""
    for name in ("a.txt", "c.txt"):
        (folder / name).write_text(FLAGGED, encoding="utf-8")
    os.mkfifo(folder / "b.txt")
    environ = {**os.environ, "TERM": "xterm", "LINTNEWS_DEBUG": "1", **environment}
    with open(folder / "out", "wb") as file, subprocess.Popen(
        [sys.executable, "-m", "lintnews", "a.txt", "b.txt", "c.txt", *options],
        cwd=folder,
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=file if output else terminal.slave,
        stderr=terminal.slave,
    ) as process:
        with open(wait_for_reader(folder / "b.txt", process), "w", encoding="utf-8") as late:
            time.sleep(1.3)
            late.write(FLAGGED)
        assert process.wait(60) == 1
    return terminal.close(), (folder / "out").read_text(encoding="utf-8")


def wait_for_reader(path: Path, process: subprocess.Popen[bytes]) -> int:
    """A descriptor that writes to the pipe at ``path``, once somebody reads it."""
    while process.poll() is None:
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:  # nobody yet
            time.sleep(0.05)
        else:
            os.set_blocking(descriptor, True)
            return descriptor
    raise AssertionError(f"lintnews ended with {process.returncode}")


@pytest.mark.usefixtures("few_rules")
def test_the_report_on_the_same_terminal_stays_whole(terminal: Terminal, tmp_path: Path) -> None:
    written, _ = run(terminal, tmp_path, "--color=never")
    assert BAR.search(written)
    lines = screen(written)
    assert not any(BAR.search(line) for line in lines)
    assert [line.partition(":")[0] for line in lines if ": error: " in line] == ["a.txt", "b.txt", "c.txt"]
    assert lines[-1] == "3 files: 3 errors"


@pytest.mark.usefixtures("few_rules")
def test_a_report_in_a_file_is_watched_too(terminal: Terminal, tmp_path: Path) -> None:
    written, out = run(terminal, tmp_path, "--format=jsonl", output=True)
    assert BAR.search(written)
    assert screen(written) == []
    assert out.count("\n") == 3


@pytest.mark.usefixtures("few_rules")
@pytest.mark.parametrize(
    ("options", "environment"), [(["--quiet"], {}), (["--format=json"], {}), ([], {"TERM": "dumb"})], ids=str
)
def test_no_bar_where_none_is_wanted(
    terminal: Terminal, tmp_path: Path, options: list[str], environment: dict[str, str]
) -> None:
    written, _ = run(terminal, tmp_path, "--color=never", *options, **environment)
    assert "\x1b" not in written
    assert not BAR.search(written)


@pytest.mark.usefixtures("few_rules")
def test_nothing_in_a_pipe(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(FLAGGED, encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "lintnews", "."], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert "\x1b" not in done.stdout
