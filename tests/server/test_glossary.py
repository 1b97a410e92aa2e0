"""Who may change the desk's glossary, and what a change keeps."""

from __future__ import annotations

import json

import httpx
import pytest

START = """\
# Ours.
[[term]]
id = "plain"
en = ["Plain"]  # keep me

[[term]]
id = "rich"
en = ["Rich"]
pl = ["Bogaty"]
"""
TERM = {
    "en": ["Right"],
    "uk": ["\u041f\u0440\u0430\u0432\u043e"],
    "rejects": ["Zondo"],
    "kind": "calque",
    "flag": "Zondo came.",
    "pass": "Right came.",
}


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "desk.toml"
    made.write_bytes(START.replace("\n", "\r\n").encode())
    made.chmod(0o640)
    return made


@pytest.fixture
def desk(serve, path):
    with (
        serve("--edit-glossary", str(path), "--allow-origin", "https://cms.example") as address,
        httpx.Client(base_url=f"{address}/api/v1", trust_env=False, timeout=60) as client,
    ):
        yield client


def test_a_term_comes_and_goes_and_the_rest_stays(desk, path):
    assert desk.put("/glossary/new", json=TERM).json() == {"id": "new"}
    assert path.read_bytes().decode().replace("\r\n", "\n").startswith(START)
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")
    assert path.stat().st_mode & 0o777 == 0o640
    assert desk.post("/check", json={"text": "Zondo came."}).json()["findings"][0]["suggestions"] == ["Right"]
    (term,) = desk.get("/terms?q=zondo").json()["terms"]
    assert term["own"] == {**TERM, "ru": [], "near": [], "unless": [], "note": "", "source": ""}
    assert desk.put("/glossary/plain", json={"en": ["Plain", "Plainer"]}).status_code == 200
    assert "# Ours." in path.read_text(encoding="utf-8")
    assert desk.delete("/glossary/new").status_code == 200
    assert "Zondo" not in path.read_text(encoding="utf-8")
    assert desk.delete("/glossary/new").status_code == 404
    assert not list(path.parent.glob("*.new"))


@pytest.mark.parametrize(
    ("name", "change", "status", "advice"),
    [
        ("new", {"flag": "", "pass": ""}, 422, "example"),
        ("new", {"flag": "Nothing here."}, 422, "must be flagged"),
        ("new", {"pass": "Zondo came."}, 422, "must pass"),
        ("new", {"uk": ["Latin"]}, 422, "uk"),
        ("New Term", {}, 422, "id"),
        ("new", {"kind": "nonsense"}, 400, "kind"),
        ("new", {"en": [" "]}, 400, "right form"),
        ("new", {"en": "Right"}, 400, "list"),
        ("new", {"extra": 1}, 400, "JSON object"),
        ("new", {"note": "\ud800"}, 400, "text"),
        ("new", {"note": "a" * 3000}, 400, "2,000"),
        ("rich", {}, 409, "edit it in the file"),
    ],
)
def test_what_would_not_do_is_said_and_not_written(desk, path, name, change, status, advice):
    before = path.read_bytes()
    body = json.dumps({**TERM, **change})
    response = desk.put(f"/glossary/{name}", content=body, headers={"content-type": "application/json"})
    assert (response.status_code, path.read_bytes()) == (status, before)
    assert advice in response.json()["detail"]
    assert str(path.parent) not in response.json()["detail"]


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://cms.example"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "chrome-extension://abc"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_nobody_else_s_page_may(desk, path, headers):
    before = path.read_bytes()
    assert desk.put("/glossary/new", json=TERM, headers=headers).status_code == 403
    assert desk.delete("/glossary/plain", headers=headers).status_code == 403
    assert path.read_bytes() == before


def test_a_form_cannot(desk):
    assert desk.put("/glossary/new", content="{}", headers={"content-type": "text/plain"}).status_code == 415
    assert desk.post("/glossary/new", json=TERM).status_code == 405


def test_a_glossary_that_may_not_be_written_stays(desk, path):
    path.chmod(0o440)
    before = path.read_bytes()
    refusal = desk.put("/glossary/new", json=TERM)
    assert refusal.status_code == 409
    assert refusal.json()["detail"] == "the glossary was not changed: it is read-only and stays as it was: make it writable first"
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == ["desk.toml"]


def test_without_leave_it_is_closed(client):
    response = client.put("/api/v1/glossary/new", json=TERM)
    assert (response.status_code, "--edit-glossary" in response.json()["detail"]) == (403, True)
    assert client.get("/api/v1/info").json()["glossary"] is False
