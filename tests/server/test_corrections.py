"""Texts written back into their files."""

from __future__ import annotations

import base64
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.fix.text import replaced
from lintnews.server.corrections import changes

WORDS = st.text(alphabet="ab \n\r.,\u0456\U0001f600", max_size=40)


@settings(max_examples=300)
@given(WORDS, WORDS)
def test_the_changes_lead_from_one_text_to_the_other(old, new):
    edits = list(changes(old, new))
    got = replaced(old, edits)
    assert got.replace("\r\n", "\n").replace("\r", "\n") == new.replace("\r\n", "\n").replace("\r", "\n")
    for before, after in pairwise(edits):
        assert before.end <= after.start


def test_what_has_not_changed_is_left_alone():
    assert list(changes("One.\r\nTwo three.\r\nFour.", "One.\nTwo 3.\nFour.")) == [(10, 15, "3", "review")]


@pytest.mark.parametrize(("old", "new"), [("\r", "\n\n"), ("a\rb\nc", "a\n\nc"), ("\r\n\n", "\n\n\n"), ("\n\r", "\n\nx\n")])
def test_line_breaks_stay_apart(old, new):
    assert len(replaced(old, list(changes(old, new))).splitlines()) == len(new.splitlines())


def test_a_file_keeps_encoding_and_line_breaks(client):
    def corrected(data: bytes, text: str, name: str):
        body = {"data": base64.b64encode(data).decode(), "text": text}
        return client.post("/api/v1/correct", params={"filename": name}, json=body)

    assert corrected(b"He said \x93no\x94.\r\nEnd.", "He said “yes”.\nEnd.", "a.txt").content == b"He said \x93yes\x94.\r\nEnd."
    assert corrected(b"\xef\xbb\xbfKiev", "Kyiv", "a.md").content == b"\xef\xbb\xbfKyiv"
    refused = corrected(b"caf\xa9 \x93", "Ки\u0457в", "a.txt")
    assert refused.status_code == 422
    assert "UTF-8" in refused.json()["detail"]
    assert corrected(b"\0\1", "a", "a.docx").status_code == 422


@pytest.mark.parametrize(
    "body", ["{", "[]", "{}", '{"data": "?", "text": ""}', '{"data": "", "text": 1}', '{"data": 1, "text": ""}']
)
def test_what_is_wrong_is_said(client, body):
    response = client.post("/api/v1/correct", content=body, headers={"content-type": "application/json"})
    assert response.status_code == 400
