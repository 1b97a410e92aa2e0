"""Write the pages that follow from the program: docs/rules/, docs/cli.md, marked parts of README.md and docs/reports.md.

    python docs/generate.py [--check] [--accuracy]

``--check`` writes nothing and exits with 1 when a page is stale. ``--accuracy`` runs benchmarks/accuracy.py --write
first, whose figures README.md quotes; it needs LINTNEWS_SHARED.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from lintnews.cli import commands
from lintnews.cli.main import main as lintnews
from lintnews.config import Settings
from lintnews.lexicon.cache import rules_dir
from lintnews.linter import Linter
from lintnews.model import KINDS, RuleInfo

ROOT = Path(__file__).resolve().parents[1]
ACCURACY = ROOT / "docs" / "accuracy.md"
REPORTS = ROOT / "docs" / "reports.md"
REPORTED = "seeds/06-which-korea.txt"  # one finding
EXAMPLE = "seeds/01-labour-from-the-north.txt"
FORMS, SUGGESTIONS, WIDTH = 4, 2, 70  # what a row shows: so many, none longer (code points)
NOTE = "<!-- Written by docs/generate.py: change the rules or the program, then run it. -->\n\n"


def pages() -> dict[Path, str]:
    """Every generated page and its text."""
    folder = ROOT / "docs" / "rules"
    rules = sorted(Linter(Settings()).rules())
    by_kind = {kind: [info for info in rules if info.rule.startswith(f"{kind}/")] for kind in KINDS}
    found = {folder / f"{kind}.md": kind_page(kind, infos) for kind, infos in by_kind.items() if infos}
    found[folder / "README.md"] = index({kind: infos for kind, infos in by_kind.items() if infos})
    found[ROOT / "docs" / "cli.md"] = command_line()
    found[REPORTS] = reports(REPORTS.read_text(encoding="utf-8"))
    found[ROOT / "README.md"] = readme((ROOT / "README.md").read_text(encoding="utf-8"))
    return found


def index(by_kind: dict[str, list[RuleInfo]]) -> str:
    """The list of kinds."""
    rows = [
        (f"[{kind}]({kind}.md)", KINDS[kind].title, KINDS[kind].severity, KINDS[kind].mqm, str(len(infos)))
        for kind, infos in by_kind.items()
    ]
    total = sum(map(len, by_kind.values()))
    lead = f"{total:,} rules. `lintnews explain RULE` tells all that one knows: its cues, its native forms.\n\n"
    return f"# Rules\n\n{NOTE}{lead}" + table(("kind", "what", "severity", "MQM", "rules"), rows)


def kind_page(kind: str, infos: list[RuleInfo]) -> str:
    """The rules of one kind, by the file they stand in."""
    by_file: dict[str, list[RuleInfo]] = defaultdict(list)
    for info in infos:
        by_file[os.path.relpath(info.origin, rules_dir()).replace(os.sep, "/") if info.origin else ""].append(info)
    what = KINDS[kind]
    parts = [f"# {kind}\n\n{NOTE}{what.title}. Severity {what.severity} where none is given; MQM {what.mqm}.\n"]
    for path, group in sorted(by_file.items()):
        parts.append(f"\n## {path or 'Checks'}\n\n" + _rules(kind, group, checks=not path))
    return "".join(parts)


def _rules(kind: str, infos: list[RuleInfo], checks: bool) -> str:
    if checks:
        return table(("rule", "what", "why"), ((_id(kind, info), info.title, info.why) for info in infos))
    return table(("rule", "finds", "suggests", "from", "why"), (_row(kind, info) for info in infos))


def _row(kind: str, info: RuleInfo) -> tuple[str, ...]:
    native = ", ".join(info.native[:SUGGESTIONS])
    return _id(kind, info), _some(info.forms, FORMS), _some(info.suggestions, SUGGESTIONS), native, info.why


def _id(kind: str, info: RuleInfo) -> str:
    severity = "" if info.severity == KINDS[kind].severity else f" ({info.severity})"
    return f"`{info.rule.partition('/')[2]}`{severity}"


def _some(values: tuple[str, ...], most: int) -> str:
    shown = [f"`{_short(value)}`" if value.strip() else "(delete)" for value in values[:most]]
    more = [f"{len(values) - most} more"] if len(values) > most else []
    return ", ".join(shown + more)


def _short(text: str) -> str:
    text = " ".join(text.replace("`", "'").split())
    return text if len(text) <= WIDTH else text[: WIDTH - 1] + "…"


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table; a bar inside a cell is escaped."""
    head = tuple(head)
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(map(_cell, row))} |\n" for row in lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


