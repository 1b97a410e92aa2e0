"""Expressions that a wheel keeps: what `re` finds there is what it would have made."""

import re

import pytest

from lintnews.cli import kept
from lintnews.lexicon.table import Table

EXPRESSIONS = [
    ("a(?P<x>b)|c[é-ю№-]", re.IGNORECASE), (r"(?<=\bof )[\w’'-]+(?! the)", 0), ("^a.*?$|(?:b)++", re.MULTILINE), ("ж", 0)
]  # fmt: skip


@pytest.fixture
def table(tmp_path, monkeypatch):
    """A table of the expressions, and `re` with an empty cache that does not outlive the test."""
    keys = [(str, pattern, int(flags)) for pattern, flags in EXPRESSIONS]
    kept.write(str(tmp_path / "kept.bin"), [*keys, (bytes, b"b", 0)])
    monkeypatch.setattr(re, kept._NAME, {})
    return Table(str(tmp_path / "kept.bin"))


@pytest.mark.parametrize(("pattern", "flags"), EXPRESSIONS)
def test_what_is_kept_is_not_made_again(table, monkeypatch, pattern, flags):
    made = re.compile(pattern, flags)
    monkeypatch.setattr(re, kept._NAME, kept._Cache({}, table))
    monkeypatch.setattr(re._compiler, "compile", None)
    found = re.compile(pattern, flags)
    assert found == made
    assert (found.groups, found.groupindex, found.flags) == (made.groups, made.groupindex, made.flags)
    assert re.compile(pattern, flags) is found


def test_what_is_not_kept_is_made(table, monkeypatch):
    monkeypatch.setattr(re, kept._NAME, kept._Cache({}, table))
    assert re.compile("zebra").fullmatch("zebra")
    assert re.compile(b"b").fullmatch(b"b")


def test_what_is_compiled_is_noted(monkeypatch):
    monkeypatch.setattr(re, kept._NAME, {})
    noted = kept.note()
    re.compile("zebra", re.MULTILINE)
    assert list(noted) == [(str, "zebra", int(re.MULTILINE))]


def test_without_a_table_nothing_changes(monkeypatch):
    monkeypatch.setattr(re, kept._NAME, {})
    monkeypatch.setattr(kept, "path_in", lambda folder: "/nowhere/kept.bin")
    kept.install()
    assert type(getattr(re, kept._NAME)) is dict
