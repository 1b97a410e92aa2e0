"""A realistic document of each format, and beside it (.golden) the report that an editor sees."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from documents import prose

from lintnews import read

SAMPLES = Path(__file__).parent / "samples"
KINDS = "acronym-expansion,calque,untranslated-residue"
NAMES = sorted(path.name for path in SAMPLES.iterdir() if path.suffix != ".golden")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.usefixtures("few_rules")
def test_sample(name: str, lintnews: Callable, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    monkeypatch.chdir(SAMPLES)
    document = read.reader_for(name).read((SAMPLES / name).read_bytes(), name)
    blocks = zip(document.segments, prose(document), strict=True)
    lines = [f"{segment.role:9} {words}".replace("\r\n", "\n").replace("\n", "\n          ") for segment, words in blocks]
    told = "\n".join(lines) + "\n\n" + lintnews(name, "--isolated", "--select", KINDS).stdout
    golden = SAMPLES / f"{name}.golden"
    if request.config.getoption("--update-golden"):
        golden.write_bytes(told.encode())
    assert told.encode() == golden.read_bytes(), "run pytest --update-golden if this is meant, and read the diff"
