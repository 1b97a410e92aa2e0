"""Who may come in: every request passes here first, and every response leaves with the headers that keep pages safe."""

from __future__ import annotations

import base64
import hashlib
import hmac
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lintnews.server.messages import PROBLEM, TEXT, problem
from lintnews.server.options import Options, is_address, is_loopback

COOKIE = "lintnews"
_SAFE = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
_OPEN = ("/login", "/page/")  # what a browser needs before it has shown the token: nothing of the desk's is there
_READING = ("GET", "HEAD", "OPTIONS")


def session(token: str) -> str:
    """The cookie of those who have shown ``token``; the token cannot be had from it."""
    return hmac.new(token.encode(), b"lintnews page", hashlib.sha256).hexdigest()


class Guard:
    """An ASGI application around another: checks Host, Origin and token, and adds headers."""

    def __init__(self, app: ASGIApp, options: Options) -> None:
        self._app, self._options = app, options
        names = {"localhost", options.host, *options.hosts}
        self._names = {name.strip("[]").lower() for name in names}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        origin = headers.get("origin", "")
        granted = origin if origin and ("*" in self._options.origins or origin in self._options.origins) else ""

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._complete(MutableHeaders(scope=message), granted)
            await send(message)

        app = self._refusal(scope, headers, origin, granted) or self._app
        await app(scope, receive, send_safely)

    def _refusal(self, scope: Scope, headers: Headers, origin: str, granted: str) -> ASGIApp | None:
        path, method = scope["path"], scope["method"]
        if not self._is_our_name(headers.get("host", "")):
            return _refused(path, 421, "this server is not known by that name; start it with --allow-host NAME")
        if _is_site(origin) and not granted and origin != own_origin(scope, headers):
            return _refused(path, 403, f"pages of {origin} may not use this server; start it with --allow-origin {origin}")
        if method not in _READING and headers.get("sec-fetch-site") == "cross-site" and not granted and not origin:
            return _refused(path, 403, "other sites may not use this server")
        if granted and method == "OPTIONS":
            return Response(status_code=204)
        return self._without_token(scope, headers)

    def _without_token(self, scope: Scope, headers: Headers) -> ASGIApp | None:
        path = scope["path"]
        scope["lintnews.trusted"] = not self._options.token or self._has_token(headers)
        # Clients of LanguageTool send the token as the field apiKey; routes.languagetool looks at it.
        if scope["lintnews.trusted"] or path.startswith(_OPEN) or path == "/v2/check":
            return None
        if path == "/" and scope["method"] in _READING:
            return RedirectResponse("/login", 303)
        return _refused(path, 401, "show the token of this server: Authorization: Bearer TOKEN")

    def _has_token(self, headers: Headers) -> bool:
        scheme, _, value = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return self.is_token(value.strip())
        if scheme.lower() == "basic":  # for clients that can only be given an address: https://desk:TOKEN@host/
            return self.is_token(_password(value))
        try:
            cookie = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
        except CookieError:
            return False
        return cookie is not None and _same(cookie.value, session(self._options.token))

    def is_token(self, value: str) -> bool:
        """Whether ``value`` is the token of this server."""
        return bool(self._options.token) and _same(value, self._options.token)

    def _is_our_name(self, host: str) -> bool:
        """Whether ``host`` names this server: a foreign name that leads here is a page that rebinds its own name."""
        name = _without_port(host).lower()
        if name in self._names or is_loopback(name):
            return True
        # An address cannot be rebound. It is one of ours if we listen on more than loopback.
        return is_address(name) and not is_loopback(self._options.host)

    def _complete(self, headers: MutableHeaders, granted: str) -> None:
        for name, value in _SAFE.items():
            headers.setdefault(name, value)
        headers.setdefault("cache-control", "no-store")
        if self._options.origins:
            headers.add_vary_header("Origin")
        if granted:
            headers["cross-origin-resource-policy"] = "cross-origin"
            headers["access-control-allow-origin"] = granted
            headers["access-control-allow-methods"] = "GET, POST"
            headers["access-control-allow-headers"] = "Authorization, Content-Type"


def own_origin(scope: Scope, headers: Headers) -> str:
    """The origin under which the page of this server was asked for."""
    return f"{scope['scheme']}://{headers.get('host', '')}"


def _is_site(origin: str) -> bool:
    """Whether ``origin`` is a page of the web. Browser add-ons and desktop programs have origins of other schemes."""
    return origin == "null" or origin.startswith(("http://", "https://"))


def _without_port(host: str) -> str:
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.rpartition(":")[0] if host.count(":") == 1 else host


def _password(encoded: str) -> str:
    try:
        return base64.b64decode(encoded, validate=True).decode().partition(":")[2]
    except ValueError:
        return ""


def _same(given: str, expected: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), expected.encode())


def _refused(path: str, status: int, message: str) -> Response:
    headers = {"www-authenticate": "Bearer"} if status == 401 else None
    if path.startswith("/v2/"):
        return Response(f"Error: {message}", status, headers, TEXT)
    return Response(problem(status, message).body, status, headers, PROBLEM)
