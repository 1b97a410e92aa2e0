"""What ``lintnews init`` writes must be right as it stands, and right when its comments are taken away."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from lintnews.cli.commands.init import CONFIGURATION
from lintnews.config import Settings, load


def test_the_starter_glossary_passes_among_the_built_in_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lintnews: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    assert lintnews("init").status == 0
    assert lintnews("test", "desk.toml") == (0, "2 examples of 1 entry: all as they should be\n", "")
    (tmp_path / "draft.txt").write_text("The governor told the Steppe Messenger so.", encoding="utf-8")
    assert "literal-name/steppe-courier" in lintnews("draft.txt").stdout


def test_every_commented_setting_is_valid(tmp_path: Path) -> None:
    (tmp_path / "desk.toml").touch()
    everything = re.sub(r"(?m)^# (?=[\w\"-]+ = |\[)", "", CONFIGURATION)
    (tmp_path / "lintnews.toml").write_text(everything, encoding="utf-8")
    found = load(str(tmp_path))
    unset = {name for name, value in found._asdict().items() if value == getattr(Settings(), name)}
    assert unset == {"rules", "isolated"}
