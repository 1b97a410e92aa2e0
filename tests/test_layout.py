"""The rules of the house: layers, file lengths, names of files, what the core may do."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "lintnews"
SOURCES = sorted(PACKAGE.rglob("*.py"))
ALL_PYTHON = [*SOURCES, *sorted((ROOT / "tests").rglob("*.py")), *sorted((ROOT / "benchmarks").rglob("*.py"))]
DOORS = ("cli", "lsp", "server", "archive")  # which may print
CORE = [path for path in SOURCES if path.relative_to(PACKAGE).parts[0] not in DOORS]


def test_stages_never_import_one_another():
    pytest.importorskip("importlinter")
    run = subprocess.run(
        [sys.executable, "-m", "importlinter.cli", "lint"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if "No module named importlinter.cli.__main__" in run.stderr:
        run = subprocess.run(["lint-imports"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_no_module_needs_one_that_needs_it():
    """Imports within functions count, for they are run; what only a type checker reads does not."""
    modules = {_module(path): path for path in SOURCES}
    needs = {name: _imported(path) & modules.keys() - {name} for name, path in modules.items()}
    while free := [name for name, others in needs.items() if not others & needs.keys()]:
        for name in free:
            del needs[name]
    while top := needs.keys() - set().union(*needs.values()):
        for name in top:
            del needs[name]
    assert not needs, "these modules need each other: " + ", ".join(sorted(needs))


def _module(path):
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _imported(path):
    """The names that may be modules which the file imports, at its top or in its functions."""
    found, rest = set(), [ast.parse(path.read_text(encoding="utf-8"))]
    while rest:
        node = rest.pop()
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= inner if all(_is_module(name) for name in inner) else inner | {node.module}
        elif not (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"):
            rest.extend(ast.iter_child_nodes(node))
    return found


def _is_module(name):
    path = ROOT.joinpath(*name.split("."))
    return path.with_suffix(".py").exists() or (path / "__init__.py").exists()


@pytest.mark.parametrize("path", ALL_PYTHON, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_has_at_most_350_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 350, f"split {path} by what it is about"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_named_for_what_it_does_and_says_so(path):
    assert path.stem not in ("utils", "common", "helpers", "misc"), f"{path}: name it for what it does"
    assert path.name == "__init__.py" or ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", CORE, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_core_never_prints(path):
    calls = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert not calls, f"{path}:{calls[0].lineno} prints; return or yield instead"


def test_public_names_say_what_they_are():
    silent = []
    for path in SOURCES:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            public = isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
            if public and not ast.get_docstring(node):
                silent.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}")
    assert not silent, "\n".join(silent)
