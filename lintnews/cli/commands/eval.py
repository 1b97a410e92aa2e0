"""``lintnews eval FILE``: how good the rules are on labelled or clean copy."""

from __future__ import annotations

import json
from typing import Any

from lintnews.cli.arguments import Arguments, Parser
from lintnews.cli.options import Choice, add_knowledge
from lintnews.evaluate import Figures, evaluate, load
from lintnews.linter import Linter

HELP = "measure precision, recall and false alarms on labelled copy"
_TOP = 20  # rules listed


def configure(parser: Parser) -> None:
    """Add the arguments of ``lintnews eval``."""
    parser.add_argument("files", metavar="FILE", nargs="+", help="JSON Lines of passages, or clean text, a passage a line")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to print (default: text)")
    parser.add_argument("--show", action="store_true", help="list every miss and every alarm without a label")
    add_knowledge(parser)


def run(args: Arguments) -> int:
    """Print the figures of each file; returns 0."""
    linter = Linter(Choice(args).for_folder("")._replace(overrides=()))
    found = {path: evaluate(linter, load(path)) for path in args.files}
    if args.format == "json":
        print(json.dumps({path: _table(figures) for path, figures in found.items()}, ensure_ascii=False, indent=1))
        return 0
    for path, figures in found.items():
        print("\n".join([path, *_lines(figures, args.show), ""]))
    return 0


def _table(figures: Figures) -> dict[str, Any]:
    return {"summary": figures.summary(), "kinds": figures.by_kind(), "rules": figures.by_rule()}


def _lines(figures: Figures, show: bool) -> list[str]:
    lines = ["  " + "  ".join(f"{name}={value}" for name, value in figures.summary().items())]
    for kind, rates in figures.by_kind().items():
        lines.append(f"  {kind:24} recall {rates['recall']:.2f}  fix {rates['fix']:.2f}  of {rates['sure']:.0f}")
    noisy = [(rule, row) for rule, row in figures.by_rule().items() if row.get("false_alarms") or row.get("unlabelled")]
    for rule, row in noisy[:_TOP]:
        lines.append(f"  {rule:56} " + "  ".join(f"{name} {count}" for name, count in sorted(row.items())))
    if show:
        lines += [f"  {miss.what:12} {miss.passage}: {miss.text!r} ({miss.rule})" for miss in figures.misses]
    return lines
