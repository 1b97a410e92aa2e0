"""What is wrong with the input is said with path and line, the status is 2, and the rest is still linted.

Real files through the command line, one test for each thing that arrives on a desk.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

BLOW = "The army caused a heavy blow to the depot.\n"
FOUND = "calque/caused-a-blow"
UKRAINIAN = "У Харкові пролунали вибухи, повідомив міський голова."
ENTRY = '[[rule]]\nid = "desk-rule"\nkind = "calque"\n{}\n[[rule.example]]\nflag = "x"\n[[rule.example]]\npass = "y"\n'

pytestmark = pytest.mark.usefixtures("few_rules")


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one draft that has something to find, and ``lintnews`` called in it."""
    (tmp_path / "rest.txt").write_text(BLOW, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def said(run, *parts: str) -> None:
    """The run ended with 2, its message holds ``parts``, and the other draft was linted."""
    assert run.status == 2, run.stderr
    assert [part for part in parts if part not in run.stderr] == []
    assert "rest.txt:1:10: warning: " + FOUND in run.stdout
    assert "Traceback" not in run.stderr


def test_a_missing_file(lintnews):
    said(lintnews("gone.txt", "rest.txt"), "gone.txt: ", "No such file", "check the path")


@pytest.mark.skipif(os.name != "posix", reason="elsewhere: about POSIX permissions")
@pytest.mark.usefixtures("mortal")
@pytest.mark.parametrize(("name", "asked"), [("locked", "locked"), ("locked", "."), ("locked.txt", "locked.txt")])
def test_without_permission(lintnews, desk, name, asked):
    path = desk / name
    path.mkdir() if "." not in name else path.write_text(BLOW)
    path.chmod(0)
    try:
        said(lintnews(asked, "rest.txt"), f"{name}: cannot be read: Permission denied; check ")
    finally:
        path.chmod(0o700)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary: a NUL at byte 8"),
        (b"The depot\0burned.", "binary: a NUL at byte 9"),
        (bytes(range(128, 256)), "not UTF-8 (byte 0 is 0x80)"),
        (UKRAINIAN.encode("koi8-u"), "not UTF-8"),
        ("Łódź".encode("cp1250"), "save it as UTF-8"),
        (b"\xff\xfea\0b", "marked as UTF-16, but damaged at byte 2"),
        ("text".encode("utf-32"), "UTF-32"),
    ],
    ids=["binary", "NUL", "bytes", "KOI8", "windows-1250", "half a character", "UTF-32"],
)
def test_what_is_not_text_or_cannot_be_told(lintnews, desk, data, reason):
    (desk / "draft.txt").write_bytes(data)
    said(lintnews("draft.txt", "rest.txt"), "draft.txt: ", reason)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (BLOW, "utf-16"),
        (BLOW, "utf-16-le"),
        (BLOW, "utf-16-be"),
        (BLOW, "utf-8-sig"),
        (f"{BLOW}\n{UKRAINIAN}", "cp1251"),
        ("The army “caused a blow to” the depot – again…", "cp1252"),
    ],
)
def test_an_encoding_that_can_be_told_is_read(lintnews, desk, text, encoding):
    (desk / "draft.txt").write_bytes(text.encode(encoding))
    run = lintnews("draft.txt", "--format", "json", "--select", FOUND)
    assert (run.status, run.stderr) == (1, "")
    (finding,) = json.loads(run.stdout)["findings"]
    assert text[finding["start"] : finding["end"]] == finding["text"]
    assert finding["text"].startswith("caused a")


