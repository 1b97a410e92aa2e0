"""Word documents for tests: made by python-docx where it can, and by hand where it cannot (footnotes, tracked changes)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import docx
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
TEXT_BOX = """
<w:r xmlns:w="{w}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
  xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
  xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"
  xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><mc:AlternateContent>
<mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="2400000" cy="600000"/>
<wp:docPr id="7" name="Box"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2400000" cy="600000"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx><wps:bodyPr/>
</wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>
<v:rect style="width:200pt;height:50pt"><v:textbox><w:txbxContent>{text}</w:txbxContent></v:textbox></v:rect>
</w:pict></mc:Fallback></mc:AlternateContent></w:r>
"""


def saved(document: Document) -> bytes:
    """The bytes of a document of python-docx."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def of_paragraphs(*paragraphs: str) -> bytes:
    """A document of plain paragraphs, one run each."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    return saved(document)


def of_xml(body: str, root: str = "", parts: Mapping[str, str] | None = None) -> bytes:
    """The smallest document whose ``w:body`` holds ``body``; ``root`` are further attributes, ``parts`` further parts."""
    relation = f'<Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>'
    return zipped(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relation}</Relationships>',
            "word/document.xml": f'<w:document xmlns:w="{W}" {root}><w:body>{body}</w:body></w:document>',
            **(parts or {}),
        }
    )


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """Every part of an archive, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def draft() -> bytes:
    """A draft as it reaches a desk: styled, with words split over runs, a table, a header, a comment, a tracked change."""
    document = docx.Document()
    document.core_properties.author = "News desk"
    document.sections[0].header.paragraphs[0].text = "Draft of the Kharkov desk"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    document.add_heading("Night attack on Kharkov leaves two districts dark", 0)
    lead = document.add_paragraph("The army ")
    for piece, style in (("cau", "bold"), ("sed a mass", "italic"), ("ive blow", "bold"), (" to the depot near ", "")):
        run = lead.add_run(piece)
        run.bold, run.italic = style == "bold", style == "italic"
    document.add_comment(lead.add_run("Lugansk"), text="Which one?", author="Editor", initials="E")
    lead.add_run(" on Monday, the regional administration said.")
    second = document.add_paragraph("The city council ")
    second.runs[0].add_break(WD_BREAK.LINE)
    second.add_run("of Kharkov & Odessa").font.name = "Arial"
    deleted = '<w:r><w:delText xml:space="preserve"> of Kiev</w:delText></w:r>'
    tracked = f'<w:del {nsdecls("w")} w:id="90" w:author="E">{deleted}</w:del>'
    second._p.append(parse_xml(tracked))
    inserted = f'<w:ins {nsdecls("w")} w:id="91" w:author="E"><w:r><w:t xml:space="preserve"> met again</w:t></w:r></w:ins>'
    second._p.append(parse_xml(inserted))
    second.add_run(".")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Place", "Outages", "Kharkov", "12"), strict=True):
        cell.text = text
    box = "<w:p><w:r><w:t>Read on: Kharkov at night</w:t></w:r></w:p>"
    document.add_paragraph("A box stands here.")._p.append(parse_xml(TEXT_BOX.format(w=W, text=box)))
    return _with_footnote(document, "The mayor of Kharkov, by telephone.")


def _with_footnote(document: Document, text: str) -> bytes:
    reference = parse_xml(f'<w:r {nsdecls("w")}><w:footnoteReference w:id="2"/></w:r>')
    document.paragraphs[1]._p.append(reference)
    separator = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    note = f'<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
    parts = parts_of(saved(document))
    relation = f'<Relationship Id="rId90" Type="{RELATIONS}/footnotes" Target="footnotes.xml"/></Relationships>'
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{NOTES}"/></Types>'
    for name, end, added in (
        ("word/_rels/document.xml.rels", b"</Relationships>", relation),
        ("[Content_Types].xml", b"</Types>", override),
    ):
        parts[name] = parts[name].replace(end, added.encode())
    parts["word/footnotes.xml"] = f'<w:footnotes xmlns:w="{W}">{separator}{note}</w:footnotes>'.encode()
    return zipped(parts)
