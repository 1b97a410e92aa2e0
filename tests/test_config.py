from __future__ import annotations

from pathlib import Path

import pytest

from lintnews.config import Glob, Override, Settings, load, matches
from lintnews.errors import ConfigError

GOOD = """
select = ["acronym-expansion", "homograph/povistka"]
ignore = ["spelling"]
min-confidence = "likely"
fail-level = "error"
glossary = ["desk.toml"]
exclude = ["archive/"]
baseline = "old/known.json"

[severity]
boilerplate = "off"
"calque/as-informs" = "info"

[[override]]
files = ["sport/**"]
ignore = ["literal-name"]
severity = { boilerplate = "info" }
min-confidence = "certain"

[[override]]
files = ["*.md", "!README.md"]
select = ["calque"]
"""


def written(folder: Path, text: str, name: str = "lintnews.toml") -> str:
    (folder / "desk.toml").touch()
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder)


def test_every_key_is_read(tmp_path: Path) -> None:
    folder = written(tmp_path, GOOD)
    assert load(folder) == Settings(
        select=("acronym-expansion", "homograph/povistka"),
        ignore=("spelling",),
        severity={"boilerplate": "off", "calque/as-informs": "info"},
        min_confidence="likely",
        fail_level="error",
        glossary=(f"{folder}/desk.toml",),
        exclude=(Glob("archive/", folder),),
        baseline=f"{folder}/old/known.json",
        overrides=(
            Override((Glob("sport/**", folder),), None, ("literal-name",), {"boilerplate": "info"}, "certain"),
            Override((Glob("*.md", folder), Glob("!README.md", folder)), ("calque",)),
        ),
        path=f"{folder}/lintnews.toml",
    )


def test_pyproject_is_read_when_it_speaks_of_lintnews(tmp_path: Path) -> None:
    upper = written(tmp_path, 'ignore = ["spelling"]')
    (tmp_path / "a" / "b").mkdir(parents=True)
    written(tmp_path / "a", '[project]\nname = "lintnews-fan"\n', "pyproject.toml")
    assert load(str(tmp_path / "a" / "b")).path == f"{upper}/lintnews.toml"
    written(tmp_path / "a", '[tool.lintnews]\nfail-level = "info"\n', "pyproject.toml")
    assert load(str(tmp_path / "a" / "b")) == Settings(fail_level="info", path=f"{upper}/a/pyproject.toml")


def test_isolated_and_explicit(tmp_path: Path) -> None:
    folder = written(tmp_path, 'fail-level = "info"')
    assert load(folder, isolated=True) == Settings(isolated=True)
    assert load("/", config=f"{folder}/lintnews.toml").fail_level == "info"
    with pytest.raises(ConfigError, match=r"nowhere\.toml: cannot be read: no such file"):
        load(folder, config="nowhere.toml")


def test_overrides(tmp_path: Path) -> None:
    settings = load(written(tmp_path, GOOD))
    assert settings.for_path(str(tmp_path / "news" / "a.txt")) == settings._replace(overrides=())
    sport = settings.for_path(str(tmp_path / "sport" / "a.md"))
    assert sport.select == ("calque",)
    assert sport.ignore == ("spelling", "literal-name")
    assert sport.severity == {"boilerplate": "info", "calque/as-informs": "info"}
    assert sport.min_confidence == "certain"
    assert settings.for_path(str(tmp_path / "README.md")).select == settings.select


@pytest.mark.parametrize(
    ("patterns", "path", "matched"),
    [
        (["archive/"], "archive/a.txt", True),
        (["archive/"], "archive/", True),
        (["archive/"], "news/archive.txt", False),
        (["/a.txt"], "sub/a.txt", False),
        (["a.txt"], "sub/a.txt", True),
        (["**/old/*.txt"], "x/y/old/a.txt", True),
        (["*.txt", "!b.txt"], "b.txt", False),
        ([], "a.txt", False),
    ],
)
def test_globs(tmp_path: Path, patterns: list[str], path: str, matched: bool) -> None:
    full = str(tmp_path / path) + ("/" if path.endswith("/") else "")
    assert matches([Glob(pattern, str(tmp_path)) for pattern in patterns], full) is matched


def test_globs_of_two_folders_do_not_mix(tmp_path: Path) -> None:
    globs = [Glob("/a.txt", str(tmp_path)), Glob("/b.txt", str(tmp_path / "sub"))]
    assert matches(globs, str(tmp_path / "sub" / "b.txt"))
    assert not matches(globs, str(tmp_path / "b.txt"))


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('selct = ["calque"]', 1, "unknown key 'selct'; did you mean 'select'?"),
        ("# a note\n\nquux = 1", 3, "unknown key 'quux'; use one of select, ignore"),
        ('ignore = "spelling"', 1, 'ignore: expected a list of strings, like ["..."], not "spelling"'),
        ("ignore = [1]", 1, "expected a list of strings"),
        ('ignore = ["speling/x"]', 1, "no kind 'speling'; did you mean 'spelling'?"),
        ('fail-level = "critical"', 1, 'fail-level: expected one of info, warning, error, not "critical"'),
        ("min-confidence = 3", 1, "expected one of possible, likely, certain, not 3"),
        ('[severity]\ncalque = "loud"', 1, "severity: calque: expected one of info, warning, error, off"),
        ('[severity]\n"calk/x" = "off"', 1, "no kind 'calk'; did you mean 'calque'?"),
        ('baseline = ["known.json"]', 1, 'baseline: expected the path of a file, not ["known.json"]'),
        ('baseline = ""', 1, "baseline: expected the path of a file"),
        ('exclude = ["a/", "!"]', 1, "exclude: '!' is not a pattern as in .gitignore"),
        ('glossary = ["missing.toml"]', 1, "missing.toml does not exist"),
        ('[[override]]\nfiles = ["*"]\n\n[[override]]\nfiles = ["*"]\nselect = 3', 6, "select: expected a list"),
        ('[[override]]\nfiles = ["*"]\n[[override]]\nselect = []', 3, "an override needs files"),
        ('[[override]]\nfiles = ["*"]\nfail-level = "info"', 3, "unknown key 'fail-level'"),
        ('[override]\nfiles = ["*"]', 1, "expected [[override]] tables"),
        ("select = [", 1, "not valid TOML"),
        ("a = 1\na = 2\n", 2, "not valid TOML"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    folder = written(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        load(folder)
    assert str(caught.value).startswith(f"{folder}/lintnews.toml:{line}: ")
    assert says in str(caught.value)
    assert str(caught.value).endswith("\n    " + text.splitlines()[line - 1].strip())


def test_a_mistake_in_pyproject_has_its_line_too(tmp_path: Path) -> None:
    folder = written(tmp_path, '[tool.other]\nselct = 1\n\n[tool.lintnews]\nselct = ["calque"]\n', "pyproject.toml")
    with pytest.raises(ConfigError, match=r"pyproject\.toml:5: unknown key 'selct'"):
        load(folder)


def test_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    (tmp_path / "lintnews.toml").write_bytes(b"\xff")
    with pytest.raises(ConfigError, match="not UTF-8"):
        load(str(tmp_path))
