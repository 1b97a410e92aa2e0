"""Neovim itself, without a window, as Debian packages it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

DRAFT = (
    "\U0001f600 Partisans hid in the occupied town, the central nervous system said.",
    "",
    "In the occupied village, partisans say, the central nervous system is behind it.",
)
RULE = "acronym-expansion/national-resistance-center"
FOUND = {"text": "central nervous system", "code": RULE, "severity": 1, "source": "lintnews"}


@pytest.fixture(scope="module")
def report(_few_rules: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    if shutil.which("nvim") is None:
        pytest.skip("nvim is not installed")
    folder = tmp_path_factory.mktemp("neovim")
    (folder / "draft.txt").write_text("\n".join(DRAFT) + "\n", encoding="utf-8")
    root = Path(__file__).parents[2]
    command = [sys.executable, "-m", "lintnews", "lsp"]
    environment = {
        **os.environ, "LINTNEWS_RULES": str(_few_rules), "LINTNEWS_COMMAND": json.dumps(command), "PYTHONPATH": str(root),
        "LINTNEWS_REPORT": str(folder / "report.json"), "XDG_STATE_HOME": str(folder), "XDG_CACHE_HOME": str(folder),
    }  # fmt: skip
    script = Path(__file__).with_name("neovim.lua")
    call = ["nvim", "--headless", "-u", "NONE", "-i", "NONE", "-n", "draft.txt", "-c", f"luafile {script}"]
    run = subprocess.run(call, cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert (folder / "report.json").exists(), run.stderr
    found: dict[str, Any] = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    assert found["problem"] == "", run.stderr
    return found


def test_a_draft_that_opens_gets_its_diagnostics(report):
    assert report["first"] == [FOUND, FOUND]


def test_a_correction_that_is_chosen_is_in_the_buffer(report):
    assert "Write “National Resistance Center”" in report["offered"]
    assert report["corrected"] == [DRAFT[0].replace("central nervous system", "National Resistance Center"), *DRAFT[1:]]


def test_what_is_typed_is_linted(report):
    assert report["typed"] == [FOUND, FOUND]


def test_a_remark_silences_what_it_names(report):
    (remark,) = [line for line in report["ignored"] if "lintnews" in line]
    assert remark == f'[lintnews: ignore {RULE} "central nervous system"]'
    assert len(report["ignored"]) == len(report["corrected"]) + 3
