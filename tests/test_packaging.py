"""The wheel, as a newcomer gets it: built, installed into an empty environment, run far from the checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith(("LINTNEWS_", "PYTHON", "GIT_"))}
    env["LINTNEWS_CACHE"] = str(cwd / "cache")
    return subprocess.run([*map(str, command)], cwd=cwd, env=env, capture_output=True, text=True, check=False)


def pip(*arguments: str | Path, python: str | Path, cwd: Path) -> None:
    """Call pip; without a network there is nothing to test."""
    done = run(python, "-m", "pip", "--disable-pip-version-check", *arguments, cwd=cwd)
    if done.returncode and "No matching distribution" in done.stderr:
        pytest.skip("needs a package index")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    pip("wheel", "--no-deps", "--wheel-dir", folder, ROOT, python=sys.executable, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the commands of an environment that has the wheel, and what it depends on, and nothing else."""
    home = tmp_path_factory.mktemp("home")
    venv.create(home / "env", with_pip=True)
    commands = home / "env" / ("Scripts" if os.name == "nt" else "bin")
    pip("install", wheel, python=commands / "python", cwd=home)
    return commands


def test_the_wheel_holds_the_program_and_the_knowledge(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    rules = {path.relative_to(ROOT / "rules").as_posix() for path in (ROOT / "rules").rglob("*") if path.is_file()}
    missing = sorted(name for name in rules if f"lintnews/rules/{name}" not in names)
    assert not missing
    assert {"lintnews/py.typed", "lintnews/cli/main.py", "lintnews/report/page/report.js"} <= names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not [name for name in names if name.startswith(("tests/", "docs/", "seeds/"))]


def test_the_command_finds_what_the_seeds_hold(installed, tmp_path):
    done = run(installed / "lintnews", "--format", "json", SEEDS, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    found = {(Path(row["path"]).stem, row["rule"], row["text"]) for row in json.loads(done.stdout)["findings"]}
    for path in SEEDS.glob("*.toml"):
        for row in tomllib.loads(path.read_text(encoding="utf-8")).get("finding", []):
            assert (path.stem, row["rule"], row["text"]) in found


def test_a_program_may_use_it(installed, tmp_path):
    code = (
        "from lintnews.config import Settings; from lintnews.linter import Linter;"
        "print(Linter(Settings()).lint_bytes(b'He wrote from the TOT of Ukraine.', 'a.txt').findings[0].rule)"
    )
    done = run(installed / "python", "-c", code, cwd=tmp_path)
    assert done.stdout.strip() == "untranslated-acronym/temporarily-occupied-territories", done.stderr


KEPT = """
import re
from lintnews import checks, folder
from lintnews.cli import kept
kept.install()
re._compiler.compile = None  # what the wheel lacks cannot be made any more
for check in folder.names(checks.__path__):
    for name, made in vars(folder.module(checks.__name__, check)).items():
        if hasattr(made, "cache_info") and made.__annotations__ == {"return": "re.Pattern[str]"}:
            print(check, name, made().pattern[:1])
"""


def test_no_expression_of_a_check_is_made_at_a_start(installed, tmp_path):
    done = run(installed / "python", "-c", KEPT, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "residue _learned" in done.stdout


UNKNOWN = """
import sys
before = set(sys.modules)
from lintnews.cli.main import main
main(["draft.txt", "--quiet"])
print(*set(sys.modules) - before)
"""


def test_a_word_that_nobody_knows_brings_no_library(installed, tmp_path):
    """Whether there is a library that may know it is found without importing much."""
    (tmp_path / "draft.txt").write_text("In Kharkiv the Ukrainian soldiers met kavaleristov from Donetsk.\n", encoding="utf-8")
    done = run(installed / "python", "-c", UNKNOWN, cwd=tmp_path)
    modules = done.stdout.split()
    assert "lintnews.lexicon.morphology" in modules, done.stderr
    assert not {"typing", "importlib.util", "json", "regex"} & set(modules)