@pytest.mark.parametrize("data", [b"", b"\n", b" \r\n\t\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_clean(lintnews, desk, data):
    (desk / "draft.txt").write_bytes(data)
    run = lintnews("draft.txt")
    assert (run.status, run.stderr) == (0, "")
    assert "1 file: nothing found" in run.stdout


@pytest.mark.slow
def test_a_line_of_fifty_megabytes(desk, monkeypatch):
    """Linted to its end, with the built-in rules and in a process of its own."""
    sentences = [
        "The school on the hill opened again after a winter of repairs.",
        "Three ships left the port before noon with grain for Egypt.",
        "Nobody was hurt, and the road was clear by the evening.",
        "The council meets on Monday to hear what the engineers found.",
        "Her brother drives the morning train and knows every station on the line.",
    ]
    numbered = (f"{sentences[n % 5][:-1]} in week {n}." for n in range(700_000))
    text = " ".join(numbered)[:50_000_000]
    (desk / "draft.txt").write_text(f"{text} The army caused a massive blow to the port.", encoding="utf-8")
    monkeypatch.delenv("LINTNEWS_RULES")
    command = [sys.executable, "-m", "lintnews", "draft.txt", "--format", "jsonl"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (1, "")
    last = json.loads(run.stdout.splitlines()[-1])
    assert last["text"].startswith("caused a massive blow")
    assert last["start"] > 49_000_000


BROKEN = {
    "broken TOML": ('[[rule]]\nid = "desk-rule\n', ["desk.toml:2: ", "TOML"]),
    "an unknown key": (ENTRY.format('phrase = ["a b"]\nsugest = ["c"]'), ["desk.toml:5: ", "sugest", "suggest"]),
    "a wrong type": (ENTRY.format("phrase = 7"), ["desk.toml:4: ", "phrase"]),
    "no id": ('[[rule]]\nphrase = ["a b"]\n', ["desk.toml:1: ", "id"]),
    "an expression that does not compile": (
        ENTRY.format("regex = '(a|b'\nliteral = ['a']"),
        ["desk.toml:1: ", "regex"],
    ),
    "a phrase that does not compile": (ENTRY.format('phrase = ["(a|b"]'), ["desk.toml:1: ", "(a|b"]),
    "an unknown cue set": (ENTRY.format('phrase = ["a b"]\nnear = ["@frnt"]'), ["desk.toml:1: ", "@frnt", "'front'"]),
    "no examples": ('[[rule]]\nid = "desk-rule"\nkind = "calque"\nphrase = ["a b"]\n', ["desk.toml:", "example"]),
}


@pytest.mark.parametrize(("text", "parts"), BROKEN.values(), ids=BROKEN)
def test_a_broken_glossary_is_left_out(lintnews, desk, text, parts):
    (desk / "odesa").mkdir()
    (desk / "odesa" / "desk.toml").write_text(text, encoding="utf-8")
    (desk / "odesa" / "lintnews.toml").write_text('glossary = ["desk.toml"]\n', encoding="utf-8")
    (desk / "odesa" / "draft.txt").write_text(BLOW, encoding="utf-8")
    run = lintnews("odesa", "rest.txt")
    said(run, *parts, "linted without this file")
    assert "draft.txt:1:10: warning: " + FOUND in run.stdout
    assert run.stderr.count("desk.toml:") == 1


def test_of_several_glossaries_and_folders_the_good_files_are_used(lintnews, desk):
    (desk / "good.toml").write_text(ENTRY.format('phrase = ["the school"]'), encoding="utf-8")
    (desk / "bad.toml").write_text("[[rule]", encoding="utf-8")
    (desk / "more").mkdir()
    (desk / "more" / "a.toml").write_text("[[rule]", encoding="utf-8")
    (desk / "more" / "b.toml").write_text(ENTRY.replace("desk-rule", "more").format('phrase = ["depot"]'), encoding="utf-8")
    options = ("--glossary", "bad.toml", "--glossary", "good.toml", "--rules", "more")
    run = lintnews("rest.txt", *options)
    said(run, "bad.toml:1: ", "a.toml:1: ")
    assert "calque/more" in run.stdout
    assert "calque/desk-rule" in lintnews("-", *options, stdin=b"They left the school.").stdout


def test_nothing_is_corrected_without_a_glossary_that_may_forbid_it(lintnews, desk):
    (desk / "bad.toml").write_text("[[rule]", encoding="utf-8")
    before = (desk / "rest.txt").read_bytes()
    run = lintnews("rest.txt", "--fix", "--unsafe-fixes", "--glossary", "bad.toml")
    said(run, "bad.toml:1: ", "rest.txt: not corrected: first mend the rules file")
    assert (desk / "rest.txt").read_bytes() == before


def test_a_broken_configuration(lintnews, desk):
    (desk / "odesa").mkdir()
    (desk / "odesa" / "lintnews.toml").write_text('# desk\nignroe = ["calque"]\n', encoding="utf-8")
    (desk / "odesa" / "draft.txt").write_text(BLOW, encoding="utf-8")
    said(lintnews("odesa/draft.txt", "rest.txt"), "lintnews.toml:2: ", "'ignroe'; did you mean 'ignore'?")


def test_an_expression_that_runs_away_is_named_and_the_file_goes_on(lintnews, desk):
    rule = ENTRY.format("regex = '(?:a+a+)+[b-z]'\nliteral = ['aaaa']")
    (desk / "desk.toml").write_text(rule, encoding="utf-8")
    (desk / "draft.txt").write_text("a" * 4000 + "!\n\n" + BLOW, encoding="utf-8")
    run = lintnews("draft.txt", "rest.txt", "--glossary", "desk.toml")
    said(run, "draft.txt: ", "the rule 'desk-rule' took too long and was stopped")
    assert "draft.txt:3:10: warning: " + FOUND in run.stdout
