"""What a machine can say of the code itself."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.slow
@pytest.mark.parametrize("tool", [["mypy"], ["ruff", "check", "."]], ids=lambda tool: tool[0])
def test_the_code_passes(tool):
    run = subprocess.run([sys.executable, "-m", *tool], cwd=ROOT, capture_output=True, text=True, check=False)
    if "No module named" in run.stderr and not shutil.which(tool[0]):
        pytest.skip(f"{tool[0]} is not installed")
    assert run.returncode == 0, run.stdout + run.stderr
