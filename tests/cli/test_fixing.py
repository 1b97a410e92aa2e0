"""``--fix`` over many files, in several processes, in every encoding, and killed in the midst of it."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lintnews.decode import encode

OLD, NEW = "The full -scale war began.\r\n", "The full-scale war began.\r\n"


@pytest.fixture
def desk(tmp_path: Path, few_rules: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_several_processes_correct_every_file_and_report_in_order(desk: Path, lintnews: Callable[..., Any]) -> None:
    names = [f"{number:02}.txt" for number in range(40)]
    for name in names:
        (desk / name).write_text(OLD + "The army caused a blow to it.\n", newline="")
    _, before, _ = lintnews("--diff", ".", "-j", "2")
    assert [line for line in before.splitlines() if line.startswith("+++ ")] == [f"+++ ./{name}" for name in names]
    status, stdout, stderr = lintnews("--fix", ".", "-j", "2", "--quiet")
    assert (status, stderr) == (1, "")
    places = [line.split(":")[0] for line in stdout.splitlines() if line.startswith("./")]
    assert places == [f"./{name}" for name in names]
    assert all((desk / name).read_bytes().startswith(NEW.encode()) for name in names)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16-le-sig", "utf-16-be", "cp1252", "cp1251"])
def test_every_encoding_comes_back_as_it_was(encoding: str, desk: Path, lintnews: Callable[..., Any]) -> None:
    letters = {"cp1252": "It cost £5 – “no more”.", "cp1251": "“Київ і Харків”, каже він сьогодні."}
    rest = letters.get(encoding, "Ґ 🙂") + "\r\n"
    (desk / "a.txt").write_bytes(encode(OLD + rest, encoding))
    lintnews("--fix", "a.txt", "--select", "broken-syntax")
    assert (desk / "a.txt").read_bytes() == encode(NEW + rest, encoding)


def test_a_file_that_cannot_be_corrected_is_named_and_the_others_are(desk: Path, lintnews: Callable[..., Any]) -> None:
    for name in ("a.txt", "b.txt"):
        (desk / name).write_text(OLD, newline="")
    (desk / "a.txt").chmod(0o444)
    status, stdout, stderr = lintnews("--fix", "a.txt", "b.txt")
    assert status == 2
    assert stderr == "lintnews: a.txt: is read-only and stays as it was: make it writable first\n"
    assert "a.txt:1:5: warning" in stdout
    assert (desk / "a.txt").read_bytes() == OLD.encode()
    assert (desk / "b.txt").read_bytes() == NEW.encode()


@pytest.mark.skipif(os.name != "posix", reason="elsewhere: about POSIX signals")
def test_killed_at_any_moment_it_leaves_each_file_old_or_new(desk: Path) -> None:
    old, new = (OLD * 50).encode(), (NEW * 50).encode()
    moments = random.Random(11)
    corrected = 0
    for _ in range(6):
        for number in range(30):
            (desk / f"{number:02}.txt").write_bytes(old)
        process = subprocess.Popen([sys.executable, "-m", "lintnews", "--fix", "--quiet", "."], stdout=subprocess.DEVNULL)
        while process.poll() is None and (desk / "00.txt").stat().st_size == len(old):
            time.sleep(0.005)  # until it has begun
        time.sleep(moments.uniform(0, 0.3))
        process.send_signal(signal.SIGKILL)
        process.wait()
        contents = [(desk / f"{number:02}.txt").read_bytes() for number in range(30)]
        assert set(contents) <= {old, new}
        corrected += contents.count(new)
    assert corrected
