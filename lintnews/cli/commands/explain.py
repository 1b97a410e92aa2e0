"""``lintnews explain``: what a rule looks for, why, and what it wants instead."""

from __future__ import annotations

from collections.abc import Iterator

from lintnews.cli.arguments import Arguments, Parser
from lintnews.cli.commands.rules import line
from lintnews.cli.options import Choice, add_knowledge
from lintnews.errors import UsageError
from lintnews.linter import Linter
from lintnews.model import KINDS, RuleInfo

HELP = "say what a rule looks for and why"
_MANY = 24  # forms and cues listed before the rest is only counted


def configure(parser: Parser) -> None:
    """Add the arguments of ``lintnews explain``."""
    parser.add_argument("name", metavar="RULE", help="KIND/ID or ID, as a finding shows it, or a KIND")
    add_knowledge(parser)


def run(args: Arguments) -> int:
    """Print what is known of the rule, or of the kind with a list of its rules; returns 0."""
    linter = Linter(Choice(args).for_folder("")._replace(overrides=()))
    if args.name in KINDS:
        print("\n".join(_kind(args.name, linter)))
        return 0
    found = linter.explain(args.name)
    if not found:
        raise UsageError(f"no rule {args.name!r}{linter.nearest(args.name)}")
    print("\n\n".join("\n".join(_rule(info)) for info in found))
    return 0


def _kind(name: str, linter: Linter) -> Iterator[str]:
    kind = KINDS[name]
    yield f"{name} ({kind.severity}; MQM {kind.mqm})"
    yield f"  {kind.title}"
    rules = sorted((info for info in linter.rules() if info.rule.startswith(f"{name}/")), key=lambda info: info.rule)
    yield f"  {len(rules)} {'rule' if len(rules) == 1 else 'rules'}"
    yield from (f"  {line(info)}" for info in rules)


def _rule(info: RuleInfo) -> Iterator[str]:
    yield f"{info.rule} ({info.severity})"
    yield from (f"  {text}" for text in (info.title, info.why) if text)
    for label, values in (
        ("flags", info.forms),
        ("write instead", [suggestion or "(nothing: delete it)" for suggestion in info.suggestions]),
        ("translates", info.native),
        ("because of", info.near),
        ("but not beside", info.unless),
    ):
        if values:
            rest = f" and {len(values) - _MANY} more" if len(values) > _MANY else ""
            yield f"  {label}: {', '.join(values[:_MANY])}{rest}"
    for example in info.examples:
        yield f"  {'flagged' if example.flag else 'passed'}: {example.text}"
        if example.fix:
            yield f"  corrected: {example.fix}"
    yield from (f"  {label}: {value}" for label, value in (("source", info.source), ("from", info.origin)) if value)
