"""What the benchmarks share: which tools are there, a document to lint, medians of runs that take turns.

Competitors are used when they are on PATH: ``typos`` and ``rg`` (``rg -F -w -i -f FORMS``, the forms being the right
and wrong ones of ``rules/``). Runs of all tools take turns, so that a busy machine slows all of them alike.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import tomllib
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
Command = Sequence[str]


def lintnews() -> list[str]:
    """The installed ``lintnews`` beside this interpreter, else the one on PATH, else the checkout."""
    beside = Path(sys.executable).with_name("lintnews")
    found = str(beside) if beside.exists() else shutil.which("lintnews")
    return [found] if found else [sys.executable, "-m", "lintnews"]


def arguments(about: str | None, megabytes: float, runs: int) -> Namespace:
    """The command line of a benchmark that takes CORPUS: ``corpus``, ``megabytes``, ``runs``; ``about`` is its help."""
    parser = ArgumentParser(description=about)
    parser.add_argument("corpus")
    parser.add_argument("--megabytes", type=float, default=megabytes)
    parser.add_argument("--runs", type=int, default=runs)
    return parser.parse_args()


def tool(name: str) -> str | None:
    """The program ``name`` beside this interpreter or on PATH; None when there is none."""
    beside = Path(sys.executable).with_name(name)
    return str(beside) if beside.exists() else shutil.which(name)


def competitors(path: Path, folder: Path) -> dict[str, Command]:
    """The commands of the other tools for ``path``; files they need are written to ``folder``."""
    found: dict[str, Command] = {}
    if typos := tool("typos"):
        found["typos"] = [typos, "--isolated", str(path)]
    if grep := tool("rg"):
        forms = folder / "forms.txt"
        forms.write_text("\n".join(rule_forms()) + "\n", encoding="utf-8")
        found["rg -F -w -i"] = [grep, "-F", "-w", "-i", "-f", str(forms), str(path)]
    return found


def rule_forms() -> list[str]:
    """The plain right and wrong forms of the built-in rules, sorted: a list that a literal search can use."""
    found: set[str] = set()
    for path in (ROOT / "rules").rglob("*.toml"):
        for entry in _entries(tomllib.loads(path.read_text(encoding="utf-8"))):
            found.update(text for text in _texts(entry) if text.replace(" ", "").replace("-", "").isalpha())
    return sorted(found)


def _entries(content: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for entries in content.values():
        if isinstance(entries, list):
            yield from (entry for entry in entries if isinstance(entry, dict))


def _texts(entry: Mapping[str, Any]) -> Iterator[str]:
    rejected = entry.get("reject", {})
    for forms in (entry.get("en", ()), *(rejected.values() if isinstance(rejected, dict) else ())):
        if isinstance(forms, list):
            yield from (form for form in forms if isinstance(form, str))


def article(given: str | None, folder: Path, number: int = 0, size: int = 6144) -> Path:
    """A document of ``size`` bytes: the start of ``given``, else of the project's own sample drafts."""
    sources = [Path(given)] if given else sorted((ROOT / "seeds").glob("*.txt"))
    text = "\n\n".join(source.read_text(encoding="utf-8") for source in sources)
    path = folder / f"article-{number}.txt"
    path.write_bytes(text.encode()[:size].decode("utf-8", "ignore").encode())
    return path


def corpus(given: str, folder: Path, megabytes: float, breaks: str = "\n") -> Path:
    """A file of ``megabytes``: the lines of the ``.en`` and ``.txt`` files below ``given``, over and over."""
    root = Path(given)
    sources = [root] if root.is_file() else sorted(p for p in root.rglob("*") if p.suffix in (".en", ".txt"))
    lines = [line for source in sources for line in source.read_text(encoding="utf-8").splitlines() if line]
    text = (breaks.join(lines) + breaks).encode()
    size = int(megabytes * 1_000_000)
    path = folder / "corpus.txt"
    path.write_bytes((text * (size // len(text) + 1))[:size].decode("utf-8", "ignore").encode())
    return path


def medians(
    commands: Mapping[str, Command], runs: int, environment: Mapping[str, str] | None = None
) -> dict[str, float]:
    """Median seconds of each command; the commands take turns."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            seconds[name].append(timed(command, environment))
    return {name: median(values) for name, values in seconds.items()}


def timed(command: Command, environment: Mapping[str, str] | None = None) -> float:
    """Seconds of one run; raises RuntimeError when the tool itself fails (2 or more; 1 is "something found")."""
    started = time.perf_counter()
    surroundings = {**os.environ, **(environment or {})}
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=surroundings)
    seconds = time.perf_counter() - started
    if done.returncode > 2 or (done.returncode == 2 and "typos" not in command[0]):
        raise RuntimeError(f"{' '.join(command)}: {done.stderr.decode(errors='replace')[-400:]}")
    return seconds


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a Markdown table."""
    print("| " + " | ".join(heads) + " |")
    print("|" + "---|" * len(heads))
    for row in rows:
        print("| " + " | ".join(map(str, row)) + " |")
