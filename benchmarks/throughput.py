"""How many megabytes a second one core lints, beside other tools on the same file.

    python benchmarks/throughput.py CORPUS [--megabytes 20] [--runs 3]

CORPUS is a folder of English text (``*.en``, ``*.txt``) or one file; its lines are repeated up to the size. Start-up is
included. Budget: ahead of typos.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from side_by_side import arguments, competitors, corpus, lintnews, medians, table


def main() -> None:
    """Measure and print."""
    args = arguments(__doc__, megabytes=20, runs=3)
    with tempfile.TemporaryDirectory() as name:
        path = corpus(args.corpus, Path(name), args.megabytes)
        commands = {"lintnews": [*lintnews(), "-j", "1", "--quiet", str(path)]}
        commands |= {tool: list(command) for tool, command in competitors(path, Path(name)).items()}
        found = medians(commands, args.runs)
    ours = found["lintnews"]
    rows = ((name, f"{s:.2f}", f"{args.megabytes / s:.2f}", f"{s / ours:.2f}") for name, s in found.items())
    table(("tool", "median s", "MB/s", "lintnews ÷ tool"), rows)


if __name__ == "__main__":
    main()
