"""How long one article takes from the shell, beside ``python -c pass`` and other tools.

    python benchmarks/startup.py [ARTICLE] [--runs 20]

ARTICLE is cut to 6 KB; without it the project's sample drafts are used. The cache is warm. Budget: 5 times
``python -c pass``.
"""

from __future__ import annotations

import sys
import tempfile
from argparse import ArgumentParser
from pathlib import Path

from side_by_side import article, competitors, lintnews, medians, table


def main() -> None:
    """Measure and print."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("article", nargs="?")
    parser.add_argument("--runs", type=int, default=20)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        path = article(args.article, Path(name))
        commands = {"python -c pass": [sys.executable, "-c", "pass"], "lintnews": [*lintnews(), str(path)]}
        commands |= {tool: list(command) for tool, command in competitors(path, Path(name)).items()}
        medians(commands, 2)  # warm the caches
        found = medians(commands, args.runs)
    base = found["python -c pass"]
    rows = ((name, f"{value * 1000:.0f}", f"{value / base:.1f}") for name, value in found.items())
    table(("tool", "median ms", "times python -c pass"), rows)


if __name__ == "__main__":
    main()
