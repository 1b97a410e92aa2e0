"""A draft leaves no trace: not on the disk, not in what the server prints."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import httpx

SECRET = "Zvyozdochkin"


def test_a_draft_is_neither_written_nor_logged(few_rules, tmp_path):
    folder, temporary = tmp_path / "desk", tmp_path / "tmp"
    folder.mkdir()
    temporary.mkdir()
    environment = {**os.environ, "LINTNEWS_RULES": str(few_rules), "TMPDIR": str(temporary)}
    command = [sys.executable, "-m", "lintnews", "serve", "--port", "0", "--isolated", "--processes", "1"]
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        line = server.stdout.readline()
        address = re.search("http://[^ ]+[0-9]/", line)
        assert address, server.stderr.read()
        url = address.group().rstrip("/")
        try:
            with httpx.Client(base_url=url, trust_env=False, timeout=60) as client:
                large = f"{SECRET} said so. ".encode() * 40_000
                for name in ("a.txt", "a.docx", f"{SECRET}.html"):
                    client.post(
                        f"/api/v1/check?filename={name}", content=large, headers={"content-type": "application/octet-stream"}
                    )
                client.post("/api/v1/check", json={"text": f"{SECRET} \0", "options": {"select": [SECRET]}})
                client.post("/v2/check", data={"text": SECRET, "language": "en-US"})
                client.get("/v2/check", params={"text": SECRET, "language": "en-US"})
                client.post("/v2/check", files={"text": (SECRET, large)})
                client.get(f"/{SECRET}")
                assert list(temporary.rglob("*")) == list(folder.rglob("*")) == []
        finally:
            server.terminate()
            stdout, stderr = server.communicate(timeout=20)
    assert SECRET not in line + stdout + stderr
    assert list(temporary.rglob("*")) == list(folder.rglob("*")) == []
