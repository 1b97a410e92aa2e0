from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lintnews.fix.diff import unified

LINES = st.lists(st.sampled_from(["one", "two", "three\r", "", "ї 🙂", "\f", "a\u2028b"]), max_size=8).map("\n".join)


def test_equal_texts_have_no_diff() -> None:
    assert unified("a.txt", "same\n", "same\n") == ""


def test_a_last_line_without_a_break_is_marked() -> None:
    assert unified("a.txt", "old", "new").endswith("-old\n\\ No newline at end of file\n+new\n\\ No newline at end of file\n")


@pytest.mark.skipif(not shutil.which("git"), reason="needs git: apt install git")
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LINES, LINES)
def test_git_applies_it(tmp_path: Path, old: str, new: str) -> None:
    diff = unified("a.txt", old, new)
    (tmp_path / "a.txt").write_bytes(old.encode())
    if diff:
        command = ["git", "apply", "-p0", "--whitespace=nowarn", "-"]
        done = subprocess.run(command, cwd=tmp_path, input=diff.encode(), capture_output=True)
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "a.txt").read_bytes() == new.encode()
