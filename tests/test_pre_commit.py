"""The hook as a desk would use it: real pre-commit, a scratch repository, lintnews installed by pre-commit."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BLOW = "The army caused a blow to it.\n"
CONFIGURATION = """\
repos:
  - repo: {source}
    rev: {revision}
    hooks:
      - id: lintnews-fix
        files: ^corrected/
      - id: lintnews
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (importlib.util.find_spec("pre_commit") and shutil.which("git")),
        reason="needs pre-commit and git: pip install pre-commit",
    ),
]


class Repository:
    """A git repository in ``folder``, and what to run in it."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)
        # A git hook that runs these tests exports GIT_DIR and the like, and they would win over the folder; PYTHONPATH would
        # win over what pre-commit installs.
        foreign = ("GIT_", "LINTNEWS_", "PYTHONPATH")
        self._env = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
        self._env["PRE_COMMIT_HOME"] = str(home)
        self._env["LINTNEWS_CACHE"] = str(home / "cache")
        self._env["GIT_CONFIG_GLOBAL"] = os.devnull
        self.git("init", "-q")

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=self.folder, env=self._env, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )

    def git(self, *arguments: str) -> str:
        done = self.run("git", "-c", "user.name=Desk", "-c", "user.email=desk@example.org", *arguments)
        assert done.returncode == 0, done.stdout
        return done.stdout.strip()

    def pre_commit(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.run(sys.executable, "-m", "pre_commit", *arguments)

    def write(self, name: str, text: str) -> None:
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(text, encoding="utf-8")
        self.git("add", "--", name)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, _few_rules: Path) -> Repository:
    """A repository that uses the hook of this working tree, with the few rules of tests/cases."""
    home = tmp_path_factory.mktemp("home")
    source = Repository(tmp_path_factory.mktemp("source"), home)
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, source.folder)
    shutil.copytree(ROOT / "lintnews", source.folder / "lintnews", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(_few_rules, source.folder / "rules")
    source.git("add", "--all")
    source.git("commit", "-q", "-m", "The hook")
    desk = Repository(tmp_path_factory.mktemp("desk"), home)
    revision = source.git("rev-parse", "HEAD")
    desk.write(".pre-commit-config.yaml", CONFIGURATION.format(source=source.folder, revision=revision))
    desk.write("lintnews.toml", 'exclude = ["archive/"]\n')
    return desk


def test_the_hook_lints_text_and_obeys_excludes(desk: Repository) -> None:
    desk.write("draft.txt", BLOW)
    desk.write("page.md", "# A page\n\n" + BLOW)
    desk.write("archive/old.txt", BLOW)
    desk.write("script.py", f'"""{BLOW}"""\n')
    done = desk.pre_commit("run", "--all-files")
    assert done.returncode == 1, done.stdout
    assert "draft.txt:1:10: warning: calque/caused-a-blow" in done.stdout
    assert "page.md:3:10: warning: calque/caused-a-blow" in done.stdout
    assert "archive/" not in done.stdout
    assert "script.py" not in done.stdout
    assert "files were modified by this hook" not in done.stdout


def test_a_commit_is_stopped_until_the_copy_is_clean(desk: Repository) -> None:
    desk.write("draft.txt", BLOW)
    desk.write("page.md", "# A page\n")
    assert desk.pre_commit("install").returncode == 0
    commit = ("git", "-c", "user.name=Desk", "-c", "user.email=desk@example.org", "commit", "-m", "News")
    stopped = desk.run(*commit)
    assert stopped.returncode == 1
    assert "calque/caused-a-blow" in stopped.stdout
    desk.write("draft.txt", "The army struck it.\n")
    passed = desk.run(*commit)
    assert passed.returncode == 0, passed.stdout


def test_the_hook_that_corrects_stops_the_commit_once(desk: Repository) -> None:
    desk.write("corrected/draft.txt", "The full -scale war began.\n")
    first = desk.pre_commit("run", "lintnews-fix", "--all-files")
    assert first.returncode == 1, first.stdout
    assert "files were modified by this hook" in first.stdout
    assert "1 file: nothing found; 1 corrected" in first.stdout
    assert (desk.folder / "corrected/draft.txt").read_text() == "The full-scale war began.\n"
    desk.git("add", "corrected/draft.txt")
    second = desk.pre_commit("run", "--all-files")
    assert "lintnews (corrections)...................................................Passed" in second.stdout
