"""``lintnews serve`` on the command line: what keeps it from starting is said with status 2, and Ctrl+C ends it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("options", "advice"),
    [
        (["--host", "0.0.0.0"], "LINTNEWS_TOKEN"),
        (["--token", "short"], "16 characters"),
        (["--allow-origin", "cms.example"], "https://"),
        (["--edit-glossary", "none.toml"], "no such file"),
        (["--glossary", "none.toml"], "no such file"),
        (["--port", "70000"], "another --port"),
        (["--host", "no.such.name.invalid", "--token", "correct-horse-battery"], "cannot listen"),
    ],
)
def test_what_keeps_it_from_starting(lintnews, few_rules, tmp_path, monkeypatch, options, advice):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LINTNEWS_TOKEN", raising=False)
    run = lintnews("serve", "--isolated", *options)
    assert (run.status, run.stdout) == (2, "")
    assert advice in run.stderr


def test_a_port_that_is_taken(lintnews, few_rules):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        run = lintnews("serve", "--isolated", "--port", str(other.getsockname()[1]))
    assert run.status == 2
    assert "in use" in run.stderr


@pytest.mark.skipif(os.name == "nt", reason="elsewhere: signals are otherwise on Windows")
def test_interrupting_it_ends_it_quietly(few_rules):
    command = [sys.executable, "-m", "lintnews", "serve", "--isolated", "--port", "0", "--processes", "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert server.stdout.readline().startswith("lintnews is at http://127.0.0.1:")
        server.send_signal(signal.SIGINT)
        rest, problems = server.communicate(timeout=20)
    assert (server.returncode, rest, problems) == (0, "", "")
