"""What every test may ask for."""

from __future__ import annotations

import ctypes
import importlib.util
import io
import os
import shutil
import sys
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)


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


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    return _honest((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    return _honest((yield))


def _honest(report: Report) -> Report:
    """With CI=true a test that is skipped for want of something has failed: ``.ci/run`` installs what tests need.

    Reasons that begin with "elsewhere: " are not about that: another system, or copy that is not ours to publish.
    """
    if os.environ.get("CI") == "true" and report.skipped and isinstance(report.longrepr, tuple):
        reason = report.longrepr[2].removeprefix("Skipped: ")
        if not reason.startswith("elsewhere: "):
            report.outcome, report.longrepr = "failed", f"{report.nodeid} may not be skipped in CI: {reason}"
    return report


@pytest.fixture
def mortal() -> Iterator[None]:
    """Take from root the right to read and write whatever the modes of files say, until the test is over."""
    if os.name != "posix" or os.geteuid():
        yield
        return
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "capset"):
        pytest.skip("elsewhere: root cannot be told to respect modes")
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)  # the third version of the call, and this thread
    rights = (ctypes.c_uint32 * 6)()  # effective, permitted, inheritable, and the upper halves of these
    assert libc.capget(header, rights) == 0, os.strerror(ctypes.get_errno())
    before = rights[0]
    rights[0] = before & ~0b110  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
    assert libc.capset(header, rights) == 0, os.strerror(ctypes.get_errno())
    yield
    rights[0] = before
    assert libc.capset(header, rights) == 0, os.strerror(ctypes.get_errno())


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
    """Debian's Chromium."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        found = None
    if not found:
        message = "needs Chromium (apt install chromium) and the playwright package"
        pytest.skip(message)
    with sync_playwright() as driver:
        # Containers forbid the browser's own sandbox; the pages are ours.
        browser = driver.chromium.launch(executable_path=found, args=["--no-sandbox", "--no-proxy-server"])
        yield browser
        browser.close()
