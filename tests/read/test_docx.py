from __future__ import annotations

import subprocess
import sys

from word_samples import draft, of_paragraphs, of_xml

from lintnews.read import docx, reader_for
from lintnews.view import View


def test_segments_name_their_place_and_role() -> None:
    document = docx.read(draft(), "draft.docx")
    assert (document.path, document.format, document.encoding) == ("draft.docx", "docx", "")
    shown = {(s.role, s.locator): document.text[s.start : s.end] for s in document.segments}
    assert shown["headline", "paragraph 1"] == "Night attack on Kharkov leaves two districts dark"
    assert shown["chrome", "header"] == "Draft of the Kharkov desk"
    assert shown["body", "footnote 1"] == "The mayor of Kharkov, by telephone."
    assert shown["body", "table 1, row 2, cell 1"] == "Kharkov"


def test_words_split_over_runs_are_whole() -> None:
    assert {"caused", "massive"} <= View(docx.read(draft(), "a.docx")).words.keys()


def test_lines_broken_twice_are_paragraphs() -> None:
    body = "<w:p><w:r><w:t>One.</w:t><w:br/><w:br/><w:t>Two</w:t><w:br/><w:t>lines.</w:t><w:br/><w:br/></w:r></w:p>"
    document = docx.read(of_xml(body), "a.docx")
    assert [document.text[s.start : s.end] for s in document.segments] == ["One.", "Two\nlines."]
    assert {s.locator for s in document.segments} == {"paragraph 1"}


def test_styles_are_known_by_what_they_are_based_on() -> None:
    relations = '<R><Relationship Id="s" Type="x/styles" Target="styles.xml"/></R>'
    styles = (
        '<w:styles xmlns:w="w"><w:style w:styleId="berschrift1"><w:name w:val="Heading 1"/></w:style>'
        '<w:style w:styleId="Lead"><w:name w:val="Desk lead"/><w:basedOn w:val="berschrift1"/></w:style>'
        '<w:style w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style></w:styles>'
    )
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>' for style in ("Lead", "Loop", "Gone")
    )
    data = of_xml(body, parts={"word/_rels/document.xml.rels": relations, "word/styles.xml": styles})
    assert [segment.role for segment in docx.read(data, "a.docx").segments] == ["headline", "body", "body"]


def test_it_is_found_by_its_suffix() -> None:
    assert reader_for("Draft.DOCX").NAME == "docx"


def test_no_library_is_needed() -> None:
    code = "import sys; sys.modules['docx'] = None; from lintnews.read import docx; docx.read(sys.stdin.buffer.read(), 'a')"
    subprocess.run([sys.executable, "-c", code], input=of_paragraphs("Text."), check=True)
