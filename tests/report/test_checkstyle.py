from __future__ import annotations

import re
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from lintnews import report
from lintnews.model import Document, Finding, Result
from lintnews.report import Context


def files(results: list[Result]) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring("".join(report.report_for("checkstyle").render(results, Context())).encode()))


def test_files_with_findings_and_those_that_cannot_be_read(results: list[Result]) -> None:
    made = files(results)
    paths = ["news/plain.txt", "missing.txt", "odd, name: 50%.txt", "boxes.docx", "long.txt"]
    assert [file.get("name") for file in made] == paths
    assert [error.get("severity") for error in made[0]] == ["error", "warning"]
    assert made[1][0].get("message") == "cannot be read: no such file"
    assert made[2][0].get("message") == "“TOT\u200b\ufffd[31m” is wrong".split("\ufffd")[0] + "” is wrong"
    assert made[3][1].get("message", "").startswith("table 1, row 2, cell 1: ")


@given(st.text(), st.text(min_size=1))
def test_any_text_is_legal_and_comes_back(path: str, message: str) -> None:
    found = Finding(0, 1, "calque/x", "calque", "info", "likely", message)
    (file,) = files([Result(path, Document(path, "plain", "text", ()), (found,))])
    illegal = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
    assert file.get("name") == illegal.sub("\ufffd", path)
    assert file[0].get("message") == illegal.sub("\ufffd", message)
    assert file[0].get("source") == "lintnews.calque/x"
