from __future__ import annotations

import io
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_samples import draft, of_paragraphs, of_xml, parts_of, zipped

from lintnews.fix import annotate as module
from lintnews.fix.annotate import annotate
from lintnews.fix.docx import apply
from lintnews.formats.docx import Package
from lintnews.model import Edit, Finding

DATE = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
P = "<w:p><w:r>{}</w:r></w:p>"


def finding(start: int, end: int, message: str = "Wrong.", suggestions: tuple[str, ...] = ("Right",), aside: str = "") -> Finding:
    rule = "russian-exonym/kharkiv"
    return Finding(start, end, rule, "russian-exonym", "warning", "certain", message, suggestions, set_aside=aside)


def found(data: bytes, words: str) -> list[Finding]:
    text = Package(data).text
    return [finding(at, at + len(words), f"At {at}.") for at in range(len(text)) if text.startswith(words, at)]


def anchored(data: bytes) -> dict[str, str]:
    """For each comment, by number, the text between its marks."""
    root = docx.Document(io.BytesIO(data)).element
    inside: dict[str, str] = {}
    done: dict[str, str] = {}
    for element in root.iter():
        name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        number = element.get("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}id")
        if name == "commentRangeStart":
            inside[number] = ""
        elif name == "commentRangeEnd":
            done[number] = inside.pop(number)
        elif name in ("t", "br", "tab"):
            mark = {"br": "\n", "tab": "\t"}.get(name, element.text or "")
            inside = {key: text + mark for key, text in inside.items()}
    assert not inside
    return done


def comments(data: bytes) -> dict[str, tuple[str, str, str]]:
    return {str(c.comment_id): (c.author, c.initials, c.text) for c in docx.Document(io.BytesIO(data)).comments}


def test_comments_stand_at_the_words() -> None:
    data = draft()
    made = annotate(data, found(data, "massive blow") + found(data, "Odessa") + found(data, "council \nof"), DATE)
    assert Package(made).text == Package(data).text
    assert anchored(made) == {"0": "Lugansk", "1": "massive blow", "2": "council \nof", "3": "Odessa"}
    assert comments(made)["0"] == ("Editor", "E", "Which one?")
    author, initials, text = comments(made)["1"]
    assert (author, initials) == ("lintnews", "ln")
    assert text.endswith(".\nSuggestion: Right\n[russian-exonym/kharkiv]")
    assert next(c for c in docx.Document(io.BytesIO(made)).comments if c.comment_id == 1).timestamp == DATE


def test_runs_keep_their_look() -> None:
    data = draft()
    made = annotate(data, found(data, "used a massive b"), DATE)
    look = {}
    for name, source in (("old", data), ("new", made)):
        runs = docx.Document(io.BytesIO(source)).paragraphs[1].runs
        look[name] = [(letter, run.bold, run.italic, run.font.name) for run in runs for letter in run.text]
    assert look["old"] == look["new"]


def test_only_what_must_change_changes() -> None:
    data = draft()
    made = annotate(data, found(data, "Odessa"), DATE)
    old, new = parts_of(data), parts_of(made)
    assert list(new) == list(old)
    assert [name for name in new if new[name] != old[name]] == ["word/document.xml", "word/comments.xml"]


def test_the_first_comment_of_a_document() -> None:
    data = of_paragraphs("The road to Kharkov.")
    made = annotate(data, found(data, "Kharkov"), DATE)
    assert anchored(made) == {"0": "Kharkov"}
    assert comments(made)["0"][0] == "lintnews"
    old, new = parts_of(data), parts_of(made)
    assert sorted(name for name in new if new[name] != old.get(name)) == [
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
        "word/comments.xml",
        "word/document.xml",
    ]
    again = annotate(made, [finding(0, 3)], DATE)
    assert anchored(again) == {"0": "Kharkov", "1": "The"}


@pytest.mark.parametrize(
    ("words", "text", "said"),
    [
        ("night", "", "text box 1, “night”: At"),
        ("desk", "Night attack on Kharkov leaves two districts dark", "header, “desk”: At"),
        ("mayor", "", "footnote 1, “mayor”: At"),
    ],
)
def test_where_word_shows_no_comments_they_stand_nearby(words: str, text: str, said: str) -> None:
    data = draft()
    made = annotate(data, found(data, words)[-1:], DATE)
    assert anchored(made)["1"].startswith(text)
    assert comments(made)["1"][2].startswith(said)


def test_a_document_whose_words_are_all_in_the_header() -> None:
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    header = f'<w:hdr xmlns:w="{namespace}">{P.format("<w:t>Kiev</w:t>")}</w:hdr>'
    link = '<Relationship Id="rIdLintnews0" Type="x/header" Target="header1.xml"/>'
    parts = {"word/header1.xml": header, "word/_rels/document.xml.rels": f"<Relationships>{link}</Relationships>"}
    empty = of_xml("", parts=parts)
    assert annotate(empty, [finding(0, 4)], DATE) == empty  # nothing to anchor it at
    made = parts_of(annotate(of_xml(P.format("<w:tab/>"), parts=parts), [finding(0, 4)], DATE))
    assert "header, “Kiev”: Wrong." in made["word/comments.xml"].decode()
    assert b'Id="rIdLintnews1"' in made["word/_rels/document.xml.rels"]


