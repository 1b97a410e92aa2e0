"""The application, and the server around it."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Callable

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp

from lintnews.config import Settings
from lintnews.server.guard import Guard
from lintnews.server.messages import PROBLEM, problem
from lintnews.server.options import Options
from lintnews.server.pool import Pool
from lintnews.server.routes import Routes

_ADVICE = {404: "no such address; /api/v1/openapi.json lists them", 405: "this address is not for that method"}


def run(settings: Settings, options: Options, ready: Callable[[str], None]) -> None:
    """Serve until interrupted; ``ready`` is called with the address of the page once clients can connect.

    Raises LintnewsError when the rules cannot be loaded, OSError when the address cannot be had.
    """
    host = options.host.strip("[]")
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    with contextlib.closing(listener):
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, options.port))
        shown = f"[{host}]" if ":" in host else host
        address = f"http://{shown}:{listener.getsockname()[1]}/"
        asyncio.run(_serve(settings, options, listener, lambda: ready(address)))


def application(pool: Pool, options: Options) -> ASGIApp:
    """The application that answers with the help of ``pool``."""
    app = Starlette(exception_handlers={HTTPException: _unrouted})
    guard = Guard(app, options)
    app.router.routes.extend(Routes(pool, options, guard).all())
    app.router.redirect_slashes = False
    return guard


async def _serve(settings: Settings, options: Options, listener: socket.socket, ready: Callable[[], None]) -> None:
    pool = Pool(settings, options)
    try:
        await pool.start()
        config = uvicorn.Config(
            application(pool, options),
            lifespan="off",
            log_config=None,
            access_log=False,  # a GET of /v2/check has the draft in its address
            server_header=False,
            proxy_headers=False,
            ws="none",
            timeout_keep_alive=30,
            timeout_graceful_shutdown=3,
        )
        await _Server(config, ready).serve(sockets=[listener])
    finally:
        pool.stop()


class _Server(uvicorn.Server):
    """A server that tells when it accepts connections."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then tell."""
        await super().startup(sockets)
        self._ready()


async def _unrouted(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    reply = problem(error.status_code, _ADVICE.get(error.status_code, error.detail))
    return Response(reply.body, reply.status, error.headers, PROBLEM)
