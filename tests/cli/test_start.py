"""What a clean run of one article may import: start-up time is mostly imports."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = """
argparse array asyncio concurrent.futures contextlib dataclasses difflib email gettext gzip importlib.metadata importlib.resources
importlib inspect langdetect locale logging multiprocessing pathlib pathspec platformdirs random regex shutil spellchecker
ssl struct subprocess tempfile tomllib typing unittest warnings
"""
CODE = """
import sys
before = set(sys.modules)
from lintnews.cli.main import main
status = main(sys.argv[1:])
print(*sorted(set(sys.modules) - before), file=sys.stderr)
sys.exit(status)
"""


@pytest.mark.parametrize("options", [[], ["--format=json"], ["--quiet", "--select", "calque"]])
def test_a_clean_run_imports_nothing_heavy(tmp_path: Path, few_rules: Path, options: list[str]) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("The school is open, the mayor said on Monday.\n", encoding="utf-8")
    run = [sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}\n{CODE}", str(draft), *options]
    for _ in range(2):  # the first compiles the rules
        done = subprocess.run(run, capture_output=True, text=True, cwd=tmp_path, env=dict(os.environ))
    assert done.returncode == 0, done.stderr
    heavy = HEAVY.split() + ["json"] * ("--format=json" not in options)
    assert not set(heavy) & set(done.stderr.split())
