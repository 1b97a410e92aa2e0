"""``/v2`` as clients of LanguageTool use it, among them a real one."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.model import Mask
from lintnews.server import annotated
from lintnews.server.messages import RequestError
from lintnews.view import FILLER, View

BAD = "Partisans hid in the occupied town, the central nervous system said."
WRONG = "central nervous system"


def check(client, **fields: str):
    return client.post("/v2/check", data={"language": "en-US", **fields})


def units(text: str, start: int, length: int) -> str:
    raw = text.encode("utf-16-le")
    return raw[2 * start : 2 * (start + length)].decode("utf-16-le")


@pytest.mark.parametrize(
    "text", [BAD, f"\U0001f600\U0001f600 {BAD}", f"Before it.\r\n\r\n{BAD}", f"{BAD} {BAD} {BAD}", f"{BAD} \U0001f1fa\U0001f1e6"]
)
def test_offsets_are_utf_16_units(client, text):
    matches = check(client, text=text).json()["matches"]
    assert matches
    for match in matches:
        assert units(text, match["offset"], match["length"]) == WRONG
        context = match["context"]
        assert units(context["text"], context["offset"], context["length"]) == WRONG
        assert WRONG in match["sentence"]
        assert len(match["sentence"]) <= len(BAD) + 3  # the emoji before it


def test_a_match_says_what_clients_show(client):
    (match,) = check(client, text=BAD).json()["matches"]
    assert match["replacements"] == [{"value": "National Resistance Center"}]
    assert match["rule"]["id"] == "acronym-expansion/national-resistance-center"
    assert match["rule"]["issueType"] == "mistranslation"
    assert match["rule"]["category"]["id"] == "ACRONYM_EXPANSION"
    assert WRONG in match["message"]
    assert match["shortMessage"]


def test_markup_is_not_read_and_counts(client):
    data = {"annotation": [
        {"markup": "<p>", "interpretAs": "\n\n"}, {"text": "Partisans hid in the occupied town, the central "},
        {"markup": "<b>\U0001f600"}, {"text": "nervous"}, {"markup": "</b>"}, {"text": " system said."},
        {"markup": "</p>", "interpretAs": "\n\n"}, {"markup": "&amp;", "interpretAs": "&"}, {"text": " so on."},
    ]}  # fmt: skip
    whole = "".join(part.get("text", part.get("markup", "")) for part in data["annotation"])
    (match,) = check(client, data=json.dumps(data)).json()["matches"]
    assert units(whole, match["offset"], match["length"]) == "central <b>\U0001f600nervous</b> system"
    assert check(client, data=json.dumps({"text": BAD})).json()["matches"][0]["offset"] == BAD.index(WRONG)


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, 1),
        ({"disabledRules": "x, acronym-expansion/national-resistance-center"}, 0),
        ({"disabledCategories": "ACRONYM_EXPANSION"}, 0),
        ({"enabledOnly": "true", "enabledRules": "calque/x"}, 0),
        ({"enabledOnly": "true", "enabledCategories": "ACRONYM_EXPANSION"}, 1),
        ({"language": "auto"}, 1),
        ({"language": "en"}, 1),
        ({"language": "de-DE"}, 0),
        ({"mode": "allButTextLevelOnly"}, 1),
        ({"mode": "textLevelOnly"}, 0),
        ({"level": "picky", "motherTongue": "uk", "preferredVariants": "en-GB", "unknown": "field"}, 1),
    ],
)
def test_fields_choose_what_is_shown(client, fields, found):
    assert len(check(client, text=BAD, **fields).json()["matches"]) == found


def test_infos_are_for_the_picky(client):
    text = "The minister spoke of the qwertzuiop again, said the qwertzuiop."
    assert not check(client, text=text).json()["matches"]
    assert [match["type"]["typeName"] for match in check(client, text=text, level="picky").json()["matches"]] == ["UnknownWord"]


@pytest.mark.parametrize(
    ("fields", "advice"),
    [
        ({}, "either 'text' or 'data'"),
        ({"text": "", "data": "{}"}, "either 'text' or 'data'"),
        ({"text": "", "language": ""}, "'language' is missing"),
        ({"text": "", "language": "<b>"}, "not a language code"),
        ({"text": "", "level": "high"}, "'level'"),
        ({"text": "", "enabledOnly": "true"}, "'enabledOnly' needs"),
        ({"data": "{"}, "not JSON"),
        ({"data": "[" * 100_000}, "not JSON"),
        ({"data": "[]"}, '"annotation"'),
        ({"data": '{"annotation": [{"text": "a", "markup": "b"}]}'}, '"annotation"'),
        ({"data": '{"annotation": [{"text": 1}]}'}, '"annotation"'),
        ({"data": '{"annotation": 1}'}, '"annotation"'),
    ],
)
def test_what_is_wrong_is_said_in_plain_text(client, fields, advice):
    response = check(client, **fields)
    assert response.status_code == 400
    assert response.headers["content-type"].startswith("text/plain")
    assert response.text.startswith("Error: ")
    assert advice in response.text


def test_other_media_and_large_texts(client):
    assert client.post("/v2/check", json={"text": BAD, "language": "en-US"}).status_code == 415
    longest = int(client.get("/v2/maxtextlength").text)
    assert check(client, text="a" * (longest + 1)).status_code == 413


def test_what_clients_ask_beside(client):
    assert {"name": "English (US)", "code": "en", "longCode": "en-US"} in client.get("/v2/languages").json()
    assert client.get("/v2/healthcheck").text == "OK"
    assert client.get("/v2/info").json()["software"]["name"] == "lintnews"
    assert client.get("/v2/check", params={"language": "en-US", "text": BAD}).json()["matches"]
    assert client.get("/v2/words").status_code == 404


@pytest.mark.parametrize("rest", ["", "&username=a&apiKey=b%20c", "&level=picky"])
def test_a_form_that_was_not_encoded(client, rest):
    text = f"A & b+c, 100%25 = &language=de ? {BAD}"
    body = f"text={text}&language=en-US{rest}".encode()
    matches = client.post("/v2/check", content=body, headers={"content-type": "application/x-www-form-urlencoded"}).json()[
        "matches"
    ]
    assert units(text, matches[-1]["offset"], matches[-1]["length"]) == WRONG


def test_a_real_client(address):
    tool = pytest.importorskip("language_tool_python")
    with tool.LanguageTool("en-GB", remote_server=address) as remote:
        text = f"\U0001f600 {BAD}"
        (match,) = remote.check(text)
        assert text[match.offset : match.offset + match.error_length] == WRONG
        assert remote.correct(text) == text.replace(WRONG, "National Resistance Center")
        remote.disabled_rules = {match.rule_id}
        assert remote.check(text) == []
        remote.picky = True
        assert remote.check("A clean sentence.") == []


PART = st.one_of(
    st.fixed_dictionaries({"text": st.text(alphabet="ab .\n\U0001f600", max_size=12)}),
    st.fixed_dictionaries(
        {"markup": st.text(alphabet="<p>&;\n", max_size=6)}, optional={"interpretAs": st.text(alphabet="x\n ", max_size=8)}
    ),
)


@given(st.lists(PART, max_size=12))
def test_annotated_text_keeps_every_offset(parts):
    document = annotated.parse(json.dumps({"annotation": parts}))
    assert document.text == "".join(part.get("text", part.get("markup", "")) for part in parts)
    place = 0
    for segment in document.segments:
        assert place <= segment.start < segment.end <= len(document.text)
        place = segment.end
    for mask in document.masks:
        assert any(segment.start <= mask.start < mask.end <= segment.end for segment in document.segments)
        assert len(mask.text) <= mask.end - mask.start
    read = "".join(part.get("text", part.get("interpretAs", "")[: len(part.get("markup", ""))]) for part in parts)
    plain = View(document).plain
    seen = "".join(plain[segment.start : segment.end] for segment in document.segments)
    assert "".join(seen.replace(FILLER, "").split()) == "".join(read.split())


def test_a_paragraph_that_only_markup_makes():
    whole = annotated.document("<p>One<br>two<p>three", (Mask(0, 3, "\n\n"), Mask(6, 10, "\n"), Mask(13, 16, "\n\n")))
    assert [whole.text[segment.start : segment.end] for segment in whole.segments] == ["One", "two", "three"]


def test_data_that_is_none():
    with pytest.raises(RequestError):
        annotated.parse("null")
