"""LibreOffice Writer's own LanguageTool client, without a window, asks lintnews."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

PYTHON = "/usr/bin/python3"  # the one that Debian's python3-uno is for
DRIVER = Path(__file__).with_name("drive_libreoffice.py")
SETTINGS = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool">
<prop oor:name="IsEnabled" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool">
<prop oor:name="BaseURL" oor:op="fuse"><value>{address}/v2</value></prop></item>
</oor:items>
"""
WRONG = "central nervous system"


@pytest.fixture
def office() -> str:
    found = shutil.which("soffice")
    has_uno = os.path.exists(PYTHON) and subprocess.run([PYTHON, "-c", "import uno"], capture_output=True).returncode == 0
    if not found or not has_uno:
        pytest.skip("needs LibreOffice and its Python (apt install libreoffice-writer-nogui python3-uno)")
    return found


# Version 7.4 sends the text without encoding it: & + % and all.
@pytest.mark.parametrize("before", ["", "Shells & mines, 100% + \U0001f600 = &language=x? ", "“Façade” — "])
def test_writer_finds_what_lintnews_finds(office, address, tmp_path, before):
    profile = tmp_path / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(SETTINGS.format(address=address), encoding="utf-8")
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    text = f"{before}Partisans hid in the occupied town, the {WRONG} said."
    command = [office, "--headless", "--norestore", "--nologo", f"-env:UserInstallation=file://{tmp_path}/profile"]
    with subprocess.Popen(
        [*command, f"--accept=socket,host=127.0.0.1,port={port};urp;"], stderr=subprocess.DEVNULL, start_new_session=True
    ) as running:
        try:
            done = subprocess.run([PYTHON, DRIVER, str(port), text], capture_output=True, text=True, timeout=100)
            assert done.returncode == 0, done.stderr
        finally:
            with contextlib.suppress(ProcessLookupError):  # gone, as the driver asked
                os.killpg(running.pid, signal.SIGTERM)
    told = json.loads(done.stdout)
    assert told["offered"]
    (error,) = told["errors"]
    units = text.encode("utf-16-le")
    assert units[2 * error["start"] :][: 2 * error["length"]].decode("utf-16-le") == WRONG
    assert error["suggestions"] == ["National Resistance Center"]
    assert WRONG in error["comment"]
