"""Modules found by their files."""

from __future__ import annotations

import pytest

from lintnews import folder, report


def test_the_modules_of_a_folder_are_told_without_helpers(tmp_path):
    for name in ("two.py", "one.py", "_helper.py", "note.txt", "__init__.py"):
        (tmp_path / name).touch()
    assert folder.names([str(tmp_path)]) == ["one", "two"]


def test_a_module_is_imported_by_name():
    assert folder.module(report.__name__, "text").NAME == "text"
    with pytest.raises(ModuleNotFoundError):
        folder.module(report.__name__, "papyrus")
