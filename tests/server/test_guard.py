"""Who may come in, and what every response carries."""

from __future__ import annotations

import base64

import httpx
import pytest

from lintnews.errors import UsageError
from lintnews.server.options import Options, checked

TOKEN = "correct-horse-battery"
FORM = {"language": "en-US", "text": "A clean sentence."}


@pytest.fixture(scope="module")
def locked(serve):
    with serve("--host", "0.0.0.0", "--allow-host", "desk.example", LINTNEWS_TOKEN=TOKEN) as address:
        yield address.replace("0.0.0.0", "127.0.0.1")


@pytest.fixture(scope="module")
def shared(serve):
    with serve("--allow-origin", "https://cms.example") as address:
        yield address


@pytest.mark.parametrize("path", ["/", "/page/app.js", "/api/v1/info", "/v2/languages", "/nothing", "/login"])
def test_every_response_is_safe_to_show(client, path):
    headers = client.get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == policy["frame-ancestors"] == "'none'"
    assert not any("http" in value or "unsafe" in value or "*" in value for value in policy.values())
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == ("same-origin" if path == "/login" else "no-referrer")
    assert "access-control-allow-origin" not in headers
    assert "server" not in headers


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8081", "localhost.evil.example", "10.0.0.1", "", "[2001:db8::1]", "127.0.0.1.nip.io"]
)
def test_a_name_that_was_rebound_is_refused(client, host):
    assert client.get("/api/v1/info", headers={"host": host}).status_code == 421
    assert client.post("/v2/check", headers={"host": host}, data=FORM).status_code == 421


@pytest.mark.parametrize("host", ["localhost", "localhost:1", "127.0.0.1", "127.0.0.2:80", "[::1]:8081"])
def test_names_of_this_machine_are_ours(client, host):
    assert client.get("/api/v1/info", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("origin", ["https://evil.example", "http://localhost:1", "null"])
@pytest.mark.parametrize("path", ["/api/v1/check", "/v2/check"])
def test_pages_of_other_sites_are_refused(client, origin, path):
    assert client.post(path, headers={"origin": origin}, data=FORM).status_code == 403
    assert client.options(path, headers={"origin": origin}).status_code == 403


def test_a_form_of_another_site_is_refused(client):
    assert client.post("/v2/check", headers={"sec-fetch-site": "cross-site"}, data=FORM).status_code == 403


@pytest.mark.parametrize("origin", ["chrome-extension://abcdef", "moz-extension://abcdef", "app://obsidian.md"])
def test_browser_add_ons_and_programs_may_come(client, origin):
    response = client.post("/v2/check", headers={"origin": origin, "sec-fetch-site": "cross-site"}, data=FORM)
    assert response.status_code == 200
    assert "access-control-allow-origin" not in response.headers


def test_the_own_page_may(client, address):
    assert client.post("/api/v1/check", headers={"origin": address}, json={"text": ""}).status_code == 200


def test_an_origin_that_is_allowed(shared):
    mine = {"origin": "https://cms.example"}
    asked = httpx.options(f"{shared}/api/v1/check", headers=mine, trust_env=False)
    assert (asked.status_code, asked.headers["access-control-allow-origin"]) == (204, "https://cms.example")
    response = httpx.post(f"{shared}/api/v1/check", headers=mine, json={"text": ""}, trust_env=False)
    assert response.headers["access-control-allow-origin"] == "https://cms.example"
    assert "Origin" in response.headers["vary"]
    other = httpx.post(
        f"{shared}/api/v1/check", headers={"origin": "https://cms.example.evil"}, json={"text": ""}, trust_env=False
    )
    assert (other.status_code, other.headers.get("access-control-allow-origin")) == (403, None)


@pytest.mark.parametrize("path", ["/api/v1/info", "/api/v1/terms", "/v2/languages", "/api/v1/openapi.json"])
def test_without_the_token_nothing_is_told(locked, path):
    assert httpx.get(locked + path, trust_env=False).status_code == 401
    for value in (f"Bearer {TOKEN}x", "Bearer", f"Basic {TOKEN}", "Basic \u00e9".encode("latin-1"), f"bearer  {TOKEN[:-1]}"):
        assert httpx.get(locked + path, headers={"authorization": value}, trust_env=False).status_code == 401
    assert httpx.get(locked + path, cookies={"lintnews": TOKEN}, trust_env=False).status_code == 401
    assert httpx.get(locked + path, headers={"authorization": f"Bearer {TOKEN}"}, trust_env=False).status_code == 200
    basic = base64.b64encode(f"desk:{TOKEN}".encode()).decode()
    assert httpx.get(locked + path, headers={"authorization": f"Basic {basic}"}, trust_env=False).status_code == 200


def test_clients_of_languagetool_send_the_token_as_a_field(locked):
    assert httpx.post(f"{locked}/v2/check", data=FORM, trust_env=False).status_code == 401
    assert httpx.post(f"{locked}/v2/check", data={**FORM, "apiKey": "wrong"}, trust_env=False).status_code == 401
    assert httpx.post(f"{locked}/v2/check", data={**FORM, "username": "a", "apiKey": TOKEN}, trust_env=False).status_code == 200


def test_a_browser_logs_in(locked):
    with httpx.Client(base_url=locked, trust_env=False) as browser:
        assert browser.get("/").headers["location"] == "/login"
        assert browser.get("/login").status_code == 200
        assert browser.post("/login", data={"token": "wrong"}).headers["location"] == "/login?wrong"
        response = browser.post("/login", data={"token": TOKEN})
        assert (response.status_code, response.headers["location"]) == (303, "/")
        cookie = response.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=strict" in cookie
        assert TOKEN not in cookie
        assert browser.get("/").status_code == browser.get("/api/v1/info").status_code == 200


def test_a_name_given_on_the_command_line_is_ours(locked):
    headers = {"authorization": f"Bearer {TOKEN}"}
    for host, status in (("desk.example", 200), ("192.0.2.7:8081", 200), ("evil.example", 421)):
        assert httpx.get(f"{locked}/api/v1/info", headers={**headers, "host": host}, trust_env=False).status_code == status


@pytest.mark.parametrize(
    ("options", "advice"),
    [
        (Options(host="0.0.0.0"), "--token"),
        (Options(host="::"), "LINTNEWS_TOKEN"),
        (Options(host="desk.example"), "--token"),
        (Options(token="short"), "16 characters"),
        (Options(token="п" * 20), "ASCII"),
        (Options(origins=("cms.example",)), "https://"),
    ],
)
def test_a_server_that_would_be_open_does_not_start(options, advice):
    with pytest.raises(UsageError, match=advice):
        checked(options)
    assert checked(Options()) == Options()
