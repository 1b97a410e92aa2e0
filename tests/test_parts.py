"""Long documents in parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews import linter as linting
from lintnews import parts as cutting
from lintnews import read
from lintnews.config import Settings
from lintnews.linter import Linter
from lintnews.model import Document, Mask, Segment
from lintnews.parts import parts
from lintnews.view import View

texts = st.lists(st.sampled_from(["one ", "two. ", "three\n\n", "four! Five ", "x" * 30, "\u2028"]), max_size=40).map("".join)


def plain(text: str) -> Document:
    return read.reader_for("-").read(text.encode(), "-")


@given(texts, st.integers(1, 60))
def test_every_word_is_in_one_part_and_in_its_place(text, size):
    document = plain(text)
    found = list(parts(document, size))
    letters = "".join(part.text[s.start : s.end] for _, part in found for s in part.segments)
    assert letters == "".join(document.text[s.start : s.end] for s in document.segments)
    for offset, part in found:
        assert document.text[offset : offset + len(part.text)] == part.text
        assert len(part.text) <= size


def test_a_part_ends_after_a_sentence():
    document = plain("It rained in the town. It snowed in the hills.")
    assert [part.text for _, part in parts(document, 30)] == ["It rained in the town. ", "It snowed in the hills."]


def test_a_mask_is_not_cut():
    text = "one <b>two</b> three"
    document = Document("x", "html", text, (Segment(0, len(text)),), (Mask(4, 7), Mask(10, 14)))
    read_as = ["".join(View(part).text(0, len(part.text))) for _, part in parts(document, 6)]
    assert "".join(read_as).split() == ["one", "two", "three"]


@pytest.mark.parametrize("joint", [" ", "\n\n"])
def test_findings_of_a_long_document_stand_where_they_should(monkeypatch, joint):
    monkeypatch.setattr(linting, "LONG", 1_000)
    monkeypatch.setattr(cutting.parts, "__defaults__", (700,))
    document = plain(joint.join(["The mayor of Kharkov spoke to the crowd in the square."] * 60))
    findings = Linter(Settings()).lint(document).findings
    assert [document.text[f.start : f.end] for f in findings if "kharkiv" in f.rule] == ["Kharkov"] * 60
    assert [f.start for f in findings] == sorted(f.start for f in findings)
