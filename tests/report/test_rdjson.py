"""What reviewdog's Diagnostic Format asks for, and columns in bytes."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
from hypothesis import given
from hypothesis import strategies as st

from lintnews import report
from lintnews.cli.reporting import offers
from lintnews.model import Document, Finding, Result, Segment
from lintnews.report import Context

POSITION = {
    "type": "object",
    "required": ["line", "column"],
    "additionalProperties": False,
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
}
RANGE = {
    "type": "object",
    "required": ["start", "end"],
    "additionalProperties": False,
    "properties": {"start": POSITION, "end": POSITION},
}
TEXT = {"type": "string"}
SCHEMA = {
    "type": "object",
    "required": ["source", "diagnostics"],
    "additionalProperties": False,
    "properties": {
        "source": {"type": "object", "required": ["name"], "properties": {"name": TEXT}, "additionalProperties": False},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location", "severity"],
                "additionalProperties": False,
                "properties": {
                    "message": TEXT,
                    "location": {
                        "type": "object",
                        "required": ["path"],
                        "additionalProperties": False,
                        "properties": {"path": TEXT, "range": RANGE},
                    },
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {
                        "type": "object",
                        "required": ["value"],
                        "additionalProperties": False,
                        "properties": {"value": TEXT},
                    },
                    "suggestions": {
                        "type": "array",
                        "minItems": 1,
                        "items": {
                            "type": "object",
                            "required": ["range", "text"],
                            "additionalProperties": False,
                            "properties": {"range": RANGE, "text": TEXT},
                        },
                    },
                },
            },
        },
    },
}


def diagnostics(results: list[Result]) -> list[Any]:
    made = json.loads("".join(report.report_for("rdjson").render(results, Context(offers=offers))))
    jsonschema.validate(made, SCHEMA)
    return list(made["diagnostics"])


def test_valid_and_complete(results: list[Result]) -> None:
    made = diagnostics(results)
    assert [item["severity"] for item in made] == ["ERROR", "WARNING", "ERROR", "WARNING", "INFO", "ERROR", "ERROR", "ERROR"]
    assert [item["location"]["path"] for item in made if "range" not in item["location"]] == [
        "missing.txt",
        "boxes.docx",
        "boxes.docx",
    ]
    assert made[0]["suggestions"][0]["text"] == "National Resistance Center"


@given(st.text(alphabet="aé漢\U0001f600\n ", max_size=40), st.text(alphabet="aé漢\U0001f600\n ", min_size=1, max_size=9))
def test_columns_count_bytes(before: str, words: str) -> None:
    text = before + words
    found = Finding(len(before), len(text), "calque/x", "calque", "info", "likely", "wrong")
    (made,) = diagnostics([Result("a", Document("a", "plain", text, (Segment(0, len(text)),)), (found,))])
    assert made["location"]["range"] == {"start": place(before), "end": place(text)}


def place(text: str) -> dict[str, int]:
    """Where the end of ``text`` is."""
    return {"line": text.count("\n") + 1, "column": len(text.rpartition("\n")[2].encode()) + 1}
