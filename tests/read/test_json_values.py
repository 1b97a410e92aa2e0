from __future__ import annotations

import json

import pytest
from documents import assert_sound, prose
from hypothesis import given
from hypothesis import strategies as st

from lintnews.errors import InputError
from lintnews.model import ReadOptions
from lintnews.read.json_values import read

WORDS = st.lists(st.text(min_size=1, max_size=5).filter(lambda word: word.isalnum()), min_size=1, max_size=8).map(" ".join)

PIECES = ["Kiev", " ", '"', "\\", "\n", "\t", "/", "é", "ж", "🏠", "<p>", "</p>", "<b>", "</b>", "&amp;", "&nbsp;"]


def shown(text: str, *fields: str, attributes: tuple[str, ...] = ()) -> list[str]:
    document = read(text.encode(), "a.json", ReadOptions(fields, attributes))
    assert_sound(document, text.encode())
    return prose(document)


@given(st.lists(WORDS), st.booleans(), st.sampled_from([None, 2]), st.booleans())
def test_the_view_reads_the_prose_and_nothing_else(texts: list[str], ascii_only: bool, indent: int | None, lines: bool) -> None:
    records = [{"id": "no", "body": text, "tags": ["none of this is to be read"]} for text in texts]
    if lines:
        source = "\n".join(json.dumps(record, ensure_ascii=ascii_only) for record in records)
    else:
        source = json.dumps({"articles": records}, ensure_ascii=ascii_only, indent=indent)
    assert shown(source) == texts


@given(st.lists(st.sampled_from(PIECES)))
def test_every_character_of_a_finding_stands_where_it_is_said_to(parts: list[str]) -> None:
    text = "".join(parts) + "Kharkov"
    for ascii_only in (True, False):
        source = json.dumps({"body": text}, ensure_ascii=ascii_only)
        document = read(source.encode(), "a.json")
        assert_sound(document, source.encode())
        found = source.index("Kharkov")
        assert any(segment.start <= found < segment.end for segment in document.segments)


def test_escapes_read_as_characters() -> None:
    text = r'{"body": "A \"b\" \\ \/ \u0416\n\u00e9 \ud83c\udfe0 \ud800 x \udfe0\ud83c \t."}'
    assert shown(text) == ['A "b" \\ / Ж', "é 🏠 \ufffd x \ufffd\ufffd \t."]


def test_fields() -> None:
    text = '{"title": "A", "x": {"title": "B", "note": "C"}, "blocks": [{"text": "D"}, {"text": "E"}], "body": ["F", ["G"]]}'
    assert shown(text) == ["A", "B", "D", "E", "F", "G"]
    assert shown(text, "note") == ["C"]
    assert shown(text, "x.title", "blocks.*.text") == ["B", "D", "E"]
    assert shown(text, "blocks.1.text", "*.note") == ["C", "E"]
    with pytest.raises(InputError, match=r"has no field lead; its fields are title, x.title, x.note, blocks.\*.text"):
        shown(text, "lead")


def test_roles_and_locators() -> None:
    text = '{"headline": "A", "image": [{"caption": "B"}], "content": "<h2>C</h2><p>D</p>"}'
    document = read(text.encode(), "a.json")
    assert [segment.role for segment in document.segments] == ["headline", "caption", "headline", "body"]
    assert [segment.locator for segment in document.segments] == ["headline", "image.0.caption", "content", "content"]


def test_without_a_usual_name_every_string_of_some_words_is_read() -> None:
    assert shown('{"a": "one two three four", "b": "one two", "c": "http://a/b"}') == ["one two three four"]


def test_html_and_paragraphs_in_a_string() -> None:
    text = json.dumps({"body": 'One.\n\nTwo <b class="x">th</b>ree &amp; <img alt="R&amp;D">four.\n\n<script>no</script><p>Five'})
    assert shown(text) == ["One.", "Two three & four.", "Five"]
    assert shown(text, attributes=("alt",)) == ["One.", "Two three &", "R&D", "four.", "Five"]
    assert shown('{"body": "One.\\n\\nTwo < three > two."}') == ["One.", "Two < three > two."]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"a": "b"', "the JSON breaks off in line 1: expected a comma or a closing bracket; is the file complete?"),
        ('{"a": "b', "not JSON at line 1, column 7: expected a value"),
        ('{"a"\n "b"}', "not JSON at line 2, column 4: expected a colon"),
        ('{"a": 1,\n "b": x}', "not JSON at line 2, column 7: expected a value"),
        ('["a" "b"]', "expected a comma"),
        ("[1}", "not JSON at line 1, column 3"),
        ("]", "not JSON at line 1, column 1"),
        ("just words", "not JSON at line 1, column 1"),
        ('{"a": {"b": 1}}}', "not JSON at line 1, column 16"),
    ],
)  # fmt: skip
def test_what_is_no_json_is_refused_with_its_place(text: str, message: str) -> None:
    with pytest.raises(InputError) as refused:
        read(text.encode(), "a.json")
    assert message in str(refused.value)


@pytest.mark.parametrize("text", ["", " \n", "{}", "[]", "1", "null", '"x"', '{"a": []}\n{"a": {}}\n', "[1,]", "[1e5, -0.5]"])
def test_nothing_to_read(text: str) -> None:
    assert shown(text) == []
