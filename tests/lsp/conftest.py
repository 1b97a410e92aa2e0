"""A real client at the other end of a real server process."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from functools import partial
from pathlib import Path

import pytest

pytest.importorskip("pytest_lsp", reason="the language server's tests need lintnews[lsp,test]")


@pytest.fixture
def environment(_few_rules: Path) -> dict[str, str]:
    """What the server runs in: a few rules, so that work on the real ones changes nothing here."""
    from lintnews import __file__ as package

    path = os.pathsep.join(filter(None, (str(Path(package).parents[1]), os.environ.get("PYTHONPATH"))))
    return {**os.environ, "LINTNEWS_RULES": str(_few_rules), "PYTHONPATH": path}


@pytest.fixture
def editing(environment: dict[str, str], tmp_path: Path) -> Callable[..., AbstractAsyncContextManager[object]]:
    """Start an editor on a folder: ``async with editing() as editor``; keywords as ``editor.editing`` has them."""
    from editor import editing

    return partial(editing, environment, tmp_path)
