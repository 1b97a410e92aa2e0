"""--baseline and --write-baseline, over several runs and edits."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

BLOW = "The army caused a blow to it."
NAME = "lintnews-baseline.json"


@pytest.fixture
def here(tmp_path: Path, few_rules: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "a.txt").write_text(f"One.\n\n{BLOW}\n", encoding="utf-8")
    (tmp_path / "copy" / "b.txt").write_text(f"As informs the council, it is so.\n\n{BLOW}\n", encoding="utf-8")
    return tmp_path


def entries(path: Path) -> dict[str, list[str]]:
    files = json.loads(path.read_text(encoding="utf-8"))["files"]
    return {name: [entry["text"] for entry in listed] for name, listed in files.items()}


def test_what_was_written_is_passed_over_and_what_is_new_is_not(here, lintnews):
    written = lintnews("copy", "--write-baseline")
    assert written.status == 0
    assert written.stdout == "2 files: nothing found; 3 set aside\n"
    assert written.stderr == f'lintnews: {NAME} has 3 findings now; `baseline = "{NAME}"` in lintnews.toml makes it count\n'
    (here / "copy" / "a.txt").write_text(f"A lead.\n\n{BLOW}\n\nSo the navy caused a blow to it.", encoding="utf-8")
    for jobs in ("1", "2"):
        run = lintnews("copy", "--baseline", NAME, "-j", jobs, "--format", "jsonl")
        assert run.status == 1
        assert [json.loads(line)["line"] for line in run.stdout.splitlines()] == [5]


def test_from_another_folder_the_same(here, lintnews, monkeypatch):
    lintnews("copy", "--write-baseline")
    monkeypatch.chdir(here / "copy")
    assert lintnews("a.txt", "--baseline", f"../{NAME}").stdout == "1 file: nothing found; 1 set aside\n"


def test_expired_entries_are_counted_and_dropped(here, lintnews):
    lintnews("copy", "--write-baseline")
    (here / "copy" / "b.txt").write_text("It is so.", encoding="utf-8")
    told = "2 expired in the baseline (--write-baseline drops them)\n"
    assert lintnews("copy", "--baseline", NAME).stdout == f"2 files: nothing found; 1 set aside; {told}"
    summary = json.loads(lintnews("copy", "--baseline", NAME, "--format", "json").stdout)["summary"]
    assert summary["expired"] == 2
    (here / "copy" / "b.txt").unlink()
    assert lintnews("copy", "--baseline", NAME).stdout == f"1 file: nothing found; 1 set aside; {told}"
    lintnews("copy", "--baseline", NAME, "--write-baseline")
    assert lintnews("copy", "--baseline", NAME).stdout == "1 file: nothing found; 1 set aside\n"


def test_files_and_rules_that_were_not_linted_keep_their_entries(here, lintnews):
    lintnews("copy", "--write-baseline")
    before = entries(here / NAME)
    assert lintnews("copy/a.txt", "--baseline", NAME).stdout == "1 file: nothing found; 1 set aside\n"
    assert lintnews("copy", "--baseline", NAME, "--select", "as-informs").stdout == "2 files: nothing found; 1 set aside\n"
    assert lintnews("copy", "--baseline", NAME, "--min-confidence", "certain").stdout.endswith("set aside\n")
    lintnews("copy/a.txt", "--write-baseline", "--ignore", "calque")
    lintnews("copy/b.txt", "--write-baseline", "--select", "as-informs")
    assert entries(here / NAME) == before


def test_the_one_of_the_configuration_is_beside_it(here, lintnews):
    (here / "lintnews.toml").write_text("baseline = 'old/known.json'", encoding="utf-8")
    (here / "old").mkdir()
    missing = lintnews("copy/a.txt")
    assert missing.status == 2
    assert "old/known.json: there is no such baseline; lintnews PATH... --write-baseline makes one" in missing.stderr
    assert lintnews("copy/a.txt", "--write-baseline").stderr == "lintnews: old/known.json has 1 finding now\n"
    assert entries(here / "old" / "known.json") == {"../copy/a.txt": ["caused a blow to"]}
    assert lintnews("copy/a.txt").status == 0
    assert lintnews("copy/a.txt", "--isolated").status == 1


def test_each_configuration_has_its_own(here, lintnews):
    (here / "copy" / "lintnews.toml").write_text("", encoding="utf-8")
    (here / "c.txt").write_text(BLOW, encoding="utf-8")
    lintnews(".", "--write-baseline", "--quiet")
    assert set(entries(here / NAME)) == {"c.txt"}
    assert set(entries(here / "copy" / NAME)) == {"a.txt", "b.txt"}


def test_a_file_that_cannot_be_read_keeps_its_entries(here, lintnews):
    lintnews("copy", "--write-baseline")
    before = entries(here / NAME)
    (here / "copy" / "b.txt").write_bytes(b"\0\0\0\0")
    run = lintnews("copy", "--write-baseline")
    assert run.status == 2
    assert entries(here / NAME) == before


def test_twice_written_is_the_same_to_the_byte(here, lintnews):
    lintnews("copy", "--write-baseline")
    first = (here / NAME).read_bytes()
    lintnews("copy/b.txt", "copy/a.txt", "--write-baseline", "-j", "2")
    assert (here / NAME).read_bytes() == first
    assert sorted(path.name for path in here.iterdir()) == ["copy", NAME]


def test_nothing_but_a_baseline_is_overwritten(here, lintnews):
    run = lintnews("copy", "--baseline", "copy/a.txt", "--write-baseline")
    assert run.status == 2
    assert BLOW in (here / "copy" / "a.txt").read_text(encoding="utf-8")


@pytest.mark.skipif(os.name != "posix", reason="elsewhere: about POSIX permissions")
@pytest.mark.usefixtures("mortal")
def test_a_folder_that_cannot_be_written_to_is_said(here, lintnews):
    here.chmod(0o555)
    run = lintnews("copy", "--write-baseline")
    here.chmod(0o755)
    assert run.status == 2
    assert f"the baseline {NAME} cannot be written" in run.stderr


def test_a_link_to_a_baseline_stays_one(here, lintnews):
    (here / "kept").mkdir()
    (here / "kept" / "known.json").write_text('{"version": 1, "files": {}}', encoding="utf-8")
    (here / NAME).symlink_to("kept/known.json")
    lintnews("copy", "--write-baseline")
    assert (here / NAME).is_symlink()
    assert entries(here / "kept" / "known.json")


def test_options_that_contradict(here, lintnews):
    run = lintnews("copy", "--write-baseline", "--min-confidence", "likely")
    assert run.status == 2
    assert "leave --min-confidence out" in run.stderr


def test_what_the_baseline_has_is_not_corrected(here, lintnews):
    draft = here / "copy" / "c.txt"
    draft.write_text("The full -scale war of 2022 began.\n", encoding="utf-8")
    lintnews("copy", "--write-baseline")
    draft.write_text("The full -scale war of 2022 began.\n\nNo full -scale blackout came.\n", encoding="utf-8")
    assert lintnews("copy", "--fix", "--baseline", NAME).status == 0
    assert draft.read_text(encoding="utf-8") == "The full -scale war of 2022 began.\n\nNo full-scale blackout came.\n"


def test_unnamed_standard_input_has_none_and_a_named_one_its_file_s(here, lintnews):
    lintnews("copy", "--write-baseline")
    text = (here / "copy" / "a.txt").read_bytes()
    assert lintnews("-", "--baseline", NAME, stdin=text).status == 1
    assert lintnews("-", "--baseline", NAME, "--stdin-filename", "copy/a.txt", stdin=text).status == 0
