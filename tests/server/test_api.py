"""``/api/v1``: the JSON of the command line, its description, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

ROOT = Path(__file__).parents[2]
DRAFT = "Partisans hid in the occupied town, the central nervous system said."


def test_a_text_gives_the_json_of_the_command_line(client, lintnews, few_rules, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    expected = json.loads(lintnews("check", "--isolated", "--format", "json", "draft.txt").stdout)
    got = client.post("/api/v1/check", json={"text": DRAFT}).json()
    for finding in got["findings"]:
        del finding["edits"]
    assert got == expected
    jsonschema.validate(got, json.loads((ROOT / "docs" / "schema" / "findings-v1.json").read_text(encoding="utf-8")))


def test_every_suggestion_has_its_edit(client):
    (finding,) = client.post("/api/v1/check", json={"text": DRAFT}).json()["findings"]
    edit = finding["edits"][0]
    corrected = DRAFT[: edit["start"]] + edit["text"] + DRAFT[edit["end"] :]
    assert len(finding["edits"]) == len(finding["suggestions"])
    assert corrected == "Partisans hid in the occupied town, the National Resistance Center said."
    assert not client.post("/api/v1/check", json={"text": corrected}).json()["findings"]


def test_a_file_is_read_by_its_suffix(client):
    got = client.post("/api/v1/check?filename=a.txt&include=document", content=DRAFT.encode("utf-16"), headers=OCTETS).json()
    assert got["document"] == {"path": "a.txt", "format": "plain", "text": DRAFT}
    assert got["findings"][0]["path"] == "a.txt"


OCTETS = {"content-type": "application/octet-stream"}


@pytest.mark.parametrize(
    "text", ["", "\ufeff" + DRAFT, "\ud83d\ude00 " + DRAFT, "\ud800" + DRAFT, "\0" + DRAFT, DRAFT + "\r\n" * 9]
)
@pytest.mark.parametrize("path", ["draft.txt", "draft.md", "draft.html"])
def test_offsets_are_those_of_the_text_that_was_sent(client, text, path):
    got = client.post("/api/v1/check", content=json.dumps({"text": text, "path": path}), headers=AS_JSON)
    if "\0" in text and got.status_code == 422:
        return  # not text, for a file
    assert got.status_code == 200
    sent = json.loads(json.dumps(text))
    found = {finding["text"]: sent[finding["start"] : finding["end"]] for finding in got.json()["findings"]}
    assert found.pop("\ufffd", "\ud800") == "\ud800"  # half a character is shown as what it is
    assert all(text == slice_ for text, slice_ in found.items())
    assert ("central nervous system" in found) is (DRAFT in text)


AS_JSON = {"content-type": "application/json"}


def test_options_choose_rules(client):
    def rules(**options: object) -> list[str]:
        return [
            finding["rule"]
            for finding in client.post("/api/v1/check", json={"text": DRAFT, "options": options}).json()["findings"]
        ]

    assert rules() == ["acronym-expansion/national-resistance-center"]
    assert rules(ignore=["acronym-expansion"]) == []
    assert rules(select=["calque"]) == []
    assert rules(select=["national-resistance-center"], min_confidence="possible") == rules()


@pytest.mark.parametrize(
    ("body", "advice"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "not a JSON object"),
        ("{}", '"text" is missing'),
        ('{"text": 1}', '"text" is missing'),
        ('{"text": "", "txet": ""}', "unknown key 'txet'"),
        ('{"text": "", "path": "a\\nb"}', "file name"),
        ('{"text": "", "path": ""}', "file name"),
        ('{"text": "", "options": {"glossary": ["/etc/passwd"]}}', "unknown key 'glossary'"),
        ('{"text": "", "options": {"select": ["calqeu/x"]}}', "did you mean 'calque'"),
        ('{"text": "", "options": {"min_confidence": "maybe"}}', "possible, likely, certain"),
        ('{"text": "", "options": 3}', "must be an object"),
        ('{"text": "", "include": ["all"]}', '"include"'),
    ],
)
def test_what_is_wrong_is_said(client, body, advice):
    response = client.post("/api/v1/check", content=body, headers=AS_JSON)
    assert response.status_code == 400
    assert response.headers["content-type"] == "application/problem+json"
    assert advice in response.json()["detail"]


def test_a_file_that_is_no_text_is_told_from_a_fault(client):
    response = client.post("/api/v1/check?filename=a.txt", content=b"\x00\x01\x02" * 50, headers=OCTETS)
    assert response.status_code == 422
    assert "a.txt" in response.json()["detail"] or "binary" in response.json()["detail"]


def test_limits(client):
    info = client.get("/api/v1/info").json()
    assert ".txt" in info["suffixes"]
    too_long = client.post("/api/v1/check", json={"text": "a " * info["longest"]})
    assert (too_long.status_code, "limit" in too_long.json()["detail"]) == (413, True)
    too_large = client.post("/api/v1/check", content=b"a" * (info["largest"] + 1), headers=OCTETS)
    assert (too_large.status_code, too_large.headers["content-type"]) == (413, "application/problem+json")


def test_a_body_that_hides_its_size_is_stopped(client):
    largest = client.get("/api/v1/info").json()["largest"]

    def endless():
        for _ in range(largest // 65536 + 2):
            yield b"a" * 65536

    assert client.post("/api/v1/check", content=endless(), headers=OCTETS).status_code == 413


def test_terms_are_found_in_any_language(client):
    for query in ("resistance center", "ЦНС", "спротиву", "central nervous", "NATIONAL-resistance"):
        found = client.get("/api/v1/terms", params={"q": query}).json()
        assert [term["id"] for term in found["terms"]] == ["national-resistance-center"], query
        assert found["terms"][0]["file"] == "glossary/resistance.toml"
    assert client.get("/api/v1/terms", params={"q": "nothing like it"}).json() == {"total": 0, "terms": []}
    assert client.get("/api/v1/terms?limit=0").status_code == 400
    assert client.get("/api/v1/terms", params={"q": "a" * 201}).status_code == 400


def test_a_rule_tells_what_it_knows(client):
    (rule,) = client.get("/api/v1/rules/acronym-expansion/national-resistance-center").json()["rules"]
    assert rule["suggestions"] == ["National Resistance Center"]
    assert rule["near"] == ["@front"]
    assert [example["flag"] for example in rule["examples"]] == [True, False]
    assert client.get("/api/v1/rules/no/such").status_code == 404


def test_other_addresses_and_methods(client):
    assert client.get("/api/v1/nothing").status_code == 404
    assert client.get("/page/../../pyproject.toml").status_code == 404
    assert client.get("/page/%2e%2e%2fapp.py").status_code == 404
    wrong = client.delete("/api/v1/check")
    assert (wrong.status_code, wrong.headers["allow"]) == (405, "POST")


def test_the_description_says_of_a_finding_what_the_schema_says(client):
    described = client.get("/api/v1/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    schema = json.loads((ROOT / "docs" / "schema" / "findings-v1.json").read_text(encoding="utf-8"))
    mine = json.loads(json.dumps(described["components"]["schemas"]).replace("#/components/schemas/", "#/$defs/"))
    del mine["finding"]["properties"]["edits"]
    mine["finding"]["required"].remove("edits")
    assert {name: mine[name] for name in schema["$defs"]} == schema["$defs"]
