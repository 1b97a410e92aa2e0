"""``lintnews serve``: the desk page in the browser, and the HTTP interfaces."""

from __future__ import annotations

import os

from lintnews.cli.arguments import Arguments, Parser
from lintnews.cli.options import Choice, add_knowledge
from lintnews.errors import UsageError

HELP = "the desk page in the browser, for CMSs, and for clients of LanguageTool"


def configure(parser: Parser) -> None:
    """Add the arguments of ``lintnews serve``."""
    add = parser.add_argument
    add("--host", default="127.0.0.1", help="the address to listen on (default: 127.0.0.1, this machine only)")
    add("--port", metavar="N", type=int, default=8081, help="the port (default: 8081, as LanguageTool); 0 takes a free one")
    add("--token", default="", help="the secret that clients must show; better in the environment as LINTNEWS_TOKEN")
    add("--allow-host", metavar="NAME", action="append", default=[], help="a name by which clients reach this machine")
    add("--allow-origin", metavar="URL", action="append", default=[], help="a web site whose pages may use the server")
    add("--edit-glossary", metavar="FILE", help="a glossary (TOML) that may be edited on the page")
    add("--processes", metavar="N", type=int, default=0, help="processes that lint (default: one for each processor)")
    add_knowledge(parser)


def run(args: Arguments) -> int:
    """Serve until interrupted; returns 0."""
    try:
        from lintnews.server import app
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("lintnews"):
            raise
        raise UsageError(f"{error.name} is not installed; run: pip install 'lintnews[serve]'") from None
    from lintnews.server.options import Options, checked

    if args.edit_glossary:
        if not os.path.isfile(args.edit_glossary):
            raise UsageError(f"--edit-glossary {args.edit_glossary}: no such file; `lintnews init` writes one to start from")
        args.glossary = [*args.glossary, args.edit_glossary]
    settings = Choice(args).for_folder("")
    options = Options(
        host=args.host,
        port=args.port,
        token=args.token or os.environ.get("LINTNEWS_TOKEN", ""),
        hosts=tuple(args.allow_host),
        origins=tuple(args.allow_origin),
        glossary=args.edit_glossary or "",
        processes=args.processes or os.cpu_count() or 1,
    )
    try:
        app.run(settings, checked(options), _tell)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UsageError(f"cannot listen on {args.host}:{args.port}: {reason}; choose another --port") from None
    except KeyboardInterrupt:
        pass
    return 0


def _tell(address: str) -> None:
    print(f"lintnews is at {address} (Ctrl+C ends it)", flush=True)
