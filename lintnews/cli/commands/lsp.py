"""``lintnews lsp``: the language server, for editors."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator

from lintnews.cli.arguments import Arguments, Parser
from lintnews.cli.files import Files, Job
from lintnews.config import Settings
from lintnews.errors import UsageError

HELP = "serve editors over the Language Server Protocol (standard input and output)"


def configure(parser: Parser) -> None:
    """Add the arguments of ``lintnews lsp``."""
    parser.add_argument("--stdio", action="store_true", help="what is done anyway; editors like to say so")


def run(args: Arguments) -> int:
    """Serve until the editor says goodbye; returns 0."""
    try:
        from lintnews.lsp.server import Server
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing not in ("pygls", "lsprotocol", "tomlkit"):
            raise
        raise UsageError(f"the language server needs {missing}: pip install 'lintnews[lsp]'") from None
    with os.fdopen(os.dup(1), "wb") as answers, contextlib.redirect_stdout(sys.stderr):  # a stray print would be garbage
        Server(_copy_below).start_io(stdout=answers)
    return 0


def _copy_below(settings_for: Callable[[str], Settings], folders: Iterable[str]) -> Iterator[str]:
    for item in Files(settings_for, force=True).of(folders):
        if isinstance(item, Job):
            yield item.path
