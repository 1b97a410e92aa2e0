"""The most memory that linting takes: one article, the same many times, one long line.

    python benchmarks/memory.py CORPUS [--megabytes 50]

The last rows are one line of that many megabytes, in one process and in as many as ``lintnews`` starts by itself; then the
memory is that of the largest. Budget: 100 MB for an article, flat in the number of files, and a line of 50 MB within a
minute. POSIX only.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from side_by_side import article, corpus, lintnews, table

_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes in which the system counts


def peak(command: Sequence[str]) -> tuple[float, float]:
    """The largest resident size in megabytes, and the seconds, of one run."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(command)}: status {process.returncode}")
    return usage.ru_maxrss * _UNIT / 1e6, time.perf_counter() - started


def main() -> None:
    """Measure and print."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("corpus")
    parser.add_argument("--megabytes", type=float, default=50)
    args = parser.parse_args()
    freely = [*lintnews(), "--quiet"]
    run = [*freely, "-j", "1"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        one = article(None, folder)
        many = folder / "many"
        many.mkdir()
        for number in range(500):
            (many / f"{number}.txt").write_bytes(one.read_bytes())
        rows = [("python -c pass", *peak([sys.executable, "-c", "pass"])), ("one article", *peak([*run, str(one)]))]
        rows.append(("500 articles", *peak([*run, str(many)])))
        line = corpus(args.corpus, folder, args.megabytes, " ")
        rows.append((f"one line of {args.megabytes:g} MB", *peak([*run, str(line)])))
        rows.append((f"the same in {os.cpu_count()} processes", *peak([*freely, str(line)])))
    table(("", "peak MB", "s"), ((what, f"{size:.0f}", f"{seconds:.1f}") for what, size, seconds in rows))


if __name__ == "__main__":
    main()
