"""``lintnews rules``: every rule there is, one a line."""

from __future__ import annotations

from lintnews.cli.arguments import Arguments, Parser
from lintnews.cli.options import Choice, add_knowledge, rule_names
from lintnews.linter import Linter
from lintnews.model import RuleInfo

HELP = "list the rules"


def configure(parser: Parser) -> None:
    """Add the arguments of ``lintnews rules``."""
    parser.add_argument("names", metavar="RULE", nargs="*", help="only these: KIND, KIND/ID or ID")
    add_knowledge(parser)


def run(args: Arguments) -> int:
    """List severity, rule id and title; returns 0."""
    wanted = {name for names in args.names for name in rule_names(names)}
    linter = Linter(Choice(args).for_folder("")._replace(overrides=()))
    for info in sorted(linter.rules(), key=lambda info: info.rule):
        if not wanted or wanted & {info.rule, *info.rule.split("/")}:
            print(line(info))
    return 0


def line(info: RuleInfo) -> str:
    """One rule on one line."""
    return f"{info.severity:<8} {info.rule:<45} {info.title}".rstrip()
