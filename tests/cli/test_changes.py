"""--diff-base, with a real git."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.cli.changes import Lines, hunks

BLOW = "The army caused a blow to it."
GIT = shutil.which("git")


def git(*args: str) -> str:
    settings = ("user.name=A", "user.email=a@example.org", "core.autocrlf=false", "init.defaultBranch=main")
    given = [part for setting in settings for part in ("-c", setting)]
    return subprocess.run(["git", *given, *args], capture_output=True, text=True, check=True).stdout


@pytest.fixture
def desk(tmp_path: Path, few_rules: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two drafts on main, and a branch that is checked out."""
    if GIT is None:
        pytest.skip("git is not installed")
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.chdir(tmp_path)
    put("a.txt", "One.", BLOW, "Three.")
    put("copy/b.txt", "One.", BLOW)
    git("init", "-q")
    commit("first")
    git("checkout", "-qb", "branch")
    return tmp_path


def put(name: str, *paragraphs: str, newline: str = "\n", encoding: str = "utf-8") -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes((newline * 2).join([*paragraphs, ""]).encode(encoding))


def commit(message: str) -> None:
    git("add", "-A")
    git("commit", "-qm", message)


@pytest.fixture
def found(desk: Path, lintnews: Callable[..., object]) -> Callable[..., list[str]]:
    """Lint and give path and line of each finding."""

    def call(*args: str, stdin: bytes = b"") -> list[str]:
        run = lintnews(*(args or (".",)), "--diff-base", "main", "--format", "jsonl", stdin=stdin)
        assert run.stderr == ""
        rows = [json.loads(line) for line in run.stdout.splitlines()]
        assert run.status == bool(rows)
        return [f"{row['path']}:{row['line']}" for row in rows]

    return call


def test_without_a_change_nothing_is_linted(found, lintnews):
    assert found() == []
    assert lintnews(".", "--diff-base", "main").stdout == "no file to lint\n"


def test_changed_lines_only_and_the_rest_is_counted(found, lintnews):
    put("a.txt", "One.", BLOW, "Three.", f"New: {BLOW}")
    assert found() == ["./a.txt:7"]
    assert lintnews(".", "--diff-base", "main").stdout.endswith("1 file: 1 warning; 1 set aside\n")
    commit("second")
    assert found() == ["./a.txt:7"]
    assert found("-j", "2", ".", "copy/b.txt") == ["./a.txt:7"]


def test_it_is_the_place_where_the_branch_left_that_counts(found):
    put("a.txt", "One.", BLOW, "Three.", BLOW)
    commit("on the branch")
    git("checkout", "-q", "main")
    put("copy/b.txt", "One.", BLOW, BLOW)
    commit("on main")
    git("checkout", "-q", "branch")
    assert found() == ["./a.txt:7"]


def test_a_renamed_file_has_only_its_changes(found):
    put("a.txt", *[f"{n} is a number." for n in range(20)], BLOW)
    commit("longer")
    git("branch", "-f", "main")
    git("mv", "a.txt", "z ü\t\".txt")
    assert found() == []
    put("z ü\t\".txt", *[f"{n} is a number." for n in range(20)], BLOW, BLOW)
    assert found() == ['./z ü\t".txt:43']
    assert found('z ü\t".txt') == ['z ü\t".txt:43']


def test_untracked_and_ignored_files_are_new_from_end_to_end(found):
    put(".gitignore", "c.txt")
    put("c.txt", BLOW)
    put("d e.txt", BLOW)
    assert found() == ["./c.txt:1", "./d e.txt:1"]
    git("add", "d e.txt")
    assert found("d e.txt") == ["d e.txt:1"]


def test_lines_taken_out_change_no_other(found):
    put("a.txt", BLOW, "Three.")
    assert found() == []


@pytest.mark.parametrize(("newline", "encoding"), [("\r\n", "utf-8"), ("\n", "utf-8-sig"), ("\n", "cp1251"), ("\r\n", "cp1251")])
def test_lines_are_counted_as_git_does(found, newline, encoding):
    put("a.txt", "О\x0cн\x0bе", BLOW, "Три", newline=newline, encoding=encoding)
    commit("another encoding")
    git("branch", "-f", "main")
    put("a.txt", "О\x0cн\x0bе", BLOW, "Три", BLOW, newline=newline, encoding=encoding)
    assert found() == ["./a.txt:7"]


def test_a_carriage_return_ends_no_line_of_git(found):
    put("a.txt", "One.\rTwo.\rThree.", BLOW)
    commit("old Mac")
    git("branch", "-f", "main")
    put("a.txt", "One.\rTwo.\rThree.", BLOW, BLOW)
    assert found() == ["./a.txt:7"]


def test_a_file_in_which_git_knows_no_lines_is_whole(found):
    put("a.txt", "One.", BLOW, encoding="utf-16")
    commit("another encoding")
    git("branch", "-f", "main")
    assert found() == []
    put("a.txt", "One. Two.", BLOW, encoding="utf-16")
    assert found() == ["./a.txt:3"]


def test_what_the_user_set_git_to_changes_nothing(found, monkeypatch):
    for name, value in {"diff.noprefix": "true", "diff.context": "9", "color.ui": "always", "diff.external": "false"}.items():
        git("config", name, value)
    git("config", "diff.mnemonicPrefix", "true")
    monkeypatch.setenv("GIT_DIFF_OPTS", "--unified=9")
    monkeypatch.setenv("GIT_DIR", "elsewhere")
    put("a.txt", "One.", BLOW, "Three.", "++ b/copy/b.txt", "@@ -1 +1,9 @@", BLOW)
    assert found() == ["./a.txt:11"]