def test_a_body_in_the_default_namespace() -> None:
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f'<document xmlns="{namespace}"><body><p><r><t>The Kiev road</t></r></p></body></document>'
    made = annotate(zipped(parts_of(of_xml("")) | {"word/document.xml": body}), [finding(4, 8)], DATE)
    assert "word/_rels/document.xml.rels" in parts_of(made)
    assert anchored(made) == {"0": "Kiev"}
    assert comments(made)["0"][0] == "lintnews"


def test_findings_at_the_edges_of_paragraphs() -> None:
    data = of_paragraphs("ab", "cd")
    made = annotate(data, [finding(at, end) for at in range(6) for end in (at, at + 1, at + 3)], DATE)
    assert Package(made).text == "ab\n\ncd"
    assert list(anchored(made).values()) == ["a", "a", "ab", "b", "b", "b", *"bbb", *"bbb", "c", "c", "cd", *"ddd"]


def test_what_is_set_aside_gets_no_comment() -> None:
    data = of_paragraphs("The road.")
    assert annotate(data, [finding(0, 3, aside="suppressed")], DATE) == data


def test_word_opens_only_so_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 3)
    data = draft()
    assert len(comments(annotate(data, [finding(n, n + 1) for n in range(5)], DATE))) == 3


def test_earlier_formatting_is_recorded_once() -> None:
    change = '<w:rPr><w:b/><w:rPrChange w:id="5" w:author="E"><w:rPr/></w:rPrChange></w:rPr>'
    made = annotate(of_xml(P.format(f"{change}<w:t>abc</w:t>")), [finding(1, 2)], DATE)
    xml = parts_of(made)["word/document.xml"]
    assert (xml.count(b"<w:rPrChange"), xml.count(b"<w:b/>")) == (1, 3)


@settings(deadline=None)
@given(
    st.lists(st.text(st.sampled_from("ab <&\t\n😀"), min_size=1, max_size=4), min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 12), st.integers(1, 6)), max_size=5),
)
def test_any_spans_of_any_runs(pieces: list[str], spans: list[tuple[int, int]]) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("x")
    for number, piece in enumerate(pieces):
        paragraph.add_run(piece).bold = bool(number % 2)
    out = io.BytesIO()
    document.save(out)
    text = Package(out.getvalue()).text
    wanted = sorted((start, min(start + length, len(text))) for start, length in spans if start < len(text))
    made = annotate(out.getvalue(), [finding(start, end) for start, end in wanted], DATE)
    assert Package(made).text == text
    assert anchored(made) == {str(n): text[start:end] for n, (start, end) in enumerate(wanted)}


def office(data: bytes, folder: Path, target: str) -> bytes:
    """What LibreOffice makes of a document."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("needs LibreOffice (soffice)")
    (folder / "draft.docx").write_bytes(data)
    (folder / "out").mkdir(exist_ok=True)
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [program, profile, "--headless", "--convert-to", target, "--outdir", "out", "draft.docx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=240)
    return (folder / "out" / f"draft.{target}").read_bytes()


@pytest.mark.slow
def test_libreoffice_keeps_text_and_comments(tmp_path: Path) -> None:
    data = draft()
    words = ["massive blow", "Odessa", "Outages", "mayor", "desk", "night"]
    made = annotate(data, [one for word in words for one in found(data, word)[-1:]], DATE)
    saved_again = office(made, tmp_path, "docx")
    assert set(Package(saved_again).text.split()) == set(Package(data).text.split())
    shown = {text for author, _, text in comments(saved_again).values() if author == "lintnews"}
    assert shown == {text for author, _, text in comments(made).values() if author == "lintnews"}
    assert {"massive blow", "Odessa", "Outages"} <= set(anchored(saved_again).values())


@pytest.mark.slow
def test_libreoffice_opens_a_corrected_document(tmp_path: Path) -> None:
    data = draft()
    text = Package(data).text
    places = [at for at in range(len(text)) if text.startswith(("Kharkov", "Lugansk"), at)]
    names = {"Kharkov": "Kharkiv", "Lugansk": "Luhansk & <more>"}
    fixed = apply(data, [Edit(at, at + 7, names[text[at : at + 7]]) for at in places])
    saved_again = office(fixed, tmp_path, "docx")
    shown = Package(saved_again).text
    assert "near Luhansk & <more> on Monday" in shown
    assert not any(name in shown for name in names)
    bold = [run.text for run in docx.Document(io.BytesIO(saved_again)).paragraphs[1].runs if run.bold]
    assert bold == ["cau", "ive blow"]
    assert "Which one?" in [text for _, _, text in comments(saved_again).values()]
