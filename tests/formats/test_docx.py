from __future__ import annotations

import io
from itertools import pairwise
from xml.sax.saxutils import unescape

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_samples import TYPES, draft, of_paragraphs, of_xml, saved, zipped

from lintnews.errors import InputError
from lintnews.formats.docx import Package
from lintnews.formats.wordprocessing import Story

RUNS = st.lists(st.text(st.sampled_from("ab <&>\"'\t\n😀ї\u00ad"), max_size=6), max_size=5)
P = "<w:p><w:r>{}</w:r></w:p>"


def text_of(body: str, root: str = "") -> str:
    return Package(of_xml(body, root)).text


@settings(deadline=None)
@given(st.lists(RUNS, max_size=4))
def test_the_text_is_what_python_docx_reads(paragraphs: list[list[str]]) -> None:
    document = docx.Document()
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for run in runs:
            paragraph.add_run(run)
    data = saved(document)
    read_back = [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]
    package = Package(data)
    assert package.text == "\n\n".join(text for text in read_back if text.strip())
    for paragraph, part in package.paragraphs():
        assert package.text[paragraph.start :].startswith(paragraph.text)
        assert package.at(paragraph.start) == package.at(paragraph.start + len(paragraph.text)) == (paragraph, part)
        assert [leaf.end for leaf in paragraph.leaves[:-1]] == [leaf.start for leaf in paragraph.leaves[1:]]
        for leaf in paragraph.leaves:
            raw = part.story.xml[slice(*leaf.inner)]
            assert leaf.character or unescape(raw) == paragraph.text[leaf.start : leaf.end]
            assert leaf.run.start < leaf.outer[0] <= leaf.inner[0] <= leaf.inner[1] <= leaf.outer[1] < leaf.run.end
            assert part.story.xml[leaf.run.start :].startswith(leaf.run.head)


def test_a_draft() -> None:
    package = Package(draft())
    lines = [(part.kind, paragraph.locator, paragraph.text) for paragraph, part in package.paragraphs()]
    assert lines == [
        ("document", "paragraph 1", "Night attack on Kharkov leaves two districts dark"),
        (
            "document",
            "paragraph 2",
            "The army caused a massive blow to the depot near Lugansk on Monday, the regional administration said.",
        ),
        ("document", "paragraph 3", "The city council \nof Kharkov & Odessa met again."),
        ("document", "table 1, row 1, cell 1", "Place"),
        ("document", "table 1, row 1, cell 2", "Outages"),
        ("document", "table 1, row 2, cell 1", "Kharkov"),
        ("document", "table 1, row 2, cell 2", "12"),
        ("document", "paragraph 4", "A box stands here."),
        ("document", "text box 1", "Read on: Kharkov at night"),
        ("header", "header", "Draft of the Kharkov desk"),
        ("footer", "footer", "Page 1"),
        ("footnotes", "footnote 1", "The mayor of Kharkov, by telephone."),
    ]
    assert package.styles()["Heading1"][0] == "heading 1"
    note = next(paragraph for paragraph, part in package.paragraphs() if part.kind == "footnotes")
    assert note.note in package.parts[0].story.references


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (P.format('<w:t> a </w:t><w:t xml:space="preserve"> b </w:t>'), "a b "),  # Word strips what is not preserved
        (P.format("<w:t>a\nb</w:t>"), "a b"),
        (P.format("<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>"), "a\tb\nc\u2011d"),
        (P.format("<w:t><![CDATA[a <&]]>&amp;&#x1F600;</w:t>"), "a <&&😀"),
        (P.format("<w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t>"), ""),
        (P.format('<w:rPr><w:vanish w:val="0"/></w:rPr><w:t>shown</w:t>'), "shown"),
        (P.format("<w:instrText>PAGE</w:instrText><w:t>7</w:t>"), "7"),
        ("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r></w:p>", "a"),
        ('<w:p><w:hyperlink r:id="x"><w:r><w:t>link</w:t></w:r></w:hyperlink></w:p>', "link"),
        ("<w:p><w:sdt><w:sdtContent><w:r><w:t>field</w:t></w:r></w:sdtContent></w:sdt></w:p>", "field"),
        ("<w:p><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>here</w:t></w:r></w:moveTo></w:p>", "here"),
        ("<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath><w:r><w:t>a</w:t></w:r></w:p>", "a"),
        ("<w:p/><w:p><w:r/></w:p>", ""),
    ],
)
def test_what_word_shows(body: str, text: str) -> None:
    assert text_of(body, 'xmlns:r="r" xmlns:m="m"') == text


def test_space_preserved_for_the_whole_part() -> None:
    assert text_of(P.format("<w:t> a </w:t>"), 'xml:space="preserve"') == " a "


def test_another_prefix_and_the_strict_namespace() -> None:
    xml = '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:p><x:r><x:t>a</x:t></x:r></x:p></x:document>'
    (paragraph,) = Story(xml, "a.docx").paragraphs
    assert (paragraph.text, paragraph.locator) == ("a", "paragraph 1")


def test_locators() -> None:
    table = "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>"
    one, two = P.format("<w:t>1</w:t>"), P.format("<w:t>2</w:t>")
    body = one + table.format(one + two, table.format(one, two)) + table.format("<w:p/>", one) + two
    locators = [paragraph.locator for paragraph, _ in Package(of_xml(body)).paragraphs()]
    assert locators == [
        "paragraph 1",
        "table 1, row 1, cell 1",
        "table 1, row 1, cell 1, paragraph 2",
        "table 1, row 1, cell 2, table 1, row 1, cell 1",
        "table 1, row 1, cell 2, table 1, row 1, cell 2",
        "table 2, row 1, cell 2",
        "paragraph 2",
    ]
    assert len(set(locators)) == len(locators)


def test_between_paragraphs_there_is_nobody() -> None:
    package = Package(of_paragraphs("ab", "cd"))
    assert [place is None for place in map(package.at, range(-1, 8))] == [True, *[False, False, False, True] * 2]
    assert all(first.start < second.start for (first, _), (second, _) in pairwise(package.paragraphs()))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"The army caused a blow.", "not a Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password"),
        (zipped({"a.txt": "text"}), "no Word document"),
        (zipped({"inner.docx": of_paragraphs("a")}), "no Word document"),
        (of_paragraphs("a" * 5000)[:-300], "still being written"),
    ],
)
def test_what_is_not_a_word_document(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        Package(data, "draft.docx")
    assert caught.value.path == "draft.docx"


def test_a_workbook_under_a_false_name() -> None:
    relation = '<Relationship Id="1" Type="x/officeDocument" Target="xl/workbook.xml"/>'
    parts = {"[Content_Types].xml": TYPES, "_rels/.rels": f"<R>{relation}</R>", "xl/workbook.xml": "<workbook xmlns='s'/>"}
    with pytest.raises(InputError, match=r"is it a \.docx"):
        Package(zipped(parts))
