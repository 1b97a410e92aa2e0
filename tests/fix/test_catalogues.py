"""Corrections of translation files through the command line, with the built-in rules: only targets change, and stay whole."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polib
import pytest
from documents import prose
from lxml import etree

from lintnews import read

SAMPLES = Path(__file__).parents[1] / "read" / "samples"
SELECT = ("--isolated", "--select", "russian-exonym")


@pytest.mark.parametrize("name", ["wire.xlf", "wire2.xliff", "memory.tmx", "site.po"])
def test_fixed_then_linted_again_is_clean(lintnews: Callable[..., Any], tmp_path: Path, name: str) -> None:
    path, before = tmp_path / name, (SAMPLES / name).read_bytes()
    path.write_bytes(before)
    assert lintnews("check", str(path), *SELECT).status == 1
    assert lintnews("check", "--fix", str(path), *SELECT).status in (0, 1)  # quoted speech is left
    after = path.read_bytes()
    assert after != before
    lintnews("check", "--fix", str(path), *SELECT)
    assert path.read_bytes() == after
    old, new = (read.reader_for(name).read(data, name) for data in (before, after))
    assert [segment.source for segment in new.segments] == [segment.source for segment in old.segments]
    changes = {
        (was, now)
        for one, other in zip(prose(old), prose(new), strict=True)
        for was, now in zip(re.findall(r"\w+", one), re.findall(r"\w+", other), strict=True)
        if was != now
    }
    assert changes
    assert changes <= {("Kiev", "Kyiv"), ("Lugansk", "Luhansk")}
    _opens(path)


def _opens(path: Path) -> None:
    """Another parser takes the file."""
    if path.suffix == ".po":
        assert len(polib.pofile(str(path))) == 7
    else:
        etree.parse(str(path), etree.XMLParser(load_dtd=False, no_network=True))


def test_new_text_in_cdata_and_beside_entities(lintnews: Callable[..., Any], tmp_path: Path) -> None:
    source = (
        "<xliff version='1.2'><file><body><trans-unit id='1'><target>A &amp; B in Ki&#x65;v<![CDATA[ & Kiev <x>]]></target>"
        "</trans-unit></body></file></xliff>"
    )
    (tmp_path / "a.xlf").write_text(source, encoding="utf-8")
    lintnews("check", "--fix", str(tmp_path / "a.xlf"), *SELECT)
    (target,) = etree.parse(str(tmp_path / "a.xlf")).iter("target")
    assert target.text == "A & B in Kyiv & Kyiv <x>"
