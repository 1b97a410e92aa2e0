"""The sample drafts: each gives the findings that stand beside it, and no other alarm.

``pytest tests/test_seeds.py --update-golden`` writes the expectations anew; read the diff as an editor would.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from lintnews.config import Settings
from lintnews.linter import Linter
from lintnews.model import KINDS, Finding

SEEDS = Path(__file__).parents[1] / "seeds"
DRAFTS = sorted(SEEDS.glob("*.txt"))
# A draft alone cannot show the kinds that compare it with its source, and a suppression is the desk's own doing.
WITH_SOURCE = {"missing-term", "wrong-term", "number-mismatch", "name-mismatch", "missing-text", "untranslated-text"}
SHOWN = set(KINDS) - WITH_SOURCE - {"suppression"}


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(Settings())


def findings_of(linter: Linter, draft: Path) -> list[dict[str, str]]:
    """The findings as the expectations have them: rule, text, severity, and the first suggestion if there is one."""
    result = linter.lint_file(str(draft))
    assert result.document is not None, result.error
    assert not result.error
    return [row(finding, result.document.text) for finding in result.findings if not finding.set_aside]


def row(finding: Finding, text: str) -> dict[str, str]:
    known = {"rule": finding.rule, "text": text[finding.start : finding.end], "severity": finding.severity}
    return known | ({"suggestion": finding.suggestions[0]} if finding.suggestions else {})


def as_toml(rows: list[dict[str, str]]) -> str:
    tables = ("".join(f"{key} = {json.dumps(text, ensure_ascii=False)}\n" for key, text in row.items()) for row in rows)
    return "\n".join(f"[[finding]]\n{table}" for table in tables) or "# Clean copy: nothing is found.\n"


def expected_of(draft: Path) -> list[dict[str, str]]:
    return tomllib.loads(draft.with_suffix(".toml").read_text(encoding="utf-8")).get("finding", [])


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda path: path.stem)
def test_a_seed_gives_its_findings(linter, draft, request):
    """Each expected finding is there, in order and to the letter, and no other alarm; an info may come."""
    found = findings_of(linter, draft)
    if request.config.getoption("--update-golden"):
        draft.with_suffix(".toml").write_text(as_toml(found), encoding="utf-8")
    expected = expected_of(draft)
    assert [row for row in found if row in expected or row["severity"] != "info"] == expected


def test_every_kind_is_shown():
    shown = {finding["rule"].partition("/")[0] for draft in DRAFTS for finding in expected_of(draft)}
    assert not SHOWN - shown


def test_there_are_enough_short_drafts_and_nothing_else():
    assert len(DRAFTS) >= 14
    for draft in DRAFTS:
        assert 150 <= len(draft.read_text(encoding="utf-8").split()) <= 300, draft.name
    stray = {path.stem for path in SEEDS.glob("*.toml")} - {path.stem for path in DRAFTS}
    assert not stray, "expectations without a draft"
