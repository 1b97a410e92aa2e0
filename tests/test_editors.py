"""What is in editors/: valid, and in step with the server."""

from __future__ import annotations

import json
import re
import shutil
import struct
import subprocess
from pathlib import Path

import pytest
import tomli

from lintnews import __version__
from lintnews.cli.commands import names
from lintnews.lsp.preferences import Preferences, parse

ROOT = Path(__file__).parents[1]
CODE = ROOT / "editors" / "vscode"
PACKAGE = json.loads((CODE / "package.json").read_text(encoding="utf-8"))
SETTINGS = PACKAGE["contributes"]["configuration"]["properties"]
OF_THE_CLIENT = {"lintnews.command", "lintnews.languages", "lintnews.trace.server"}
GUIDE = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")


def test_the_settings_of_the_extension_are_those_of_the_server():
    assert set(SETTINGS) - OF_THE_CLIENT == {f"lintnews.{name}" for name in Preferences._fields}


def test_and_so_are_their_defaults():
    defaults = {name.removeprefix("lintnews."): setting["default"] for name, setting in SETTINGS.items()}
    assert parse(defaults) == (Preferences(), [])


def test_each_setting_is_explained():
    readme = (CODE / "README.md").read_text(encoding="utf-8")
    for name, setting in SETTINGS.items():
        assert setting["markdownDescription"].endswith(".")
        assert f"`{name}`" in readme
    for name in Preferences._fields:
        assert f"`{name}`" in GUIDE


def test_the_commands_are_there():
    from lintnews.lsp.server import Server

    source = (CODE / "src" / "extension.js").read_text(encoding="utf-8")
    of_the_server = set(Server(lambda *_: ()).protocol.fm.commands)
    for command in PACKAGE["contributes"]["commands"]:
        assert command["command"] in of_the_server or f'"{command["command"]}"' in source
    assert SETTINGS["lintnews.command"]["default"] == ["lintnews", "lsp"]
    assert "lsp" in names()


def test_what_is_packaged_is_there():
    width, height = struct.unpack(">II", (CODE / PACKAGE["icon"]).read_bytes()[16:24])
    assert (width, height) == (128, 128)
    lock = json.loads((CODE / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert lock[""]["devDependencies"] == PACKAGE["devDependencies"]
    assert not [name for name, package in lock.items() if "resolved" in package]  # wherever they are fetched from


def test_every_extension_has_the_version_of_the_server():
    zed = ROOT / "editors" / "zed"
    versions = {
        PACKAGE["version"],
        tomli.loads((zed / "extension.toml").read_text(encoding="utf-8"))["version"],
        tomli.loads((zed / "Cargo.toml").read_text(encoding="utf-8"))["package"]["version"],
    }
    assert versions == {__version__}


def test_the_extension_is_javascript():
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    run = subprocess.run([node, "--check", CODE / "src" / "extension.js"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize(("language", "reads"), [("toml", tomli.loads), ("json", json.loads)])
def test_what_the_guide_says_to_write_can_be_read(language, reads):
    blocks = re.findall(rf"^```{language}\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE)
    assert blocks
    for block in blocks:
        assert "lintnews" in str(reads(block))


def test_the_guide_is_lua_that_neovim_reads(tmp_path):
    if shutil.which("nvim") is None:
        pytest.skip("nvim is not installed")
    for number, block in enumerate(re.findall(r"^```lua\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE)):
        path = tmp_path / f"{number}.lua"
        path.write_text(block, encoding="utf-8")
        call = ["nvim", "--headless", "-u", "NONE", "-i", "NONE", "-c", f"lua assert(loadfile('{path}'))", "-c", "qall!"]
        run = subprocess.run(call, capture_output=True, text=True, timeout=60, check=False)
        assert run.stderr.strip() == ""
