"""A real ``lintnews serve`` in a process of its own, and a client for it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request

httpx = pytest.importorskip("httpx")
pytest.importorskip("starlette")
pytest.importorskip("uvicorn")

Serve = Callable[..., AbstractContextManager[str]]


@pytest.fixture(autouse=True, scope="session")
def _no_proxy() -> Iterator[None]:
    """Reach the server directly, whatever way out the machine has."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("NO_PROXY", "no_proxy"):
            patch.setenv(name, "127.0.0.1,localhost,::1")
        yield


@pytest.fixture(scope="session")
def serve(_few_rules: Path, tmp_path_factory: pytest.TempPathFactory) -> Serve:
    """Start a server with the rules of tests/cases/rules: ``with serve("--token", "...") as address``."""
    folder = tmp_path_factory.mktemp("desk")

    @contextmanager
    def start(*options: str, rules: bool = True, **environment: str) -> Iterator[str]:
        few = {"LINTNEWS_RULES": str(_few_rules)} if rules else {}
        command = [sys.executable, "-m", "lintnews", "serve", "--port", "0", "--isolated", "--processes", "2", *options]
        with subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **few, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdout
            assert process.stderr
            try:
                told = re.search("http://[^ ]+[0-9]/", process.stdout.readline())
                assert told, process.stderr.read()
                yield told.group().rstrip("/")
            finally:
                process.terminate()
                process.communicate(timeout=20)

    return start


@pytest.fixture(scope="session")
def address(serve: Serve) -> Iterator[str]:
    """The address of a server that all tests share."""
    with serve() as found:
        yield found


@pytest.fixture(scope="session")
def client(address: str) -> Iterator[httpx.Client]:
    """A client of the shared server."""
    with httpx.Client(base_url=address, trust_env=False, timeout=30) as made:
        yield made


class Visit:
    """A page of the server in a browser, with what went wrong on it and whom it called."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.problems: list[str] = []
        self.foreign: list[str] = []
        page.on("console", lambda message: self.problems.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("request", self._note)
        page.on("dialog", lambda dialog: (self.problems.append(f"dialog: {dialog.message}"), dialog.dismiss()))

    def _note(self, request: Request) -> None:
        if not request.url.startswith((self.address, "blob:")):
            self.foreign.append(request.url)

    def paste(self, text: str) -> None:
        """Paste ``text`` over the draft, as a person does, and wait until it is checked."""
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)
        self.page.focus("#draft")
        self.page.keyboard.press("Control+A")
        with self.page.expect_response("**/api/v1/check"):
            self.page.keyboard.press("Control+V")
        self.page.wait_for_timeout(50)

    def wait_for_cards(self, number: int) -> None:
        """Wait until so many findings are listed. (Chromium's own way to wait needs eval, which the page forbids.)"""
        for _ in range(100):
            if self.page.locator(".card").count() == number:
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"{self.page.locator('.card').count()} cards, not {number}")

    @property
    def draft(self) -> str:
        """The text in the draft."""
        return self.page.input_value("#draft")

    @property
    def marked(self) -> list[str]:
        """The words that are marked as findings, in order."""
        return self.page.eval_on_selector_all("mark:not(.cue)", "marks => marks.map(mark => mark.textContent)")


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Callable[..., Visit]]:
    """Open the page of a server: ``visit(address, color_scheme="dark")``. Fails when anything went wrong on it."""
    visits: list[Visit] = []

    def open_page(address: str, path: str = "/", **options: object) -> Visit:
        context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"], **options)
        visits.append(Visit(context.new_page(), address))
        visits[-1].page.goto(address + path)
        visits[-1].page.wait_for_load_state("networkidle")
        return visits[-1]

    yield open_page
    for made in visits:
        made.page.context.close()
    assert [made.problems for made in visits] == [[] for _ in visits]
    assert [made.foreign for made in visits] == [[] for _ in visits]