class Declared:
    """Takes the arguments that a command declares, and lists them; the same in every version of Python."""

    def __init__(self) -> None:
        self.usage: list[str] = []
        self.rows: list[tuple[str, str]] = []

    def add_argument(self, *names: str, **options: Any) -> None:
        """Declare an argument as argparse has it."""
        value = options.get("metavar") or "|".join(options.get("choices", ())) or names[-1].lstrip("-").upper()
        if not names[0].startswith("-"):
            repeated = {"+": f"{value}...", "*": f"[{value}...]", "?": f"[{value}]"}
            self.usage.append(repeated.get(options.get("nargs", ""), value))
            self.rows.append((f"`{value}`", options.get("help", "")))
            return
        value = "" if options.get("action") == "store_true" else f" {value}"
        self.rows.append((", ".join(f"`{name}{value}`" for name in names), options.get("help", "")))


def command_line() -> str:
    """docs/cli.md."""
    return f"# Command line\n\n{NOTE}{CLI}" + "".join(_command(name) for name in commands.names())


def _command(name: str) -> str:
    module: Any = import_module(f"{commands.__name__}.{name}")
    declared = Declared()
    module.configure(declared)
    usage = " ".join(["lintnews", name, *declared.usage, "[options]"])
    return f"\n## lintnews {name}\n\n{module.HELP[:1].upper()}{module.HELP[1:]}.\n\n    {usage}\n\n" + table(
        ("argument", "what"), declared.rows
    )


CLI = """\
`lintnews PATH...` is `lintnews check PATH...`. Exit status: 0 nothing at or above `--fail-level`; 1 something; 2 a
file, rule or setting could not be used (what could be linted still is).
"""


def readme(text: str) -> str:
    """README.md with its marked parts written anew."""
    text = _fill(text, "example", f"\n```\n$ lintnews {EXAMPLE}\n{_output('--isolated', EXAMPLE)}```\n")
    return _fill(text, "clean", _clean()) if ACCURACY.exists() else text


def reports(text: str) -> str:
    """docs/reports.md with its marked examples written anew."""
    for name in re.findall(r"<!-- example (\w+) -->", text):
        statistics = ("--statistics",) if name == "text" else ()
        output = _output("--isolated", "--format", name, *statistics, REPORTED)
        text = _fill(text, f"example {name}", f"\n```\n{output.rstrip()}\n```\n", "docs/reports.md")
    return text


def _fill(text: str, name: str, content: str, page: str = "README.md") -> str:
    marked = re.compile(rf"(<!-- {name} -->).*?(<!-- end -->)", re.DOTALL)
    filled, count = marked.subn(lambda match: match[1] + content + match[2], text)
    if count != 1:
        raise SystemExit(f"{page}: expected one <!-- {name} --> ... <!-- end -->, found {count}")
    return filled


def _output(*arguments: str) -> str:
    """What ``lintnews check`` prints, called in the project's folder."""
    with contextlib.chdir(ROOT), contextlib.redirect_stdout(io.StringIO()) as printed:
        if lintnews(("check", *arguments)) == 2:
            raise SystemExit(f"lintnews {' '.join(arguments)} failed")
    return printed.getvalue()


def _clean() -> str:
    """The figures of the clean copy, from docs/accuracy.md."""
    words, alarms = map(sum, zip(*_clean_rows(ACCURACY.read_text(encoding="utf-8")), strict=True))
    rate = f"{1e4 * alarms / words:.1f} alarms per 10,000 words"
    return f"\nin {words:,} words of English that was never translated it raises {rate}"


def _clean_rows(page: str) -> Iterator[tuple[int, int]]:
    section = page.partition("## Clean copy at large")[2].partition("\n## ")[0]
    for row in re.findall(r"^\| [^|]+ \| ([\d,]+) \| (\d+) \|", section, re.MULTILINE):
        yield int(row[0].replace(",", "")), int(row[1])


def main(arguments: list[str]) -> str | int:
    """The command line; returns 0, or what is wrong."""
    if "--accuracy" in arguments:
        subprocess.run([sys.executable, ROOT / "benchmarks" / "accuracy.py", "--write"], check=True)
    wanted = pages()
    gone = [path for path in (ROOT / "docs" / "rules").glob("*.md") if path not in wanted]
    if "--check" in arguments:
        stale = [path for path, text in wanted.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
        names = ", ".join(str(path.relative_to(ROOT)) for path in stale + gone)
        return f"stale, run docs/generate.py: {names}" if names else 0
    for path, text in wanted.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for path in gone:
        path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
