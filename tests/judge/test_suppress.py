"""What remarks in the copy set aside, and what is said of those that do nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.judge.suppress import suppress
from lintnews.model import Document, Finding
from lintnews.read import plain
from lintnews.view import View

RULES = {"kiev": "russian-exonym/kyiv", "blow": "calque/a-blow", "informs": "calque/as-informs"}
RULES |= dict.fromkeys(("head of the ova", "ova"), "untranslated-acronym/ova")


def document_of(text: str) -> Document:
    return plain.read(text.encode(), "a.txt")


def findings_in(document: Document) -> list[Finding]:
    """A finding for each word of RULES outside of the remarks."""
    found = []
    for match in re.finditer("|".join(RULES), document.text, re.IGNORECASE):
        rule = RULES[match[0].lower()]
        if not any(remark.start <= match.start() < remark.end for remark in document.remarks):
            found.append(Finding(*match.span(), rule, rule.partition("/")[0], "warning", "certain", ""))
    return found


def problem(name: str) -> str:
    known = {part for rule in RULES.values() for part in (rule, *rule.split("/"))}
    return "" if name in known else f"no rule {name!r}"


def run(text: str, wanted: str = "") -> tuple[str, list[str]]:
    """``text`` with what is set aside in small letters and what stays in capitals; the rules of the reports."""
    document = document_of(text)
    everything = findings_in(document)
    findings, reports = suppress(View(document), [f for f in everything if wanted in f.rule], everything, problem)
    shown = text
    for finding in findings:
        word = text[finding.start : finding.end]
        shown = shown[: finding.start] + (word.lower() if finding.set_aside else word.upper()) + shown[finding.end :]
    shown = re.sub(r"\[lintnews:[^]]*\]", "*", shown)
    return shown, [report.rule.removeprefix("suppression/") for report in reports]


@pytest.mark.parametrize(
    ("text", "shown", "reports"),
    [
        ("[lintnews: ignore next]\nKiev and Kiev.", "*\nkiev and KIEV.", []),
        ("Kiev.\n\n[lintnews: ignore next]\n\nSo Kiev is.\n\nKiev.", "KIEV.\n\n*\n\nSo kiev is.\n\nKIEV.", []),
        ("Kiev and [lintnews: ignore next] Kiev and Kiev.", "KIEV and * kiev and KIEV.", []),
        ("It is so. [lintnews: ignore next]\n\nKiev.", "It is so. *\n\nkiev.", []),
        ("[lintnews: ignore next][lintnews: ignore next]\nKiev, Kiev, Kiev.", "**\nkiev, kiev, KIEV.", []),
        ("[lintnews: ignore next calque]\nKiev, a blow, Kiev.", "*\nKIEV, a blow, KIEV.", []),
        ("[lintnews: ignore next kyiv, a-blow]\nAs informs Kiev, a blow.", "*\nAs INFORMS kiev, a BLOW.", []),
        ("[lintnews: off]\nKiev.\n\nA blow.\n\n[lintnews: on]\nKiev.", "*\nkiev.\n\nA blow.\n\n*\nKIEV.", []),
        ("[lintnews: off]\nKiev, a blow.", "*\nkiev, a blow.", []),
        ("[lintnews: off calque]\nKiev, a blow, as informs.", "*\nKIEV, a blow, as informs.", []),
        ("[lintnews: off][lintnews: on kyiv]\nKiev, a blow.", "**\nKIEV, a blow.", []),
        ("[lintnews: off calque][lintnews: on a-blow]\nA blow, as informs.", "**\nA BLOW, as informs.", []),
        ("Kiev. [lintnews: ignore “Kiev”]\nKiev, a blow.\n\nKiev", "KIEV. *\nkiev, a BLOW.\n\nkiev", []),
        ("[lintnews: ignore russian-exonym/kyiv “KIEV’s”]\nKiev, Kiev.", "*\nkiev, kiev.", []),
        ("[lintnews: ignore calque “Kiev”]\nKiev, Kiev.", "*\nKIEV, KIEV.", ["unused"]),
        ("[lintnews: ignore “Kiev”, “a blow”, “blow”]\nKiev, a blow.", "*\nkiev, a blow.", []),
        ("[lintnews: ignore “OVA”]\nThe head of the OVA, a blow.", "*\nThe head of the ova, a BLOW.", []),
        ("[lintnews: ignore “head”]\nThe head of the OVA.", "*\nThe HEAD OF THE OVA.", ["unused"]),
        ("[lintnews: ignore next]\nIt is so.\n\nKiev.", "*\nIt is so.\n\nKIEV.", ["unused"]),
        ("Kiev. [lintnews: ignore next]", "KIEV. *", ["unused"]),
        ("[lintnews: off calque]\nKiev.", "*\nKIEV.", ["unused"]),
        ("[lintnews: on]\nKiev.", "*\nKIEV.", ["unused"]),
        ("[lintnews: off calqe]\nA blow.", "*\nA BLOW.", ["unknown-rule"]),
        ("[lintnews: off calqe, kyiv, bolw]\nKiev.", "*\nkiev.", ["unknown-rule", "unknown-rule"]),
        ("[lintnews: silence]\nKiev.", "*\nKIEV.", ["not-understood"]),
        ("[lintnews: off]\nKiev.\n\n[lintnews: ignore next]\nKiev.", "*\nkiev.\n\n*\nkiev.", ["unused"]),
    ],
)
def test_what_is_set_aside_and_what_is_reported(text, shown, reports):
    assert run(text) == (shown, reports)


def test_the_reason_is_kept():
    document = document_of("[lintnews: ignore next because the column is so called]\nKiev, [lintnews: off] Kiev.")
    findings, _ = suppress(View(document), findings_in(document), (), problem)
    reasons = [finding.set_aside for finding in findings]
    assert reasons == ["suppressed: the column is so called", "suppressed: a comment in the copy asks for it"]


def test_a_report_stands_at_its_remark_and_says_why():
    text = "Kiev.\n\n[lintnews: ignore next calque]\nIt is so."
    document = document_of(text)
    _, (report,) = suppress(View(document), findings_in(document), (), problem)
    assert text[report.start : report.end] == "[lintnews: ignore next calque]"
    assert (report.kind, report.severity, report.suggestions) == ("suppression", "info", ("",))
    assert report.message.endswith("there is no finding of calque in the paragraph that follows")


def test_a_remark_about_what_settings_leave_out_is_in_use():
    assert run("[lintnews: off calque]\nKiev, a blow.", wanted="kyiv") == ("*\nKIEV, a blow.", [])


def test_what_is_set_aside_already_keeps_its_reason_and_takes_up_no_remark():
    document = document_of("[lintnews: ignore next] Kiev, Kiev.")
    first, second = findings_in(document)
    findings, reports = suppress(View(document), [first._replace(set_aside="a cue"), second], (), problem)
    assert [finding.set_aside.partition(":")[0] for finding in findings] == ["a cue", "suppressed"]
    assert reports == []


PIECES = st.sampled_from(
    ("Kiev ", "a blow ", "informs ", "\n\n", "\n", "[lintnews: off]", "[lintnews: on]", "[lintnews: off calque] ",
     "[lintnews: on kyiv]", "[lintnews: ignore next]", "[lintnews: ignore next calque]", "[lintnews: ignore “blow”] ")
)


@given(st.lists(PIECES, max_size=25))
def test_one_remark_for_the_next_finding_sets_one_aside_and_off_to_on_all(pieces):
    document = document_of("".join(pieces))
    before = findings_in(document)
    after, reports = suppress(View(document), before, before, problem)
    assert [finding._replace(set_aside="") for finding in after] == before
    assert all((report.start, report.end) in {remark[:2] for remark in document.remarks} for report in reports)
    for finding in after:
        assert bool(finding.set_aside) or not _off(document, finding), "off means off"
    if all("off" not in remark.text and "“" not in remark.text for remark in document.remarks):
        spared = sum(bool(finding.set_aside) for finding in after)
        useless = sum("next" in report.message or "paragraph" in report.message for report in reports)
        assert spared == sum("next" in remark.text for remark in document.remarks) - useless


def _off(document: Document, finding: Finding) -> bool:
    off = False
    for remark in document.remarks:
        if remark.end <= finding.start:
            for name in re.findall("calque|kyiv", remark.text) or [""]:
                if name in finding.rule and ("off" in remark.text or " on" in remark.text):
                    off = "off" in remark.text
    return off
