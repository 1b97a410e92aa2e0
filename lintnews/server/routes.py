"""Which address does what. Handlers move bytes between the client and the workers, and nothing else."""

from __future__ import annotations

import asyncio
import functools
import json
from collections.abc import Awaitable, Callable
from importlib.resources import files
from urllib.parse import parse_qs

from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from lintnews import __version__, read
from lintnews.model import KINDS
from lintnews.server import languagetool
from lintnews.server.guard import COOKIE, Guard, own_origin, session
from lintnews.server.messages import JSON, TEXT, Job, Reply, RequestError, as_json, problem
from lintnews.server.options import Options
from lintnews.server.pool import BusyError, Pool, TooSlowError

Handler = Callable[[Request], Awaitable[Response]]
_PAGE = files("lintnews.server") / "page"
_ASSETS = {".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml",
           ".js": "text/javascript; charset=utf-8", ".txt": TEXT}  # fmt: skip
_BODILESS = ("GET", "HEAD")
_LOGIN_LARGEST = 4096  # bytes


class Routes:
    """The handlers of one server."""

    def __init__(self, pool: Pool, options: Options, guard: Guard) -> None:
        self._pool, self._options, self._guard = pool, options, guard

    def all(self) -> list[Route]:
        """Every address, with its methods."""
        return [
            Route("/", _asset("index.html")),
            Route("/page/{name}", self._page),
            # Under no-referrer a browser hides whose form it sends, even from the page's own server.
            Route("/login", _asset("login.html", {"referrer-policy": "same-origin"})),
            Route("/login", self._login, methods=["POST"]),
            Route("/api/v1/openapi.json", _asset_json("openapi.json")),
            Route("/api/v1/info", self._info),
            Route("/api/v1/check", self._asking("check"), methods=["POST"]),
            Route("/api/v1/correct", self._asking("correct"), methods=["POST"]),
            Route("/api/v1/terms", self._asking("terms")),
            Route("/api/v1/rules/{name:path}", self._asking("rule")),
            Route("/api/v1/glossary/{name}", self._writing("save"), methods=["PUT"]),
            Route("/api/v1/glossary/{name}", self._writing("remove"), methods=["DELETE"]),
            Route("/v2/check", self._languagetool, methods=["GET", "POST"]),
            Route("/v2/languages", _constant(as_json(languagetool.languages()))),
            Route("/v2/info", _constant(as_json({"software": languagetool.SOFTWARE}))),
            Route("/v2/maxtextlength", _constant(Reply(200, str(self._options.longest).encode(), TEXT))),
            Route("/v2/healthcheck", _constant(Reply(200, b"OK", TEXT))),
        ]

    def _asking(self, task: str) -> Handler:
        async def handle(request: Request) -> Response:
            try:
                job = await self._job(task, request)
                return _sent(await self._pool.ask(job))
            except RequestError as refusal:
                return _sent(problem(refusal.status, str(refusal)))
            except (BusyError, TooSlowError) as error:
                return _sent(problem(503, _late(error)), retry=True)

        return handle

    def _writing(self, task: str) -> Handler:
        """Like ``_asking``, for the page of this server alone: other sites and add-ons have no business here."""
        ask = self._asking(task)

        async def handle(request: Request) -> Response:
            origin = request.headers.get("origin", "")
            site = request.headers.get("sec-fetch-site", "same-origin")
            if (origin and origin != own_origin(request.scope, request.headers)) or site not in ("same-origin", "none"):
                return _sent(problem(403, "the glossary is edited on the page of this server only"))
            if request.method == "PUT" and request.headers.get("content-type", "").partition(";")[0].strip() != JSON:
                return _sent(problem(415, f"send {JSON}"))
            return await ask(request)

        return handle

    async def _languagetool(self, request: Request) -> Response:
        try:
            job = await self._job("languagetool", request)
            if not request.scope["lintnews.trusted"] and not self._guard.is_token(languagetool.key(job)):
                raise RequestError(401, "show the token of this server, as apiKey")
            return _sent(await self._pool.ask(job))
        except RequestError as refusal:
            return _sent(Reply(refusal.status, f"Error: {refusal}".encode(), TEXT))
        except (BusyError, TooSlowError) as error:
            return _sent(Reply(503, f"Error: {_late(error)}".encode(), TEXT), retry=True)

    async def _job(self, task: str, request: Request) -> Job:
        body = await _body(request, self._options.largest, self._options.seconds) if request.method not in _BODILESS else b""
        media = request.headers.get("content-type", "")
        return Job(task, body, request.url.query, media, request.path_params.get("name", ""))

    async def _info(self, _: Request) -> Response:
        known = {
            "version": __version__,
            "suffixes": sorted(read.suffixes()),
            "largest": self._options.largest,
            "longest": self._options.longest,
            "glossary": bool(self._options.glossary),
            "kinds": {name: kind.title for name, kind in KINDS.items()},
        }
        return _sent(as_json(known))

    async def _page(self, request: Request) -> Response:
        return _file(request.path_params["name"])

    async def _login(self, request: Request) -> Response:
        try:
            body = await _body(request, _LOGIN_LARGEST, self._options.seconds)
        except RequestError as refusal:
            return _sent(problem(refusal.status, str(refusal)))
        given = parse_qs(body.decode("utf-8", "replace")).get("token", [""])[0]
        if not self._guard.is_token(given.strip()):
            return RedirectResponse("/login?wrong", 303)
        response = RedirectResponse("/", 303)
        secure = request.url.scheme == "https"
        response.set_cookie(COOKIE, session(self._options.token), httponly=True, samesite="strict", secure=secure)
        return response


