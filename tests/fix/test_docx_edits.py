from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_samples import draft, of_xml, parts_of, saved, zipped

from lintnews.errors import InputError
from lintnews.fix.docx import apply
from lintnews.formats.docx import Package
from lintnews.model import Edit

LETTERS = st.sampled_from("ab <&>\"'\t\n😀ї")


def runs_of(data: bytes) -> list[list[tuple[str, bool | None]]]:
    """Text and boldness of every run, by paragraph."""
    return [[(run.text, run.bold) for run in p.runs] for p in docx.Document(io.BytesIO(data)).paragraphs]


def bold_and_plain(*pieces: str) -> bytes:
    """One paragraph whose runs are bold and plain in turn."""
    document = docx.Document()
    paragraph = document.add_paragraph()
    for number, piece in enumerate(pieces):
        paragraph.add_run(piece).bold = number % 2 == 0
    return saved(document)


def edit_of(data: bytes, old: str, new: str) -> Edit:
    start = Package(data).text.index(old)
    return Edit(start, start + len(old), new)


@settings(deadline=None)
@given(
    st.lists(st.text(LETTERS, min_size=1, max_size=5), min_size=1, max_size=5),
    st.lists(st.tuples(st.integers(0, 20), st.integers(0, 6), st.text(LETTERS, max_size=5)), max_size=4),
)
def test_the_text_is_edited_and_nothing_else(pieces: list[str], wishes: list[tuple[int, int, str]]) -> None:
    data = bold_and_plain("x", *pieces, "y")
    text = Package(data).text
    edits: list[Edit] = []
    expected, last = "", 0
    for start, length, new in sorted(wishes):
        if last < start <= len(text) and start + length < len(text):
            edits.append(Edit(start, start + length, new))
            expected += text[last:start] + new
            last = start + length
    fixed = apply(data, edits)
    # A tab or line break of an edit that does not cover one may be written another way; Word shows the same.
    assert Package(fixed).text == expected + text[last:]
    old, new_parts = parts_of(data), parts_of(fixed)
    assert {name for name in old if old[name] != new_parts[name]} <= {"word/document.xml"}
    assert list(old) == list(new_parts)
    before, after = (docx.Document(io.BytesIO(made)).paragraphs[0].runs for made in (data, fixed))
    assert [run.bold for run in before] == [run.bold for run in after]


def test_nothing_to_do_leaves_every_byte() -> None:
    data = draft()
    assert apply(data, []) == data


def test_a_word_of_several_runs() -> None:
    data = bold_and_plain("Khar", "ko", "v is dark.")
    assert runs_of(apply(data, [edit_of(data, "Kharkov", "Kharkiv")])) == [[("Khar", True), ("ki", False), ("v is dark.", True)]]
    assert runs_of(apply(data, [edit_of(data, "Kharkov", "Odesa")])) == [[("Odesa", True), ("", False), (" is dark.", True)]]
    data = bold_and_plain("K", "iev was dark.")  # a large initial
    assert runs_of(apply(data, [edit_of(data, "Kiev", "Kyiv")])) == [[("K", True), ("yiv was dark.", False)]]


def test_words_that_answer_to_one_another_keep_their_own_look() -> None:
    data = bold_and_plain("a ", "Kherson", " governor")
    fixed = apply(data, [edit_of(data, "a Kherson", "the Odesa")])
    assert runs_of(fixed) == [[("the ", True), ("Odesa", False), (" governor", True)]]


def test_spaces_at_the_edges_are_kept() -> None:
    data = of_xml("<w:p><w:r><w:t>Kiev</w:t></w:r><w:r><w:t>  today  </w:t></w:r></w:p>")
    fixed = apply(data, [Edit(0, 4, "Kyiv ")])
    assert Package(fixed).text == "Kyiv today"
    fixed = apply(data, [Edit(4, 9, " now")])
    assert Package(fixed).text == "Kiev now"


def test_marks_of_xml_are_written_as_text() -> None:
    data = of_xml(f"<w:p><w:r><w:t>{escape('A & B <c>')}</w:t></w:r></w:p>")
    assert Package(apply(data, [Edit(2, 3, "<&>"), Edit(4, 5, "\x00")])).text == "A <&> \ufffd <c>"


def test_a_break_in_the_words_goes_and_a_break_elsewhere_stays() -> None:
    data = of_xml('<w:p><w:r><w:t>full</w:t><w:br w:type="page"/><w:t>scale</w:t></w:r></w:p>')
    assert Package(apply(data, [Edit(4, 5, "-")])).text == "full-scale"
    fixed = apply(data, [Edit(0, 4, "whole")])
    assert (Package(fixed).text, b'type="page"' in parts_of(fixed)["word/document.xml"]) == ("whole\nscale", True)


def test_notes_headers_and_boxes() -> None:
    data = draft()
    text = Package(data).text
    places = [start for start in range(len(text)) if text.startswith("Kharkov", start)]
    fixed = apply(data, [Edit(start, start + 7, "Kharkiv") for start in places])
    assert Package(fixed).text == text.replace("Kharkov", "Kharkiv")
    old, new = parts_of(data), parts_of(fixed)
    assert sorted(name for name in new if new[name] != old[name]) == [
        "word/document.xml",
        "word/footnotes.xml",
        "word/header1.xml",
    ]


def test_an_edit_over_two_paragraphs_is_left_out() -> None:
    data = of_xml("<w:p><w:r><w:t>ab</w:t></w:r></w:p><w:p><w:r><w:t>cd</w:t></w:r></w:p>")
    assert Package(apply(data, [Edit(1, 5, "x"), Edit(5, 6, "y")])).text == "ab\n\ncy"
    assert apply(data, [Edit(90, 91, "x"), Edit(2, 3, "x")]) == data


def test_an_encoding_without_the_letter() -> None:
    xml = '<?xml version="1.0" encoding="windows-1252"?><w:document xmlns:w="{}"><w:body>{}</w:body></w:document>'
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "<w:p><w:r><w:t>caf\xe9</w:t></w:r></w:p>"
    parts = parts_of(of_xml("")) | {"word/document.xml": xml.format(namespace, body).encode("cp1252")}
    assert Package(apply(zipped(parts), [Edit(3, 3, "ї")])).text == "cafїé"


def test_what_is_no_document() -> None:
    with pytest.raises(InputError):
        apply(b"PK", [Edit(0, 1, "x")])


def test_fixed_then_linted_again_is_clean(lintnews: Callable[..., Any], tmp_path: Path) -> None:
    """Through the command line, with the built-in rules: what could be corrected is, and a second time nothing changes."""
    path = tmp_path / "draft.docx"
    path.write_bytes(draft())
    exonyms = ("--isolated", "--select", "russian-exonym", str(path))
    assert lintnews("check", *exonyms).status == 1
    assert lintnews("check", "--fix", *exonyms).status == 0
    fixed = path.read_bytes()
    assert (lintnews("check", *exonyms).status, lintnews("check", "--fix", *exonyms).status) == (0, 0)
    assert path.read_bytes() == fixed
    text = Package(draft()).text
    for wrong, right in (("Kharkov", "Kharkiv"), ("Odessa", "Odesa"), ("Lugansk", "Luhansk")):
        text = text.replace(wrong, right)
    assert Package(fixed).text == text
