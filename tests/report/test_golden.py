"""Each format in full, as kept in tests/golden; ``pytest --update-golden`` writes them anew."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from lintnews import report
from lintnews.cli.reporting import offers
from lintnews.model import CONFIDENCES, KINDS, SEVERITIES, Example, Result, RuleInfo
from lintnews.report import Context

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "schema" / "findings-v1.json").read_text(encoding="utf-8"))
Golden = Callable[[str, str], None]


KNOWN = RuleInfo(
    "acronym-expansion/national-resistance-center",
    "error",
    "National Resistance Center",
    "Run by Ukraine’s Special Operations Forces.",
    ("central nervous system", "a `quoted` form"),
    ("National Resistance Center", ""),
    ("ЦНС",),
    ("@occupation",),
    ("neuron",),
    "https://sprotyv.mod.gov.ua/",
    examples=(Example("The central nervous system said that.", True), Example("A drug acts on it.", False)),
)


def explain(rule: str) -> RuleInfo | None:
    return KNOWN if rule == KNOWN.rule else None


def rendered(name: str, results: list[Result], **context: Any) -> str:
    context = {"offers": offers, "explain": explain, **context}
    return "".join(report.report_for(name).render(iter(results), Context(**context)))


@pytest.mark.parametrize("name", report.names())
def test_golden(name: str, results: list[Result], golden: Golden) -> None:
    text = rendered(name, results)
    if name == "json":
        valid(json.loads(text))  # a golden file that breaks the contract is not written
    golden(f"report.{name}", text)


def test_golden_text_in_colour_with_statistics(results: list[Result], golden: Golden) -> None:
    golden("report-colour.text", rendered("text", results, colour=True, width=60, statistics=True))


def valid(value: Any) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(value)


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_json_keeps_to_the_schema_and_the_schema_to_the_model(results: list[Result]) -> None:
    made = json.loads(rendered("json", results, statistics=True))
    valid(made)
    finding = SCHEMA["$defs"]["finding"]
    assert set(made) == set(SCHEMA["properties"])
    assert all(set(found) - {"locator"} == set(finding["required"]) for found in made["findings"])
    assert [found["locator"] for found in made["findings"] if "locator" in found] == ["table 1, row 2, cell 1"]
    assert set(finding["properties"]) == {*finding["required"], "locator"}
    assert finding["properties"]["kind"]["enum"] == list(KINDS)
    assert set(finding["properties"]["severity"]["enum"]) == set(SEVERITIES)
    assert set(finding["properties"]["confidence"]["enum"]) == set(CONFIDENCES)
    jsonschema.validate([kind.mqm for kind in KINDS.values()], {"items": finding["properties"]["mqm"]})


def test_statistics_add_up(results: list[Result]) -> None:
    made = json.loads(rendered("json", results, statistics=True))
    assert [found["kind"] for found in made["statistics_by_kind"]][:2] == ["acronym-expansion", "untranslated-acronym"]
    first = {"path": "boxes.docx", "count": 2, "error": 2, "warning": 0, "info": 0}
    assert made["statistics_by_file"][0] == first
    for name in ("statistics", "statistics_by_kind", "statistics_by_file"):
        assert sum(item["count"] for item in made[name]) == len(made["findings"])


def test_json_of_nothing() -> None:
    made = json.loads(rendered("json", []))
    valid(made)
    assert made["findings"] == made["errors"] == []


def test_json_lines_are_the_findings_of_json(results: list[Result]) -> None:
    lines = [json.loads(line) for line in rendered("jsonl", results).splitlines()]
    assert lines == json.loads(rendered("json", results))["findings"]


def test_json_places_lead_back_to_the_text(results: list[Result]) -> None:
    texts = {result.path: result.document.text for result in results if result.document}
    for found in json.loads(rendered("json", results))["findings"]:
        text = texts[found["path"]]
        assert text[found["start"] : found["end"]] == found["text"]
        line = text.split("\n")[found["line"] - 1]
        assert line[found["column"] - 1 :].startswith(found["text"].split("\n")[0])
        assert all(text[cue["start"] : cue["end"]] == cue["text"] for cue in found["evidence"])


def test_a_locator_is_named_where_there_is_one(results: list[Result]) -> None:
    first = results[0]
    assert first.document
    segments = (first.document.segments[0]._replace(locator="paragraph 1"),)
    located = first._replace(document=first.document._replace(segments=segments))
    made = json.loads(rendered("json", [located]))
    valid(made)
    assert {found["locator"] for found in made["findings"]} == {"paragraph 1"}


def test_reports_take_results_one_by_one(results: list[Result]) -> None:
    """A report must not wait for the last file before it writes about the first."""
    for name in report.names():
        taken = 0

        def one_by_one() -> Any:
            nonlocal taken
            for result in results:
                taken += 1
                yield result

        pieces = report.report_for(name).render(one_by_one(), Context())
        next(piece for piece in pieces if "plain.txt" in piece)
        assert taken == 1, name


def test_a_report_is_added_by_adding_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bell.py").write_text("NAME = 'bell'\ndef render(results, context): yield '\\a'\n")
    monkeypatch.setattr(report, "__path__", [*report.__path__, str(tmp_path)])
    assert "bell" in report.names()
    assert rendered("bell", []) == "\a"
    with pytest.raises(KeyError):
        report.report_for("_excerpt")