async def _body(request: Request, largest: int, seconds: float) -> bytes:
    """The body of a request, kept in memory only. Raises RequestError when it is too large, or takes too long to arrive."""
    too_large = RequestError(413, f"the request is larger than {largest:,} bytes; send less at once")
    if int(request.headers.get("content-length", "0")) > largest:
        raise too_large
    body = bytearray()
    try:
        async with asyncio.timeout(seconds):
            async for chunk in request.stream():
                body += chunk
                if len(body) > largest:
                    raise too_large
    except TimeoutError:
        raise RequestError(408, f"the request did not arrive within {seconds:.0f} seconds; send it again") from None
    except ClientDisconnect:
        raise RequestError(400, "the client went away") from None
    return bytes(body)


def _late(error: Exception) -> str:
    if isinstance(error, BusyError):
        return "the server is busy; try again in a second"
    return "this took too long; send a shorter text"


def _sent(reply: Reply, retry: bool = False) -> Response:
    return Response(reply.body, reply.status, {"retry-after": "1"} if retry else None, reply.media)


def _constant(reply: Reply) -> Handler:
    async def handle(_: Request) -> Response:
        return _sent(reply)

    return handle


def _asset(name: str, headers: dict[str, str] | None = None) -> Handler:
    async def handle(_: Request) -> Response:
        return _file(name, headers)

    return handle


def _asset_json(name: str) -> Handler:
    async def handle(_: Request) -> Response:
        described = json.loads((files("lintnews.server") / name).read_text(encoding="utf-8"))
        described["info"]["version"] = __version__
        return _sent(as_json(described))

    return handle


@functools.cache
def _assets() -> dict[str, tuple[bytes, str]]:
    """The files of the page, by name, with their media types; there are a handful, and they never change."""
    found = {}
    for path in _PAGE.iterdir():
        suffix = "." + path.name.rpartition(".")[2]
        if suffix in _ASSETS:
            found[path.name] = (path.read_bytes(), _ASSETS[suffix])
    return found


def _file(name: str, headers: dict[str, str] | None = None) -> Response:
    if name not in _assets():
        return _sent(problem(404, "there is no such page; the desk page is at /"))
    content, media = _assets()[name]
    return Response(content, 200, {"cache-control": "no-cache", **(headers or {})}, media)
