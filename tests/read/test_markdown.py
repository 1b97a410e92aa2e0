from __future__ import annotations

import re

import pytest
from documents import assert_sound, prose
from hypothesis import given
from hypothesis import strategies as st

from lintnews.model import ReadOptions
from lintnews.read.markdown import read

WORD = st.text(alphabet=st.sampled_from("abcXYZéжї🏠&<*_[]`\\#>!|~(’-.,"), min_size=1, max_size=6).filter(
    lambda word: not re.search("[/:@]|^[-.]|\\d", word)
)
PARAGRAPHS = st.lists(st.lists(WORD, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=6)

AROUND = ["{}", "# {}", "> {}", "- {}", "> 1. {}", "{}\n===", "<div>\n\n{}\n\n</div>", "| {} |\n|-|"]
MARKS = ["{}", "**{}**", "[{}](http://a 'b')", "{}<!-- x -->", "![{}](a.png)", "[![{}](a)](b)", "<b>{}</b>", "{}[^1]"]

AROUND = ["{}", "# {}", "> {}", "- {}", "> 1. {}", "{}\n===", "<div>\n\n{}\n\n</div>", "| {} |\n|-|"]


def shown(text: str, *roles: str, fields: tuple[str, ...] = ()) -> list[str]:
    document = read(text.encode(), "a.md", ReadOptions(fields=fields))
    assert_sound(document, text.encode())
    return prose(document, *roles)


def escaped(words: str) -> str:
    return re.sub("([!-/:-@\\[-`{-~])", r"\\\1", words)


@st.composite
def pages(draw: st.DrawFn) -> tuple[list[str], str]:
    """Paragraphs and Markdown that shows them."""
    paragraphs = draw(PARAGRAPHS)
    newline = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    blocks = []
    for paragraph in paragraphs:
        words = []
        for word in paragraph.split(" "):
            words.append(draw(st.sampled_from(MARKS)).format(escaped(word)))
        around = draw(st.sampled_from(AROUND))
        blocks.append(around.format(" ".join(words)).replace("\n", newline))
    return paragraphs, (newline * 2 + "~~~" + newline + "code" + newline + "~~~" + newline * 2).join(blocks)


@given(pages())
def test_the_view_reads_the_prose_and_nothing_else(page: tuple[list[str], str]) -> None:
    paragraphs, source = page
    assert shown(source) == paragraphs


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("The **cen**tral _nervous_ ***system***", "The central nervous system"),
        ("2 * 3 * 4, snake_case_name and a ** b", "2 * 3 * 4, snake_case_name and a ** b"),
        ("R\\&D \\*not\\* &amp; &nbsp;so &#128512; &bogus;", "R&D *not* & \u00a0so 😀 &bogus;"),
        ("See [the *map*](http://a/b_(c) 'Kiev') now", "See the map now"),
        ("See [the map][m] and [m]\n\n[m]: http://kiev 'Kiev'", "See the map and m"),
        ("“They [the rebels] left,” he said [sic].", "“They [the rebels] left,” he said [sic]."),
        ("Run `make kiev` or ``a ` b`` now, ` alone", "Run \ufffc or \ufffc now, ` alone"),
        ("See <http://a.org/b> and <b>bold</b><br>so", "See http://a.org/b and bold\nso"),
        ("It was so[^1], and ~~not~~ so.", "It was so, and not so."),
        ("One\\\ntwo  \nthree", "One\ntwo\nthree"),
        ("> One\n> two\nthree", "One\ntwo\nthree"),
        ("- One\n  two", "One\ntwo"),
        ("## One two ##", "One two"),
        ("![the map](a.png)", "the map"),
        ("[![the map](a.png)](http://b)", "the map"),
    ],
)
def test_markup(text: str, read_as: str) -> None:
    assert shown(text) == [read_as]


def test_roles() -> None:
    text = "# A\n\nB\n\nC\n---\n\n![D](d.png)\n\n<nav>E</nav>\n"
    assert shown(text, "headline") == ["A", "C"]
    assert shown(text, "body") == ["B"]
    assert shown(text, "caption") == ["D"]
    assert shown(text, "chrome") == ["E"]


def test_tables() -> None:
    text = "| a | a | |\n|:--|---|--|\n| b \\| c | `x` d | a |\n\n> |e|f|\n> |-|-|\n> |f|e|\n"
    assert shown(text) == ["a", "a", "b | c", "\ufffc d", "a", "e", "f", "f", "e"]


def test_footnotes() -> None:
    text = "One[^1] two[^n].\n\n[^1]: The first.\n[^n]: The *second*\n    goes on.\n\n[^3]: Third\n"
    assert shown(text) == ["One two.", "The first.", "The second\ngoes on.", "Third"]


@pytest.mark.parametrize(
    "hidden",
    ["```\nkiev\n```", "~~~ sh\nkiev", "    kiev", "[kiev]: http://kiev 'Kiev'", "***", "<script>\nkiev\n</script>"],
)
def test_what_nobody_reads(hidden: str) -> None:
    assert shown(f"One two\n\n{hidden}\n") == ["One two"]


@pytest.mark.parametrize(
    ("matter", "found"),
    [
        ("title: A day in Kiev", ["A day in Kiev"]),
        ('title: "A \\"day\\" in \\u041a \\t x" # no', ['A "day" in К \t x']),
        ("title: 'It''s a day'", ["It's a day"]),
        ("title: A day # no", ["A day"]),
        ("title: A day\n  that goes on\ndate: x", ["A day\nthat goes on"]),
        ("description: >-\n  A day\n  in Kiev\n\n  and on\nlayout: post", ["A day\nin Kiev\nand on"]),
        ("summary: |\n  A day\nlayout: x", ["A day"]),
        ("date: 2026-11-20\nlayout: post\ntags: [a, b]", []),
        ("title: [a, b]\ndescription: {a: b}", []),
        ("seo:\n  title: A day\nimage:\n  - alt: Smoke\n    src: x", ["A day", "Smoke"]),
        ("title:\ndescription: ''", []),
        ('title: "never closed', []),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_front_matter(matter: str, found: list[str], newline: str) -> None:
    text = f"---\n{matter}\n---\nBody\n".replace("\n", newline)
    assert [words.replace("\r\n", "\n") for words in shown(text)] == [*found, "Body"]


def test_front_matter_in_toml() -> None:
    assert shown('+++\ntitle = "A day"\ndate = 2026-11-20\n+++\n\nBody\n') == ["A day", "Body"]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert shown("---\n\ntitle: A day\n\nand on\n") == ["title: A day", "and on"]


def test_the_fields_that_were_asked_for() -> None:
    assert shown("---\ntitle: A\nnote: B\n---\nC\n", fields=("note",)) == ["B", "C"]


def test_remarks() -> None:
    text = "One <!-- lintnews off --> two.\n\n<!-- lintnews on -->\n\n[//]: # (lintnews a b)\n[//]: # (other)\n"
    remarks = read(text.encode(), "a.md").remarks
    assert [remark.text for remark in remarks] == ["lintnews off", "lintnews on", "lintnews a b"]
    assert all(text[r.start : r.end].startswith(("<!--", "[//]")) for r in remarks)


def test_too_deep_is_still_read() -> None:
    assert "One two" in " ".join(shown("> " * 500 + "One two"))
    assert "One two" in " ".join(shown("- " * 500 + "One two"))
