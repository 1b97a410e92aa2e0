from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews import report
from lintnews.cli.reporting import offers
from lintnews.model import KINDS, Document, Finding, Result, Segment
from lintnews.report import Context
from lintnews.report._uri import uri

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft4Validator(SCHEMA)


def run_of(results: list[Result]) -> Any:
    log = json.loads("".join(report.report_for("sarif").render(results, Context(offers=offers))))
    VALIDATOR.validate(log)
    return log["runs"][0]


def uri_of(location: Any) -> Any:
    return location["physicalLocation"]["artifactLocation"]


def one(text: str, words: str, path: str = "a.txt", **values: Any) -> Result:
    start = text.index(words)
    found = Finding(start, start + len(words), "homograph/x", "homograph", "warning", "certain", "wrong")
    return Result(path, Document(path, "plain", text, (Segment(0, len(text)),)), (found._replace(**values),))


def test_valid_with_every_result_in_place(results: list[Result]) -> None:
    run = run_of(results)
    texts = {uri(result.path)[0]: result.document.text for result in results if result.document}
    assert len(run["results"]) == 9  # the one that the linter itself decided against is not there
    for found in run["results"]:
        rule = run["tool"]["driver"]["rules"][found["ruleIndex"]]
        assert rule["id"] == found["ruleId"]
        place = found["locations"][0]
        region = place["physicalLocation"].get("region")
        if region is None:
            assert uri_of(place)["uri"] == "boxes.docx"
            continue
        start = region["charOffset"]
        assert texts[uri_of(place)["uri"]][start : start + region["charLength"]] == region["snippet"]["text"]
    named = [found["locations"][0].get("logicalLocations") for found in run["results"]]
    assert [{"fullyQualifiedName": "table 1, row 2, cell 1", "kind": "element"}] in named


def test_rules_lead_to_mqm(results: list[Result]) -> None:
    run = run_of(results)
    taxa = run["taxonomies"][0]["taxa"]
    assert {taxon["id"] for taxon in taxa} == {kind.mqm for kind in KINDS.values()}
    for rule in run["tool"]["driver"]["rules"]:
        target = rule["relationships"][0]["target"]
        assert taxa[target["index"]]["id"] == target["id"] == KINDS[rule["id"].partition("/")[0]].mqm


def test_what_was_set_aside_on_request_is_suppressed(results: list[Result]) -> None:
    suppressions = {found["ruleId"]: found["suppressions"] for found in run_of(results)["results"] if "suppressions" in found}
    assert suppressions == {
        "calque/strikes": [{"kind": "inSource", "justification": "the headline is quoted"}],
        "spelling/telegram": [{"kind": "external", "justification": "in the baseline"}],
    }


def test_a_run_says_what_went_wrong(results: list[Result]) -> None:
    (invocation,) = run_of(results)["invocations"]
    assert not invocation["executionSuccessful"]
    told = [(note["level"], note["message"]["text"]) for note in invocation["toolExecutionNotifications"]]
    assert told[1] == ("error", "cannot be read: no such file")
    assert told[0][0] == "note"
    assert run_of(results[2:])["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_fixes_can_be_applied() -> None:
    text = "\U0001f600 He spoke of an TOT.\nIn Kharkov it rained."
    result = one(text, "Kharkov", kind="russian-exonym", suggestions=("Kharkiv", "Kharkiv city", "a / b"), safe=True)
    (found,) = run_of([result])["results"]
    fixed = []
    for fix in found["fixes"]:
        ((replacement,),) = [change["replacements"] for change in fix["artifactChanges"]]
        start, length = replacement["deletedRegion"]["charOffset"], replacement["deletedRegion"]["charLength"]
        fixed.append(text[:start] + replacement["insertedContent"]["text"] + text[start + length :])
    assert [line.splitlines()[1] for line in fixed] == ["In Kharkiv it rained.", "In Kharkiv city it rained."]
    assert [fix["properties"]["safety"] for fix in found["fixes"]] == ["safe", "review"]
    assert found["fixes"][0]["artifactChanges"][0]["replacements"][0]["deletedRegion"]["startColumn"] == 4


def test_fingerprints_outlive_edits_elsewhere() -> None:
    def prints(text: str, *starts: int) -> list[str]:
        found = tuple(one(text, "OVA").findings[0]._replace(start=start, end=start + 3) for start in starts)
        run = run_of([one(text, "OVA")._replace(findings=found)])
        return [made["partialFingerprints"]["wordsAndNeighbours/v1"] for made in run["results"]]

    text = "On Monday the Kherson OVA reported losses. The Sumy OVA reported none."
    before = prints(text, text.index("OVA"), text.rindex("OVA"))
    assert len(set(before)) == 2
    edited = f"A new paragraph.\n\n{text}"
    assert prints(edited, edited.index("OVA"), edited.rindex("OVA")) == before
    twice = prints("OVA said so.", 0, 0)
    assert twice[0] != twice[1]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("copy/a b.txt", ("copy/a%20b.txt", True)),
        ("./copy/../ф:%.txt", ("%D1%84%3A%25.txt", True)),
        ("a\udcff.txt", ("a%FF.txt", True)),
        ("<stdin>", ("%3Cstdin%3E", True)),
    ],
)
def test_uris(path: str, expected: tuple[str, bool]) -> None:
    assert uri(path) == expected


def test_uris_of_other_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert uri(str(tmp_path / "here" / "x.txt")) == ("x.txt", True)
    outside = (tmp_path / "y z.txt").as_uri()
    assert uri("../y z.txt") == uri(str(tmp_path / "y z.txt")) == (outside, False)


@given(st.text(max_size=60), st.text(min_size=1, max_size=20), st.text(max_size=20))
def test_any_text_makes_a_valid_log(before: str, words: str, path: str) -> None:
    run_of([one(before + words, words, path + ".txt", message=words, suggestions=(words, ""))])


@pytest.mark.usefixtures("few_rules")
def test_the_command_line_explains_rules_and_offers_fixes(
    lintnews: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("draft.txt").write_text("Partisans left the occupied town, the central nervous system said.\n", encoding="utf-8")
    log = json.loads(lintnews("--format", "sarif", "draft.txt").stdout)
    VALIDATOR.validate(log)
    (run,) = log["runs"]
    assert "ЦНС" in run["tool"]["driver"]["rules"][0]["help"]["markdown"]
    (fix,) = run["results"][0]["fixes"]
    assert fix["description"]["text"] == "Write “National Resistance Center”"
