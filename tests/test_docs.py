"""The documentation is true: generated pages are fresh, links lead somewhere, examples work."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest

from lintnews.config import load

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "benchmarks").glob("*.md")]


def fenced(language: str, text: str = README) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def generate(script) -> ModuleType:
    module: ModuleType = script("docs/generate.py")
    return module


@pytest.mark.slow
def test_no_generated_page_is_stale(generate):
    assert generate.main(["--check"]) == 0


def test_a_stale_page_and_one_too_many_are_named(generate, tmp_path, monkeypatch):
    folder = tmp_path / "docs" / "rules"
    folder.mkdir(parents=True)
    (folder / "calque.md").write_text("old", encoding="utf-8")
    (folder / "gone.md").write_text("old", encoding="utf-8")
    monkeypatch.setattr(generate, "ROOT", tmp_path)
    monkeypatch.setattr(generate, "pages", lambda: {folder / "calque.md": "new"})
    assert generate.main(["--check"]) == "stale, run docs/generate.py: docs/rules/calque.md, docs/rules/gone.md"
    assert generate.main([]) == 0
    assert [path.read_text(encoding="utf-8") for path in folder.iterdir()] == ["new"]
    assert generate.main(["--check"]) == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_to_a_file(page):
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    targets = re.findall(r"\]\(([^)\s#]+)", text)
    gone = [target for target in targets if "://" not in target and not (page.parent / target).exists()]
    assert not gone


def test_decisions_are_numbered_one_by_one():
    pages = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    titles = [page.read_text(encoding="utf-8").partition(".")[0] for page in pages]
    assert [(page.name[:4], title) for page, title in zip(pages, titles, strict=True)] == [
        (f"{number:04}", f"# {number}") for number in range(1, len(pages) + 1)
    ], "take the next free number for the file's name and its title"


def test_the_readme_has_two_commands_for_a_fresh_machine():
    commands = re.findall(r"^    (python3 -m venv .*)$", README, re.MULTILINE)
    assert len(commands) == 2
    assert commands[0].endswith("lintnews seeds")
    assert "pytest" in commands[1]


def test_the_settings_of_the_readme_are_ones(tmp_path):
    (tmp_path / "desk.toml").touch()
    (settings,) = [text for text in fenced("toml") if text.startswith("glossary")]
    (tmp_path / "lintnews.toml").write_text(settings, encoding="utf-8")
    assert load(str(tmp_path)).overrides


def test_the_glossary_of_the_readme_keeps_its_promises(lintnews, tmp_path):
    (glossary,) = [text for text in fenced("toml") if text.startswith("[[term]]")]
    (tmp_path / "desk.toml").write_text(glossary, encoding="utf-8")
    run = lintnews("test", str(tmp_path / "desk.toml"))
    assert (run.status, run.stderr) == (0, ""), run.stdout
