"""What a table of command lines cannot say: signals, pipes, processes, permissions."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lintnews.cli import linters, processes, running
from lintnews.cli.files import Files, Job
from lintnews.cli.main import main
from lintnews.config import Settings
from lintnews.linter import Linter
from lintnews.model import Result

BLOW = "The army caused a blow to it.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few_rules: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_python_m_lintnews(folder: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "lintnews", "--version"], capture_output=True, text=True)
    assert done.returncode == 0
    assert done.stdout.startswith("lintnews ")


@pytest.mark.skipif(os.name == "nt", reason="elsewhere: pipes end otherwise on Windows")
def test_a_reader_that_goes_away_ends_the_run_quietly(folder: Path) -> None:
    (folder / "draft.txt").write_text(BLOW * 5000, encoding="utf-8")
    command = [sys.executable, "-m", "lintnews", "draft.txt"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout
        assert run.stderr
        run.stdout.readline()
        run.stdout.close()
        assert run.stderr.read() == b""
        assert run.wait() == 141


def test_interrupted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Linter, "lint_file", interrupt)
    (folder / "draft.txt").write_text(BLOW, encoding="utf-8")
    assert main(["draft.txt"]) == 130


def test_a_fault_of_ours_is_one_file_s_fault(folder: Path, lintnews: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    sound = Linter.lint_file

    def faulty(self: Linter, path: str) -> Result:
        if path == "bad.txt":
            raise ZeroDivisionError("oops")
        return sound(self, path)

    monkeypatch.setattr(Linter, "lint_file", faulty)
    (folder / "good.txt").write_text(BLOW, encoding="utf-8")
    status, stdout, stderr = lintnews("bad.txt", "good.txt", "--quiet")
    assert status == 2
    assert stdout.startswith("good.txt:1:10")
    assert stderr.startswith("lintnews: bad.txt: internal error: ZeroDivisionError: oops; LINTNEWS_DEBUG=1 shows where")
    monkeypatch.setenv("LINTNEWS_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(["bad.txt"])


def test_a_folder_without_permission(folder: Path, lintnews: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Permissions do not stop the superuser, who runs tests in many a container: the refusal is played."""
    listing = os.scandir

    def refusing(path: str) -> Any:
        if path.endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return listing(path)

    monkeypatch.setattr(os, "scandir", refusing)
    (folder / "news" / "closed").mkdir(parents=True)
    (folder / "news" / "open.txt").write_text(BLOW, encoding="utf-8")
    status, stdout, stderr = lintnews("news", "--quiet")
    assert status == 2
    assert stdout.startswith("news/open.txt:1:10")
    assert stderr == "lintnews: news/closed: cannot be read: Permission denied; check its permissions\n"


def test_the_report_goes_to_the_file(folder: Path, lintnews: Any) -> None:
    (folder / "draft.txt").write_text(BLOW, encoding="utf-8")
    assert lintnews("draft.txt", "--output", "report.txt") == (1, "", "")
    assert (folder / "report.txt").read_text(encoding="utf-8").startswith("draft.txt:1:10: warning:")


def test_a_terminal_that_lacks_letters_does_not_stop_the_run(folder: Path) -> None:
    (folder / "draft.txt").write_text(BLOW, encoding="utf-8")
    env = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "lintnews", "draft.txt"]
    done = subprocess.run(command, capture_output=True, text=True, env=env)
    assert (done.returncode, done.stderr) == (1, "")
    assert "\\u201c" in done.stdout


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="elsewhere: names of files are Unicode there")
def test_json_is_json_whatever_the_terminal_and_the_file_name(folder: Path) -> None:
    name = os.fsdecode("наказ é".encode("cp1251", "replace") + b"\xff.txt")
    (folder / name).write_text("Café: “" + BLOW, encoding="utf-8")
    env = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "lintnews", "--format", "json", "--select", "calque", "."]
    done = subprocess.run(command, capture_output=True, env=env)
    (found,) = json.loads(done.stdout.decode("utf-8"))["findings"]
    assert found["path"] == os.path.join(".", name)
    assert done.stderr == b""


def test_a_link_to_a_folder_is_not_followed(folder: Path) -> None:
    (folder / "news").mkdir()
    (folder / "news" / "a.txt").touch()
    (folder / "news" / "loop").symlink_to(folder / "news")
    found = list(Files(lambda _: Settings(), force=False).of(["news", "news/"]))
    assert [item.path for item in found] == [os.path.join("news", "a.txt")]


def jobs(folder: Path, number: int, size: int) -> list[Job | Result]:
    made: list[Job | Result] = []
    for count in range(number):
        path = folder / f"{count}.txt"
        path.write_text((BLOW * (size // len(BLOW) + 1))[:size], encoding="utf-8")
        made.append(Job(str(path), Settings(), size))
    return made


def test_processes_give_what_one_gives(folder: Path) -> None:
    work = jobs(folder, 40, 300)
    one = [result for _, result in running.run(work, linters.Linters(), 1)]
    two = [result for _, result in running.run(work, linters.Linters(), 2)]
    assert one == two
    assert [result.path for result in one] == [job.path for job in work]


@pytest.mark.parametrize(
    ("number", "size", "many"), [(1, 3 << 19, False), (1, 3 << 20, True), (30, 300, False), (4, 1 << 19, True)]
)
def test_several_processes_only_when_there_is_enough_to_do(
    folder: Path, number: int, size: int, many: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    class Counted:
        def __init__(self, number: int) -> None:
            asked.append(number)

        def run(self, *_: Any) -> Any:
            return iter(())

    monkeypatch.setattr(processes, "Processes", Counted)
    monkeypatch.setattr(running, "results", lambda item, *_: [(item, Result(item.path, None))])
    monkeypatch.setattr(os, "cpu_count", lambda: 8)
    list(running.run(jobs(folder, number, size), linters.Linters(), 0))
    assert asked == ([8] if many else [])


def test_settings_that_differ_in_what_is_shown_share_a_lexicon(folder: Path) -> None:
    known = linters.Linters()
    first, second = known.get(Settings()), known.get(Settings(ignore=("calque",)))
    assert first is not second
    assert first.lexicon is second.lexicon
    assert known.get(Settings(fail_level="error")) is first


@pytest.mark.slow
def test_a_line_of_fifty_megabytes(folder: Path, lintnews: Callable[..., Any]) -> None:
    (folder / "line.txt").write_text("The army caused a blow to it. " + "The mayor said nothing more. " * 1_750_000)
    status, stdout, _ = lintnews("line.txt", "--select", "caused-a-blow")
    assert status == 1
    assert len(stdout) < 1000


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="elsewhere: needs /dev/full")
def test_a_full_disk_is_no_finding(folder: Path) -> None:
    command = [sys.executable, "-m", "lintnews", "rules"]
    with open("/dev/full", "w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)
    assert (done.returncode, done.stderr) == (2, "lintnews: output: No space left on device\n")


CALLS = [(["--help"], 0), (["check", "--help"], 0), (["rules"], 0), (["nowhere"], 2)]


@pytest.mark.parametrize(("argv", "status"), CALLS)
def test_all_that_was_printed_arrives(folder: Path, argv: list[str], status: int, lintnews: Any) -> None:
    """The command leaves without tidying up: nothing may be left in a buffer."""
    done = subprocess.run([sys.executable, "-m", "lintnews", *argv], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == lintnews(*argv)
    assert done.returncode == status
