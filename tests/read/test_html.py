from __future__ import annotations

import html
import re

import pytest
from documents import assert_sound, prose
from hypothesis import given
from hypothesis import strategies as st

from lintnews.errors import InputError
from lintnews.model import ReadOptions, Remark
from lintnews.read.html import read

WORD = st.text(alphabet=st.sampled_from("abcXYZéжї🏠&<>\"'’-.,"), min_size=1, max_size=6)
PARAGRAPHS = st.lists(st.lists(WORD, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=6)

AROUND = ["<p>{}</p>", "<div>{}\n</div>", "<p>{}", "<ul><li> {} </ul>", "<script>a<b</script><h2>{}</h2>"]


def shown(page: str, *roles: str, attributes: tuple[str, ...] = ()) -> list[str]:
    document = read(page.encode(), "a.html", ReadOptions(attributes=attributes))
    assert_sound(document, page.encode())
    return prose(document, *roles)


@st.composite
def pages(draw: st.DrawFn) -> tuple[list[str], str]:
    """Paragraphs and a page that shows them."""
    paragraphs = draw(PARAGRAPHS)
    blocks = []
    for paragraph in paragraphs:
        spaced = []
        for word in paragraph.split(" "):
            escaped = html.escape(word) if draw(st.booleans()) else "".join(f"&#x{ord(c):x};" for c in word)
            mark = draw(st.sampled_from(["{}", "<b>{}</b>", "{}<!-- x -->", "<a href='a>b'>{}</a>", "<i>{}<b></b></i>"]))
            spaced.append(mark.format(escaped))
        blank = draw(st.sampled_from([" ", "\n", " \n  ", "\r\n\t", "<span> </span>"]))
        around = draw(st.sampled_from(AROUND))
        blocks.append(around.format(blank.join(spaced)))
    return paragraphs, "\n".join(blocks)


@given(pages())
def test_the_view_reads_the_prose_and_nothing_else(page: tuple[list[str], str]) -> None:
    paragraphs, source = page
    assert shown(source) == paragraphs


def test_blank_reads_as_one_space_and_tags_as_nothing() -> None:
    assert shown("<p>\n  The <b>cen</b>tral\n\n   <i>nervous</i> <u> system</u>. </p>") == ["The central nervous system."]


def test_references_read_as_characters_and_stand_where_they_stand() -> None:
    page = "<p>R&amp;D&nbsp;in Lviv &#8212; &#128512;&copy;2026 &unknown; AT&T &#99999999999; &#xD800;</p>"
    assert shown(page) == ["R&D\u00a0in Lviv — 😀©2026 &unknown; AT&T &#99999999999; \ufffd"]


def test_line_breaks() -> None:
    assert shown("<p>One<br>two<br/> <br>three<br></p>") == ["One\ntwo", "three"]


@pytest.mark.parametrize(
    "hidden",
    ["<script>if (a<b) {}</script>", "<style>p{}</style>", "<noscript><p>x</p></noscript>", "<template><p>x</p></template>",
     "<svg><title>x</title></svg>", "<!-- x -->", "<!---->", "<!doctype html>", "<?xml version='1.0'?>", "<script>never ended"],
)  # fmt: skip
def test_what_a_page_does_not_show(hidden: str) -> None:
    assert shown(f"<p>One two</p>{hidden}") == ["One two"]


@pytest.mark.parametrize(
    "page",
    ["<!-- never ended <p>One two</p>", "<p title='never ended>One two</p>", "<p>One two", "<noscript>One two",
     "<p>One two</b></i>", '<p class="a"b">One two</p>', "<p><b>One two<p></p>", "<code>x<p>One two</p>",
     "<p>One two<", "<p>One two</p"],
)  # fmt: skip
def test_what_is_not_ended_hides_nothing(page: str) -> None:
    assert "One two" in " ".join(shown(page))


def test_code_is_a_thing_and_no_words() -> None:
    assert shown("<p>Run <code>make kiev</code> now.</p><pre><code>kiev</code></pre>") == ["Run \ufffc now."]


def test_text_as_typed_keeps_its_lines() -> None:
    assert shown("<pre>One\n  two</pre>") == ["One\n  two"]


def test_roles() -> None:
    page = "<title>A</title><h1>B</h1><p>C</p><h2>D</h2><figure><img alt=E><figcaption>F</figcaption></figure>"
    assert shown(page, "headline") == ["A", "B", "D"]
    assert shown(page, "caption") == ["F"]
    assert shown(page, "body") == ["C"]


@pytest.mark.parametrize(
    "page",
    ["<nav>{}</nav>", "<header><p>{}</p></header>", "<footer>{}</footer>", "<aside><h2>{}</h2></aside>", "<button>{}</button>",
     "<div class='main-menu'>{}</div>", "<div id=cookie_notice><p>{}</div>", "<div role=navigation>{}</div>",
     "<main><aside>{}</aside></main>"],
)  # fmt: skip
def test_furniture(page: str) -> None:
    page = f"{page.format('Here and there')}<main><p>Story</p></main>"
    assert shown(page, "chrome") == ["Here and there"]
    assert shown(page, "body") == ["Story"]


@pytest.mark.parametrize(
    "page",
    ["<article><header><p>{}</p></header></article>", "<div class='has-sidebar'>{}</div>", "<body class=single-nav>{}</body>",
     "<main class=comments>{}</main>", "<div class=navy>{}</div>", "<form>{}</form>"],
)  # fmt: skip
def test_what_only_looks_like_furniture(page: str) -> None:
    assert shown(page.format("Here and there"), "body") == ["Here and there"]


def test_a_list_of_links_is_a_menu() -> None:
    item = "<li><a href=x>Here and there</a></li>"
    assert shown(f"<div><ul>{item * 3}</ul></div>", "chrome") == ["Here and there"] * 3
    assert shown(f"<div><ul>{item * 2}</ul></div>", "chrome") == []
    assert shown(f"<ul>{'<li>See <a href=x>here</a> and there' * 3}</ul>", "chrome") == []


def test_attributes_are_read_when_asked_for() -> None:
    page = (
        "<meta name=description content='Kiev &amp; Lviv'><meta name=viewport content=width>"
        "<p><img alt='Smoke' title=\"Fire\">One <a title=no>two</a> <img alt=three> four</p>"
    )
    assert shown(page) == ["One two  four".replace("  ", " ")]
    assert shown(page, attributes=("alt",)) == ["Smoke", "One two", "three", "four"]
    assert shown(page, attributes=("content", "title")) == ["Kiev & Lviv", "Fire", "One two four"]


def test_remarks() -> None:
    page = "<p>One <!-- lintnews off calque --> two</p><!-- lintnews-like? --><!-- other --><!--lintnews on-->"
    remarks = read(page.encode(), "a.html").remarks
    assert [remark.text for remark in remarks] == ["lintnews off calque", "lintnews-like?", "lintnews on"]
    assert remarks[0] == Remark(7, 35, "lintnews off calque")
    assert page[7:35].startswith("<!--")


@pytest.mark.parametrize(
    ("head", "encoding", "name"),
    [
        ("<meta charset=windows-1251>", "cp1251", "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-u">', "koi8-u", "koi8-u"),
        ("<?xml version='1.0' encoding='KOI8-U'?>", "koi8-u", "koi8-u"),
        ("<meta charset=iso-8859-1>", "utf-8", "utf-8"),  # a lie
        ("<meta charset=utf-8>", "utf-8-sig", "utf-8-sig"),
        ("", "utf-16-le", "utf-16-le"),
    ],
)
def test_encodings(head: str, encoding: str, name: str) -> None:
    page = f"{head}<p>У Харкові, in Kharkiv, there was more to read than before.</p>"
    document = read(page.encode(encoding), "a.html")
    assert document.encoding == name
    assert prose(document) == ["У Харкові, in Kharkiv, there was more to read than before."]


def test_a_page_that_is_not_what_it_says() -> None:
    with pytest.raises(InputError, match=re.escape("says it is shift_jis, but byte 27")):
        read(b"<meta charset=shift_jis><p>\xff\xff", "a.html")
    with pytest.raises(InputError, match="not UTF-8"):
        read(b"<meta charset=utf-7><p>\xff\xff", "a.html")
