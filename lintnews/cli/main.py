"""The entry point: finds the subcommand, runs it, turns what goes wrong into a message and a status.

Status: 0 nothing at or above the fail level, 1 something, 2 usage, configuration or input error; 130 interrupted,
141 the reader of the output went away.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from lintnews import __version__, folder
from lintnews.cli import arguments, commands
from lintnews.cli.commands import Command
from lintnews.errors import LintnewsError
from lintnews.typed import NoReturn, cast

DEFAULT = "check"


def script() -> NoReturn:
    """The installed command: ``main`` in a process of its own, which need not tidy up what is about to vanish.

    Taking the memory apart object by object, and looking for cycles while the rules load, cost a tenth of a short run; so does
    compiling expressions.
    """
    from lintnews.cli import kept

    gc.set_threshold(1_000_000, 20, 50)
    kept.install()
    status = main()
    sys.stderr.flush()  # main has flushed standard output, where it can say so if that fails
    os._exit(status)


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``lintnews`` with ``argv`` (without the program's name; by default the process's own); returns the status."""
    try:
        status = _run_or_say_why_not(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the interpreter complains at exit
        return 141
    except OSError as error:  # a full disk behind the output, mostly; documents have their own messages
        if os.environ.get("LINTNEWS_DEBUG"):
            raise
        print(f"lintnews: {error.filename or 'output'}: {error.strerror or error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _run_or_say_why_not(argv: list[str]) -> int:
    try:
        return _run(argv)
    except LintnewsError as error:
        print(f"lintnews: {error}", file=sys.stderr)
        return 2
    except SystemExit as stop:  # argparse: 0 after help, 2 after a usage message
        return stop.code if isinstance(stop.code, int) else 2


def _run(argv: list[str]) -> int:
    _tolerate_any_letter()
    first = argv[0] if argv else ""
    if first in ("", "-h", "--help"):
        print(_overview())
        return 0 if first else 2
    if first in ("-V", "--version"):
        print(f"lintnews {__version__}")
        return 0
    command = _command(first)
    name, rest = (first, argv[1:]) if command else (DEFAULT, argv)
    command = command or cast(Command, folder.module(commands.__name__, DEFAULT))
    return command.run(arguments.parse(command, name, rest))


def _command(name: str) -> Command | None:
    """The subcommand called ``name``; None when it is something else: an option or a path."""
    if not (name.isalpha() and name.islower() and name.isascii()):
        return None
    try:
        return cast(Command, folder.module(commands.__name__, name))
    except ModuleNotFoundError as error:
        if error.name != f"{commands.__name__}.{name}":
            raise
        return None


def _overview() -> str:
    known = [(name, cast(Command, folder.module(commands.__name__, name)).HELP) for name in commands.names()]
    listed = "\n".join(f"  {name:<10}{text}" for name, text in known)
    return (
        "usage: lintnews [check] PATH...     lint files and folders; - is standard input\n"
        "       lintnews COMMAND ...         lintnews COMMAND --help says more\n\n"
        f"Finds what machine translation got wrong in news copy, and offers the right term.\n\n{listed}"
    )


def _tolerate_any_letter() -> None:
    """Keep a terminal that lacks some letters from stopping the run."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)  # a test's stream has none
        if reconfigure:
            reconfigure(errors="backslashreplace")
