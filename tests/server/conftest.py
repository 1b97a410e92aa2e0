"""A real ``lintnews serve`` in a process of its own, and a client for it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

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
