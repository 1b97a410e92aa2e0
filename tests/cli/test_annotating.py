from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from word_samples import of_paragraphs

COPY = of_paragraphs("The army caused a heavy blow to the depot.", "The school is open.")

pytestmark = pytest.mark.usefixtures("few_rules")


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "draft.docx").write_bytes(COPY)
    (tmp_path / "draft.txt").write_text("The army caused a blow to it.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def comments(data: bytes) -> list[str]:
    return [comment.text for comment in docx.Document(io.BytesIO(data)).comments]


@pytest.mark.parametrize("stdin", [False, True])
def test_a_copy_with_comments(lintnews, desk, stdin):
    paths = ["-", "--stdin-filename", "draft.docx"] if stdin else ["draft.docx"]
    run = lintnews("--annotate", "out.docx", *paths, "--format", "json", stdin=COPY)
    assert (run.status, run.stderr) == (1, "")
    (finding,) = json.loads(run.stdout)["findings"]
    assert (finding["locator"], finding["text"]) == ("paragraph 1", "caused a heavy blow to")
    (comment,) = comments((desk / "out.docx").read_bytes())
    assert comment.startswith(finding["message"])
    assert (desk / "draft.docx").read_bytes() == COPY
    assert sorted(os.listdir(desk)) == ["draft.docx", "draft.txt", "out.docx"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_nothing_found_gives_the_same_document(lintnews, desk, jobs):
    (desk / "out.docx").write_bytes(b"old")
    assert lintnews("draft.docx", "--annotate", "out.docx", "--select", "spelling", "-j", jobs).status == 0
    assert (desk / "out.docx").read_bytes() == COPY


@pytest.mark.parametrize("stdin", [False, True])
def test_what_corrections_leave_is_annotated(desk, stdin):
    copy = of_paragraphs("The army  caused a heavy blow to the depot in the the north.")
    (desk / "draft.docx").write_bytes(copy)
    paths = ["-", "--stdin-filename", "draft.docx"] if stdin else ["draft.docx"]
    command = [sys.executable, "-m", "lintnews", *paths, "--fix", "--annotate", "out.docx", "--isolated"]
    run = subprocess.run(command, input=copy, capture_output=True, check=False)
    assert b"problem" not in run.stderr, run.stderr
    fixed = run.stdout if stdin else (desk / "draft.docx").read_bytes()
    (text,) = [paragraph.text for paragraph in docx.Document(io.BytesIO(fixed)).paragraphs]
    assert "the the" not in text
    annotated = (desk / "out.docx").read_bytes()
    assert [paragraph.text for paragraph in docx.Document(io.BytesIO(annotated)).paragraphs] == [text]
    assert any("blow" in comment for comment in comments(annotated))


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["draft.docx", "draft.txt", "--annotate", "out.docx"], "takes one Word document"),
        ([".", "--annotate", "out.docx"], "takes one Word document"),
        (["draft.txt", "--annotate", "out.docx"], "draft.txt is no Word document"),
        (["draft.docx", "--annotate", "./draft.docx"], "is the document itself"),
        (["draft.docx", "--annotate", "gone/out.docx"], "cannot be written"),
        (["draft.docx", "--annotate", "out.docx", "--diff"], "leave one of them out"),
        (["draft.docx", "--annotate", "out.docx", "--write-baseline"], "leave one of them out"),
        (["draft.docx", "--annotate", "out.docx", "--exclude", "draft.*", "--force-exclude"], "draft.docx was passed over"),
    ],
)
def test_what_cannot_be_annotated(lintnews, desk, args, words):
    run = lintnews(*args)
    assert run.status == 2
    assert words in run.stderr
    assert (desk / "draft.docx").read_bytes() == COPY
    assert sorted(os.listdir(desk)) == ["draft.docx", "draft.txt"]


def test_a_damaged_document_is_said_and_nothing_written(lintnews, desk):
    (desk / "draft.docx").write_bytes(COPY[:500])
    run = lintnews("draft.docx", "--annotate", "out.docx")
    assert run.status == 2
    assert "draft.docx: the archive is damaged" in run.stderr
    assert not (desk / "out.docx").exists()
