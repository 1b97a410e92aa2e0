from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lintnews import read
from lintnews.model import Document


@pytest.mark.parametrize("path", ["draft.txt", "DRAFT.TXT", "draft", "-", "a.b/draft", "draft.unknown", ".txt"])
def test_plain_is_for_whatever_nobody_claims(path: str) -> None:
    assert read.reader_for(path).NAME == "plain"


def test_every_reader_says_what_it_reads() -> None:
    readers = list(read._readers())
    claimed = [suffix for reader in readers for suffix in reader.SUFFIXES]
    assert len(claimed) == len(set(claimed)), "two readers claim one suffix"
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in claimed)
    assert read.suffixes() == set(claimed)
    for reader in readers:
        assert reader.__doc__
        assert all(read.reader_for(f"a{suffix}") is reader for suffix in reader.SUFFIXES)


def test_a_reader_is_added_by_adding_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "telegraphese.py").write_text(
        "from lintnews.model import Document\n"
        "NAME, SUFFIXES = 'telegraphese', ('.tgs',)\n"
        "def read(data, path): return Document(path, NAME, data.decode(), ())\n"
    )
    monkeypatch.setattr(read, "__path__", [*read.__path__, str(tmp_path)])
    assert read.reader_for("a.tgs").read(b"STOP", "a.tgs") == Document("a.tgs", "telegraphese", "STOP", ())
    assert ".tgs" in read.suffixes()


def test_looking_for_a_reader_of_text_imports_no_other() -> None:
    code = "import sys; from lintnews import read; read.reader_for('a.txt'); print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {name for name in modules if name.startswith("lintnews.read.")} == {"lintnews.read.plain"}