def test_from_below_and_from_outside(found, desk, monkeypatch):
    put("copy/b.txt", "One.", BLOW, BLOW)
    monkeypatch.chdir(desk / "copy")
    assert found("b.txt", "../a.txt") == ["b.txt:5"]
    monkeypatch.chdir(desk.parent)
    assert found(f"{desk.name}/copy") == [f"{desk.name}/copy/b.txt:5"]


def test_a_worktree_has_changes_of_its_own(found, desk, monkeypatch):
    git("worktree", "add", "-q", "tree", "-b", "other")
    put("tree/a.txt", "One.", BLOW, BLOW)
    assert found("tree/a.txt", "a.txt") == ["tree/a.txt:5"]


def test_standard_input_is_new_from_end_to_end(found):
    assert found("-", "--stdin-filename", "a.txt", stdin=BLOW.encode()) == ["a.txt:1"]


def test_the_baseline_goes_first(found, lintnews):
    lintnews("a.txt", "--write-baseline")
    put("a.txt", "One.", BLOW, f"So, then: {BLOW}", "Three.")
    assert found(".", "--baseline", "lintnews-baseline.json") == ["./a.txt:5"]


def test_only_changed_lines_are_corrected(desk, lintnews):
    put("a.txt", "The full -scale war began.", "One.", "The full -scale war began.")
    commit("old faults")
    git("branch", "-f", "main")
    put("a.txt", "The full -scale war began.", "1 min read", "The full -scale war ended.", "The full -scale war began.")
    diff = lintnews("a.txt", "--diff", "--diff-base", "main").stdout
    assert [line for line in diff.splitlines() if line[0] in "+-"][2:] == [
        "-The full -scale war ended.",
        "+The full-scale war ended.",
    ]
    run = lintnews("a.txt", "--fix", "--unsafe-fixes", "--diff-base", "main", "-j", "2")
    assert "set aside" in run.stdout
    assert (desk / "a.txt").read_text(encoding="utf-8").split("\n\n")[0] == "The full -scale war began."
    assert "The full-scale war ended.\n\nThe full -scale war began." in (desk / "a.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--diff-base", "nowhere"], "--diff-base nowhere: no such revision in {}; is it fetched?"),
        (["--diff-base=--all"], "--diff-base --all: no such revision"),
        (["--diff-base", "main:a.txt"], "no such revision"),
        (["--diff-base", "orphan"], "no commit in common with HEAD"),
        (["--diff-base", "main", "--write-baseline"], "leave --diff-base out"),
    ],
)
def test_what_git_cannot_say(desk, lintnews, args, message):
    git("checkout", "-q", "--orphan", "orphan")
    git("commit", "-qm", "unrelated")
    git("checkout", "-q", "branch")
    run = lintnews("a.txt", *args)
    assert run.status == 2
    assert message.format(os.path.realpath(desk)) in run.stderr


def test_outside_of_any_repository(tmp_path, few_rules, lintnews):
    (tmp_path / "a.txt").write_text(BLOW, encoding="utf-8")
    run = lintnews(str(tmp_path / "a.txt"), "--diff-base", "main")
    assert run.status == 2
    assert "is in no git repository" in run.stderr


def test_without_git(desk, lintnews, monkeypatch):
    monkeypatch.setenv("PATH", "")
    run = lintnews("a.txt", "--diff-base", "main")
    assert run.status == 2
    assert "git cannot be run" in run.stderr


NUMBERED = st.lists(st.sampled_from(["a", "b", "++ b/x", "-- a/x", "@@ -1 +1 @@", "diff --git a/x b/x", ""]), max_size=12)


@pytest.mark.slow
@given(NUMBERED, NUMBERED)
def test_the_lines_of_a_patch_are_those_that_differ(tmp_path_factory, old, new):
    """With the lines that a patch names put back, the old text comes out: none is missing."""
    folder = tmp_path_factory.mktemp("patch")
    for name, lines in (("old", old), ("new", new)):
        (folder / name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    command = ["git", "diff", "--no-index", "-U0", "--no-color", str(folder / "old"), str(folder / "new")]
    patch = subprocess.run(command, capture_output=True, check=False).stdout
    changed = {n for _, spans in hunks(patch) for span in spans for n in range(span.first, span.last + 1)}
    rest = [line for number, line in enumerate(new, 1) if number not in changed]
    left = iter(old)
    assert all(line in left for line in rest), "what did not change stands in the old text, in the same order"
    assert all(1 <= number <= len(new) for number in changed)
    assert bool(patch) == (old != new)


def test_a_patch_of_several_files():
    patch = (
        b"diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1 +1,2 @@ x\n-a\n+++ b/z\n+c\n\\ No newline at end of file\n"
        b"@@ -9,2 +9,0 @@\n-a\n-b\n"
        b"diff --git a/b b/b\ndeleted file mode 100644\n--- a/b\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n"
        b'diff --git "a/\\303\\274" "b/\\303\\274"\n--- a/c d\t\n+++ "b/\\303\\274\\t\\"\\\\"\n@@ -0,0 +3 @@\n+a\n'
    )
    assert dict(hunks(patch)) == {b"a": [Lines(1, 2)], "ü\t\"\\".encode(): [Lines(3, 3)]}
