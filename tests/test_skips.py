"""What conftest makes of tests that are skipped, and of root."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).with_name("conftest.py")
SKIPPED = """
import pytest

{top}

def test():
    pytest.skip("{reason}")
"""
MODULE = 'pytest.importorskip("no_such_package", reason="{reason}")'


@pytest.mark.parametrize(
    ("ci", "reason", "status"),
    [("true", "git is not installed", 1), ("true", "elsewhere: about POSIX", 0), ("", "git is not installed", 0)],
)
@pytest.mark.parametrize("top", ["", MODULE])
def test_what_is_wanting_fails_in_ci(tmp_path, ci, reason, status, top):
    shutil.copy(CONFTEST, tmp_path)
    (tmp_path / "test_it.py").write_text(SKIPPED.format(top=top.format(reason=reason), reason=reason), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", tmp_path, tmp_path],
        capture_output=True, text=True, check=False, cwd=tmp_path, env={**os.environ, "CI": ci},
    )  # fmt: skip
    assert bool(run.returncode % 5) == bool(status), run.stdout  # 5: nothing was left to run
    assert ("may not be skipped in CI: git is not installed" in run.stdout) == bool(status)


@pytest.mark.skipif(os.name != "posix", reason="elsewhere: about POSIX permissions")
def test_root_respects_modes_while_it_is_mortal(tmp_path, request):
    path = tmp_path / "locked"
    path.write_text("a", encoding="utf-8")
    path.chmod(0)
    request.getfixturevalue("mortal")
    with pytest.raises(PermissionError):
        path.read_bytes()
