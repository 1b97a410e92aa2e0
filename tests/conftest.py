"""What every test may ask for."""

from __future__ import annotations

import importlib.util
import io
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"


class Run(NamedTuple):
    """What one call of the command line gave."""

    status: int
    stdout: str
    stderr: str


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write tests/golden anew and show it in git diff")
    parser.addoption("--slow", action="store_true", help="run the tests marked slow too (CI=true does so as well)")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "slow: takes seconds; run with --slow or CI=true")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--slow") or os.environ.get("CI") == "true":
        return
    for item in items:
        if "slow" in item.keywords:
            item.add_marker(pytest.mark.skip(reason="slow: run with --slow"))


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep compiled tables of test glossaries out of the user's cache."""
    os.environ.setdefault("LINTNEWS_CACHE", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture(scope="session")
def script() -> Callable[[str], ModuleType]:
    """Load a script of this repository, which no package holds, as a module: ``script("docs/generate.py")``."""

    def load(path: str) -> ModuleType:
        spec = importlib.util.spec_from_file_location(Path(path).stem, HERE.parent / path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    return load


@pytest.fixture(scope="session")
def _few_rules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rules") / "rules"
    shutil.copytree(HERE / "cases" / "rules", folder)
    for shared in ("words", "romanization"):
        shutil.copytree(HERE.parent / "rules" / shared, folder / shared)
    return folder


@pytest.fixture
def few_rules(_few_rules: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lint with the rules of tests/cases/rules, so that work on the real ones changes no expected output."""
    monkeypatch.setenv("LINTNEWS_RULES", str(_few_rules))
    return _few_rules


@pytest.fixture
def lintnews(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Run]:
    """Call the command line in this process: ``lintnews("check", "a.txt", stdin=b"...")``."""
    from lintnews.cli.main import main

    def call(*argv: str, stdin: bytes = b"") -> Run:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        status = main(argv)
        return Run(status, *capsys.readouterr())

    return call


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare text with tests/golden/NAME, or write it there when pytest was called with --update-golden."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.write_bytes(text.encode())
        assert path.exists(), f"{path} is missing: run pytest --update-golden, and read the diff"
        assert text == path.read_bytes().decode(), "run pytest --update-golden if this is meant, and read the diff"

    return compare


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium. Without one the tests are skipped, except in CI."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        found = None
    if not found:
        message = "needs Chromium (apt install chromium) and the playwright package"
        pytest.fail(message) if os.environ.get("CI") == "true" else pytest.skip(message)
    with sync_playwright() as driver:
        # Containers forbid the browser's own sandbox; the pages are ours.
        browser = driver.chromium.launch(executable_path=found, args=["--no-sandbox", "--no-proxy-server"])
        yield browser
        browser.close()
