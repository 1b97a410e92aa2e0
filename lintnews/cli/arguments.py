"""Reads the arguments of a subcommand without argparse when they are in order.

argparse costs as much as linting an article, so it is asked only where it shines: to print help and to say what is
wrong with a command line. ``Quick`` takes the same declarations and knows the part of argparse that our commands use.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import SimpleNamespace

from lintnews.typed import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from lintnews.cli.commands import Command


class Parser(Protocol):
    """What ``configure`` of a subcommand declares its arguments to; argparse.ArgumentParser is one."""

    def add_argument(self, *names: str, **options: Any) -> Any:
        """Declare an argument as argparse has it."""


class Arguments(SimpleNamespace):
    """The arguments of one call, as attributes."""


def parse(command: Command, name: str, argv: Sequence[str]) -> Arguments:
    """The arguments ``argv`` of ``command``; help and mistakes end in SystemExit, as argparse has it."""
    quick = Quick()
    command.configure(quick)
    return quick.parse(argv) or _parse_with_argparse(command, name, argv)


def _parse_with_argparse(command: Command, name: str, argv: Sequence[str]) -> Arguments:
    from argparse import ArgumentParser

    parser = ArgumentParser(f"lintnews {name}", description=command.HELP, allow_abbrev=False)
    command.configure(parser)
    return parser.parse_intermixed_args(argv, Arguments())  # options may stand between paths


class Quick:
    """A parser of well-formed command lines: declares like argparse, and gives up where that has something to say."""

    def __init__(self) -> None:
        self._options: dict[str, tuple[str, dict[str, Any]]] = {}
        self._positional: list[tuple[str, str | None]] = []
        self._defaults: dict[str, Any] = {}

    def add_argument(self, *names: str, **options: Any) -> None:
        """Declare an argument: store, append and store_true, with choices, type, default, nargs + * ? or none."""
        if names[0].startswith("-"):
            target = next(name for name in names if name.startswith("--"))[2:].replace("-", "_")
            self._options.update(dict.fromkeys(names, (target, options)))
            fallback = False if options.get("action") == "store_true" else None
            self._defaults[target] = options.get("default", fallback)
        else:
            self._positional.append((names[0], options.get("nargs")))

    def parse(self, argv: Sequence[str]) -> Arguments | None:
        """The arguments, or None when ``argv`` asks for help or is not in order."""
        values = {name: list(value) if isinstance(value, list) else value for name, value in self._defaults.items()}
        plain: list[str] = []
        items = iter(argv)
        try:
            for item in items:
                if item == "--":
                    return None
                if item.startswith("-") and item != "-":
                    self._take(item, items, values)
                else:
                    plain.append(item)
            return Arguments(**values, **self._place(plain))
        except (LookupError, ValueError, StopIteration):
            return None

    def _take(self, item: str, items: Any, values: dict[str, Any]) -> None:
        name, equals, value = item.partition("=") if item.startswith("--") else (item, "", "")
        target, options = self._options[name]
        if options.get("action") == "store_true":
            if equals:
                raise ValueError(item)
            values[target] = True
            return
        if not equals:
            value = next(items)
            if value.startswith("-"):
                raise ValueError(value)
        convert: Callable[[str], Any] = options.get("type", str)
        converted = convert(value)
        if "choices" in options and converted not in options["choices"]:
            raise ValueError(value)
        if options.get("action") == "append":
            values[target].append(converted)
        else:
            values[target] = converted

    def _place(self, plain: list[str]) -> dict[str, Any]:
        """Give the arguments that are not options their names: all of our commands declare one such at most."""
        if not self._positional:
            if plain:
                raise ValueError(plain)
            return {}
        (name, nargs), *_ = self._positional
        if (nargs == "+" and not plain) or (nargs in (None, "?") and len(plain) > 1) or (nargs is None and not plain):
            raise ValueError(plain)
        return {name: next(iter(plain), None) if nargs in (None, "?") else plain}
