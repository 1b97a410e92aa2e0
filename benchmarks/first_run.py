"""How long the first run on a new machine takes: an empty cache, the rules as they are installed.

    python benchmarks/first_run.py [ARTICLE] [--runs 5]

An installed wheel holds the rules compiled; a checkout compiles them here. Budget: 2 s, and silent.
"""

from __future__ import annotations

import sys
import tempfile
from argparse import ArgumentParser
from pathlib import Path
from statistics import median

from side_by_side import article, lintnews, medians, table, timed


def main() -> None:
    """Measure and print."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("article", nargs="?")
    parser.add_argument("--runs", type=int, default=5)
    args = parser.parse_args()
    seconds = []
    with tempfile.TemporaryDirectory() as name:
        command = [*lintnews(), str(article(args.article, Path(name)))]
        for run in range(args.runs):
            seconds.append(timed(command, {"LINTNEWS_CACHE": str(Path(name) / str(run))}))
        later = medians({"pass": [sys.executable, "-c", "pass"], "later": command}, args.runs)
    rows = {"python -c pass": later["pass"], "first run": median(seconds), "later runs": later["later"]}
    table(("", "median s"), ((what, f"{value:.2f}") for what, value in rows.items()))


if __name__ == "__main__":
    main()
