"""The same output however many processes work on it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lintnews import report
from lintnews.linter import LONG

COPY = (
    "Partisans left the occupied town, the central nervous system said.\n",
    "The school is open.\n",
    "The army caused a heavy blow to the depot. As informs the council, it is open.\n",
    "The army caused a heavy blow [sic] to the depot.\n",
    '[lintnews: ignore "central nervous system"]\nPartisans left the occupied town, the central nervous system said.\n',
)


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few_rules: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for number in range(40):
        folder = tmp_path / "copy" / f"desk {number % 3}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number:02}.txt").write_text(COPY[number % len(COPY)] * (number % 4 + 1), encoding="utf-8")
    (tmp_path / "copy" / "broken.docx").write_bytes(b"not a document")


@pytest.mark.usefixtures("copy")
@pytest.mark.parametrize("name", report.names())
def test_processes_change_nothing(lintnews: Callable[..., Any], name: str) -> None:
    alone = lintnews("copy", "--format", name, "--statistics", "-j", "1")
    assert alone.status == 2
    assert "broken.docx" in alone.stderr
    assert len(alone.stdout) > 500
    assert lintnews("copy", "--format", name, "--statistics", "-j", "3") == alone


@pytest.mark.usefixtures("copy")
def test_what_is_suppressed_is_told_by_every_process(lintnews: Callable[..., Any]) -> None:
    assert lintnews("copy", "--format", "sarif", "-j", "3").stdout.count('"kind": "inSource"') >= 8


def test_processes_share_a_long_document(lintnews: Callable[..., Any], copy: None) -> None:
    long = (COPY[1] * 55_000).replace("\n", " ").join(COPY[:3])
    assert len(long) > LONG
    Path("copy", "15 long.txt").write_text(long, encoding="utf-8")
    alone = lintnews("copy", "--format", "jsonl", "-j", "1")
    assert re.search(r"15 long.*\"start\": 22\d{5}, .*heavy blow", alone.stdout)
    assert lintnews("copy", "--format", "jsonl", "-j", "3") == alone
    assert lintnews("copy/15 long.txt", "--format", "jsonl", "-j", "2").stdout in alone.stdout
