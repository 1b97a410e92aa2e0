"""Runs the command lines of tests/cases/*.toml, on the few rules of tests/cases/rules.

A case has ``args``; ``files`` (path -> text, or ``hex:`` and bytes); ``stdin``; ``env``; and what is expected:
``status``, ``stdout``, ``stderr``. There ``[...]`` stands for anything; what is not given must be empty.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

CASES = Path(__file__).parents[1] / "cases"


def cases() -> list[Any]:
    loaded = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(CASES.glob("*.toml"))}
    return [pytest.param(case, id=f"{stem}: {case['name']}") for stem in loaded for case in loaded[stem]["case"]]


def data(text: str) -> bytes:
    return bytes.fromhex(text[4:]) if text.startswith("hex:") else text.encode()


def fits(expected: str, text: str) -> bool:
    return re.fullmatch(".*?".join(map(re.escape, expected.split("[...]"))), text, re.DOTALL) is not None


@pytest.mark.parametrize("case", cases())
@pytest.mark.usefixtures("few_rules")
def test_case(
    case: dict[str, Any], lintnews: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unknown = set(case) - {"name", "args", "files", "stdin", "env", "status", "stdout", "stderr"}
    assert not unknown
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "GITHUB_WORKSPACE", "LINTNEWS_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in case.get("env", {}).items():
        monkeypatch.setenv(name, value)
    for name, text in case.get("files", {}).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data(text))
    status, stdout, stderr = lintnews(*case["args"], stdin=data(case.get("stdin", "")))
    for expected, text in ((case.get("stdout", ""), stdout), (case.get("stderr", ""), stderr)):
        if not fits(expected, text):
            assert text == expected  # shows the difference
    assert status == case.get("status", 0)
