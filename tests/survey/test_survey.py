"""What a survey counts, groups and prints, on copy and a glossary of its own."""

import json
import re
from html.parser import HTMLParser

import pytest

from lintnews import read
from lintnews.cli.main import main
from lintnews.config import Settings
from lintnews.lexicon.lexicon import open_lexicon
from lintnews.linter import Linter
from lintnews.survey import data, page, plain
from lintnews.survey.collect import Survey

GLOSSARY = """
[[term]]
id = "steppe-agency"
en = ["Steppe Recovery Agency", "SRA"]
uk = ["Агентство відновлення степу"]
[term.reject]
inconsistent-term = ["Steppe Restoration Office"]
[[term.example]]
flag = "The Steppe Restoration Office closed."
[[term.example]]
pass = "The Steppe Recovery Agency closed."
[[term]]
id = "vostochny"
en = ["Vostochny"]
ru = ["Восточный"]
uk = ["Східний"]
origin = "ru"
"""
COPY = {
    "a.txt": "The Steppe Recovery Agency met Serhiy Hrabko in Ukraine. Guards stood at Vostochny.",
    "b.txt": "The Steppe Restoration Office and the Steppe Recovery Agency met. Guards stood at Skhidny.",
    "c.txt": "The SRA met. The Agency for Steppe Recovery met Sergei Hrabko.",
    "d.txt": "The Steppe Recovery Agency met; the Steppe Recovery Agency left.",
    "e.txt": "The Territorial Recruiting Board met Anna Smith and the Northern Fleet Board.",
    "f.txt": "The Territorial Recruitment Board met Andrew Smith and the Southern Fleet Board.",
}


@pytest.fixture(scope="module")
def linter(tmp_path_factory):
    path = tmp_path_factory.mktemp("glossary") / "desk.toml"
    path.write_text(GLOSSARY, encoding="utf-8")
    return Linter(Settings(), open_lexicon((str(path),), builtin=False))


@pytest.fixture(scope="module")
def report(linter):
    survey = Survey(linter)
    for name, text in COPY.items():
        survey.add(read.reader_for(name).read(text.encode(), name))
    return survey.report()


def test_each_form_is_counted_by_document(report):
    concept = next(concept for concept in report.concepts if concept.id == "steppe-agency")
    assert [(form.text, form.status, dict(form.places)) for form in concept.forms] == [
        ("Steppe Recovery Agency", "preferred", {"a.txt": 1, "b.txt": 1, "d.txt": 2}),
        ("SRA", "outlier", {"c.txt": 1}),
        ("Steppe Restoration Office", "wrong", {"b.txt": 1}),
    ]
    assert concept.documents == 4


def test_spellings_by_descent_count_as_the_concept(report):
    concept = next(concept for concept in report.concepts if concept.id == "vostochny")
    assert [(form.text, form.status) for form in concept.forms] == [("Vostochny", "preferred"), ("Skhidny", "wrong")]


def test_unlisted_variants_are_grouped_and_different_things_are_not(report):
    groups = {frozenset(v.text for v in cluster.variants): cluster.concept for cluster in report.variants}
    assert groups == {
        frozenset({"Agency for Steppe Recovery"}): "steppe-agency",
        frozenset({"Territorial Recruiting Board", "Territorial Recruitment Board"}): "",
        frozenset({"Serhiy Hrabko", "Sergei Hrabko"}): "",
    }


def test_a_draft_is_a_glossary(report, tmp_path, capsys):
    cluster = next(cluster for cluster in report.variants if not cluster.concept)
    path = tmp_path / "draft.toml"
    path.write_text(cluster.draft, encoding="utf-8")
    lexicon = open_lexicon((str(path),), builtin=False)
    assert list(Linter(Settings(), lexicon).test([str(path)])) == []


def test_json(report):
    table = json.loads(data.render(report))
    assert (table["version"], table["documents"]) == (1, 6)
    forms = {form["text"]: form for concept in table["concepts"] for form in concept["forms"]}
    assert forms["Skhidny"] == {
        "text": "Skhidny",
        "status": "wrong",
        "kind": "wrong-romanization",
        "count": 1,
        "documents": {"b.txt": 1},
    }


def test_text_marks_what_is_wrong(report):
    text = "".join(plain.render(report))
    assert re.search(r"✗ +1  Steppe Restoration Office +inconsistent-term +b\.txt", text)
    assert re.search(r"\? +1  SRA", text)


class _Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.seen = [], []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))


def test_the_page_stands_alone(report):
    html = page.render(report)
    tags = _Tags()
    tags.feed(html)
    names = [tag for tag, _ in tags.seen]
    assert {"svg", "rect", "table", "details"} <= set(names)
    assert "script" not in names
    assert not [attrs for _, attrs in tags.seen if {"src", "href"} & set(attrs)]
    assert "Steppe Restoration Office" in html


def test_the_page_escapes_what_it_shows(linter):
    survey = Survey(linter)
    survey.add(read.reader_for("x").read(b"Guards stood at Skhidny.", "<b>&.txt"))
    assert "&lt;b&gt;&amp;.txt" in page.render(survey.report())
    assert "<b>" not in page.render(survey.report())


def test_command(tmp_path, few_rules, lintnews):
    for name, text in COPY.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "desk.toml").write_text(GLOSSARY, encoding="utf-8")
    out = tmp_path / "out.json"
    run = lintnews(
        "survey", str(tmp_path), "--glossary", str(tmp_path / "desk.toml"), "--format", "json", "--output", str(out)
    )
    assert (run.status, run.stdout) == (0, "")
    assert {concept["id"] for concept in json.loads(out.read_text(encoding="utf-8"))["concepts"]} >= {"steppe-agency"}


def test_a_file_that_cannot_be_read_is_said_and_the_rest_counted(tmp_path, few_rules, lintnews):
    good = tmp_path / "a.txt"
    good.write_text("All is well.", encoding="utf-8")
    run = lintnews("survey", str(good), str(tmp_path / "none.txt"))
    assert run.status == 2
    assert "none.txt" in run.stderr
    assert run.stdout.startswith("1 document")


def test_main_is_the_door():
    assert main(["survey", "--help"]) == 0
