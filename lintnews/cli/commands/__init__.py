"""Subcommands: one per file, found by name.

A subcommand is a module of this package with ``HELP`` (one line), ``configure(parser)`` which adds its arguments, and
``run(args) -> int`` which does the work and returns the exit status. It may raise LintnewsError.
"""

from __future__ import annotations

from lintnews import folder
from lintnews.cli.arguments import Arguments, Parser
from lintnews.typed import Protocol


class Command(Protocol):
    """What a module of this package offers."""

    HELP: str

    def configure(self, parser: Parser) -> None:
        """Add the arguments of the command."""

    def run(self, args: Arguments) -> int:
        """Do it; returns the exit status."""


def names() -> list[str]:
    """The names of all subcommands, sorted."""
    return folder.names(__path__)
