"""Hand-made results with everything that is hard to print."""

from __future__ import annotations

import pytest

from lintnews.model import IN_BASELINE, SUPPRESSED, Document, Evidence, Finding, Result, Segment

PLAIN = "Strikes hit the depot, the central nervous system said.\nHe wrote in the telegram.\n"
LONG = "Слово " * 40 + "and then the central nervous system reported that " + "partisans had hit a train " * 30
BOXES = "Kiev\n\nOVA spoke"
ODD = "A\ttab, 漢字漢字 and e\u0301 before TOT\u200b\x1b[31m, a % and a : too\nnext line, ends"


def finding(text: str, span: str, rule: str, **values: object) -> Finding:
    start = text.index(span)
    kind = rule.partition("/")[0]
    made = Finding(start, start + len(span), rule, kind, "error", "certain", f"“{span.split(chr(27))[0]}” is wrong")
    return made._replace(**values)  # type: ignore[arg-type]


def document(path: str, text: str) -> Document:
    return Document(path, "plain", text, (Segment(0, len(text)),))


@pytest.fixture
def results() -> list[Result]:
    depot = PLAIN.index("depot")
    nrc = "acronym-expansion/national-resistance-center"
    suggestions = ("National Resistance Center", "NRC")
    return [
        Result(
            "news/plain.txt",
            document("news/plain.txt", PLAIN),
            (
                finding(PLAIN, "Strikes", "calque/strikes", set_aside=f"{SUPPRESSED}the headline is quoted"),
                finding(PLAIN, "depot", "calque/set-aside", set_aside="‘a cue’ speaks against it"),
                finding(
                    PLAIN,
                    "central nervous system",
                    nrc,
                    suggestions=suggestions,
                    evidence=(Evidence("depot", depot, depot + 5, 1.0), Evidence("said", 51, 55, -1.0, "unless")),
                ),
                finding(PLAIN, "in the telegram", "homograph/telegram", severity="warning", confidence="likely"),
                finding(PLAIN, "telegram", "spelling/telegram", set_aside=IN_BASELINE),
            ),
            expired=2,
        ),
        Result("missing.txt", None, (), "cannot be read: no such file"),
        Result("clean.txt", document("clean.txt", "All is well."), ()),
        Result(
            "odd, name: 50%.txt",
            document("odd, name: 50%.txt", ODD),
            (
                finding(ODD, "TOT\u200b\x1b[31m", "untranslated-acronym/tot", severity="warning"),
                finding(ODD, "too\nnext line", "boilerplate/two-lines", severity="info", suggestions=("",)),
            ),
        ),
        Result(
            "boxes.docx",
            Document(
                "boxes.docx", "docx", BOXES, (Segment(0, 4), Segment(6, 15, locator="table 1, row 2, cell 1")), encoding=""
            ),
            (
                finding(BOXES, "Kiev", "russian-exonym/kyiv", suggestions=("Kyiv",)),
                finding(BOXES, "OVA", "untranslated-acronym/ova"),
            ),
        ),
        Result("long.txt", document("long.txt", LONG), (finding(LONG, "central nervous system", nrc),)),
    ]
