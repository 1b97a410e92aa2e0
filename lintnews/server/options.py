"""How a server is run."""

from __future__ import annotations

import ipaddress
from typing import NamedTuple

from lintnews.errors import UsageError

PORT = 8081  # where clients of LanguageTool look for a server on their own machine
SHORTEST_TOKEN = 16  # characters


class Options(NamedTuple):
    """What ``lintnews serve`` was asked to do."""

    host: str = "127.0.0.1"
    port: int = PORT
    token: str = ""  # what a client must show; "" on loopback only
    hosts: tuple[str, ...] = ()  # names by which the server is reached, beside loopback and addresses
    origins: tuple[str, ...] = ()  # web sites whose pages may use the server; "*" for all
    glossary: str = ""  # the TOML file that the page may edit
    processes: int = 2
    largest: int = 16 << 20  # bytes of a request
    longest: int = 1_000_000  # code points of a text
    waiting: int = 128  # requests that may be under way
    seconds: float = 30.0  # for one request: to arrive, and to be answered


def checked(options: Options) -> Options:
    """``options`` when they are safe to serve with; raises UsageError, which says what to add."""
    if not is_loopback(options.host) and not options.token:
        raise UsageError(
            f"--host {options.host}: others can reach this address; give a secret with --token or LINTNEWS_TOKEN, "
            "or leave --host out"
        )
    if options.token and len(options.token) < SHORTEST_TOKEN:
        raise UsageError(f"--token: too easy to guess; use {SHORTEST_TOKEN} characters or more")
    if not options.token.isascii() or not options.token.isprintable():
        raise UsageError("--token: use letters, digits and signs of ASCII only")
    for origin in options.origins:
        if origin != "*" and ("://" not in origin or origin.endswith("/")):
            raise UsageError(f"--allow-origin {origin}: write it as https://cms.example.org, or * for all")
    return options


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach ``host``, a name or an address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def is_address(host: str) -> bool:
    """Whether ``host`` is an IP address and not a name: no foreign name server can claim it."""
    try:
        ipaddress.ip_address(host.strip("[]"))
        return True
    except ValueError:
        return False
