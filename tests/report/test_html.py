"""The page as a text: what it holds, and that nothing in the copy becomes markup."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from lintnews import report
from lintnews.model import Document, Evidence, Finding, Mask, Result, Segment
from lintnews.report import Context

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "javascript:alert(1)",
    "</style></script><!--",
    "' onclick='alert(1)",
    "&lt;b&gt; &#0; \x00\x0b\ud800",
]
EMPTY = ("meta", "link", "br", "rect")
LETTERS = st.text(alphabet="ab <>&\"'\n\u00e9\u6f22\U0001f600", min_size=1, max_size=60)


class Page(HTMLParser):
    """The elements of a page, the text of its paragraphs, and whether all tags are closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.inside: dict[str, str] = {}
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = (tag, dict(attrs))
        self.elements.append(element)
        if tag not in EMPTY or "data-kind" in element[1]:
            self.open.append(element)
        if (element[1].get("class") or "").startswith("text "):
            self.texts.append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][0] in ("script", "style"):
            self.inside[self.open[-1][0]] = self.inside.get(self.open[-1][0], "") + data
        if any((attributes.get("class") or "").startswith("text ") for _, attributes in self.open):
            self.texts[-1] += data

    def of(self, name: str) -> list[dict[str, str | None]]:
        """The attributes of the elements that have ``name`` among their classes."""
        return [attributes for _, attributes in self.elements if name in (attributes.get("class") or "").split()]


def page(*results: Result) -> Page:
    return Page("".join(report.report_for("html").render(results, Context())))


def hostile(text: str) -> Result:
    copy = f"Before {text} and after {text}"
    start = copy.index(text)
    cue = Evidence(text, copy.rindex(text), len(copy), 1.0)
    found = Finding(start, start + len(text), "calque/x", "calque", "error", "likely", text, (text, ""), (cue,))
    return Result(text, Document(text, "plain", copy, (Segment(0, len(copy), "body", text),)), (found,), text)


def test_nothing_in_the_copy_becomes_markup() -> None:
    known = {tag for tag, _ in page(hostile("harmless")).elements}
    for text in HOSTILE:
        made = page(hostile(text))
        assert {tag for tag, _ in made.elements} == known
        names = {name for _, attributes in made.elements for name in attributes}
        assert not [name for name in names if name.startswith("on") or name in ("style", "src", "srcdoc", "action")]
        targets = [attributes["href"] or "" for _, attributes in made.elements if "href" in attributes]
        assert all(target.startswith("#") or target == "data:," for target in targets)
        shown = re.sub("[\x00\x0b\ud800]", "\ufffd", text)
        assert made.texts == [f"Before {shown} and after {shown}"]


def test_the_policy_allows_this_style_and_script_alone() -> None:
    made = page()
    (policy,) = [attributes["content"] or "" for _, attributes in made.elements if "http-equiv" in attributes]
    assert "default-src 'none'" in policy
    for name in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(made.inside[name].encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}';" in policy


def test_every_finding_has_a_note_and_a_mark(results: list[Result]) -> None:
    made = page(*results)
    shown = [finding for result in results for finding in result.findings if not finding.set_aside]
    assert [note["id"] for note in made.of("note")] == [f"c{number}" for number in range(1, len(shown) + 1)]
    anchors = {attributes.get("id") for _, attributes in made.elements}
    assert {f"m{number}" for number in range(1, len(shown) + 1)} <= anchors
    assert {mark["href"] for mark in made.of("mark")} == {f"#c{number}" for number in range(1, len(shown) + 1)}
    assert [cue["data-e"] for cue in made.of("cue")] == ["1"]


def test_markup_is_read_and_what_stands_outside_is_shown() -> None:
    text = "<p>Tom &amp; <b>Kiev</b></p><!-- lintnews: ignore -->"
    masks = (Mask(7, 12, "&"), Mask(13, 16), Mask(20, 24))
    remark = text.index("<!--")
    found = (
        Finding(16, 20, "russian-exonym/kyiv", "russian-exonym", "warning", "certain", "wrong"),
        Finding(20, 24, "boilerplate/tag", "boilerplate", "warning", "certain", "a tag"),
        Finding(remark, len(text), "suppression/unused", "suppression", "info", "certain", "does nothing"),
    )
    made = page(Result("a.html", Document("a.html", "html", text, (Segment(3, 24),), masks), found))
    assert made.texts == ["Tom & Kiev</b>", "</p><!-- lintnews: ignore -->"]
    assert len(made.of("note")) == 3


@given(LETTERS, st.data())
def test_any_copy_is_shown_whole(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)) | {0, len(text)})
    segments = tuple(Segment(*pair) for pair in zip(cuts[::2], cuts[1::2], strict=False))
    spans = data.draw(st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, 9)), max_size=6))
    found = tuple(
        Finding(start, min(start + length, len(text)), "calque/x", "calque", "info", "likely", "m", (), (cue,))
        for start, length in sorted(spans)
        for cue in [Evidence("x", max(start - 3, 0), start + 1, 1.0)]
    )
    made = page(Result("a", Document("a", "plain", text, segments), found))
    if not found:
        assert not made.texts
        return
    shown = "".join(made.texts)
    for segment in segments:
        assert text[segment.start : segment.end] in shown
    assert sorted(note["id"] or "" for note in made.of("note")) == sorted(f"c{number + 1}" for number in range(len(found)))
    anchors = [attributes["id"] for tag, attributes in made.elements if (attributes.get("id") or "").startswith("m")]
    assert len(anchors) == len(set(anchors)) == len(found)
