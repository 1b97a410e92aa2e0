"""How long one article takes from the shell, beside ``python -c pass`` and other tools.

    python benchmarks/startup.py [ARTICLE ...] [--runs 20]

Each ARTICLE is cut to 6 KB and has a row of its own; without any the project's sample drafts are one. The other tools are
given the first. The cache is warm. Budget: 5 times ``python -c pass``.
"""

from __future__ import annotations

import sys
import tempfile
from argparse import ArgumentParser
from pathlib import Path
from statistics import median

from side_by_side import article, competitors, lintnews, medians, table


def main() -> None:
    """Measure and print."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("articles", metavar="ARTICLE", nargs="*")
    parser.add_argument("--runs", type=int, default=20)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        paths = [article(given, Path(name), number) for number, given in enumerate(args.articles or [None])]
        commands = {"python -c pass": [sys.executable, "-c", "pass"]}
        for path, given in zip(paths, args.articles or ["the sample drafts"], strict=True):
            commands[f"lintnews, {Path(given).name}"] = [*lintnews(), str(path)]
        commands |= {tool: list(command) for tool, command in competitors(paths[0], Path(name)).items()}
        medians(commands, 2)  # warm the caches
        found = medians(commands, args.runs)
    ours = [value for name, value in found.items() if name.startswith("lintnews, ")]
    if len(ours) > 1:
        found[f"lintnews, median of these {len(ours)}"] = median(ours)
    base = found["python -c pass"]
    rows = ((name, f"{value * 1000:.0f}", f"{value / base:.1f}") for name, value in found.items())
    table(("tool", "median ms", "times python -c pass"), rows)


if __name__ == "__main__":
    main()
