from collections.abc import Iterator

import pytest

from lintnews import read
from lintnews.across import Across, uses
from lintnews.config import Settings
from lintnews.linter import Linter
from lintnews.model import Document


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(Settings())


def documents(*texts: str) -> Iterator[Document]:
    for number, text in enumerate(texts):
        path = f"{number}.txt"
        yield read.reader_for(path).read(text.encode(), path)


def findings(linter: Linter, *texts: str) -> list[tuple[str, str, str, str]]:
    """Path, marked text, what is suggested and severity."""
    found = Across(linter.vocabulary)
    for document in documents(*texts):
        found.add(document.path, uses(document, linter.vocabulary, ()))
    return [
        (path, texts[int(path[0])][finding.start : finding.end], finding.suggestions[0], finding.severity)
        for path, finding in found.findings()
    ]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("Serhiy Hajday left.", "Serhiy Haidai spoke, and Haidai left."), ("0.txt", "Hajday", "Haidai")),
        (("Boxer Usik won.", "Oleksandr Usyk won."), ("0.txt", "Usik", "Usyk")),
        (("Anton Pidlisnyy spoke.", "Pidlisny.", "Pidlisny left."), ("0.txt", "Pidlisnyy", "Pidlisny")),
        (
            ("Yevgeny Prigozhin left.", "Eugene Prigozhin left.", "Yevgeny Prigozhin"),
            ("1.txt", "Eugene", "Yevgeny"),
        ),
        (("Eugene Prigozhin left.", "Yevgeny Prigozhin left."), ("0.txt", "Eugene", "Yevgeny")),
        (("Boxer Us\u00adik won.", "Oleksandr Usyk won."), ("0.txt", "Us\u00adik", "Usyk")),
        (("Sergei Zabolotskyi.", "Serhii Zabolotskyy.", "Zabolotskyy"), ("0.txt", "Zabolotskyi", "Zabolotskyy")),
    ],
)
def test_the_rarer_spelling_is_marked(linter, texts, found):
    assert findings(linter, *texts) == [(*found, "warning")]


@pytest.mark.parametrize(
    "texts",
    [
        ("Ivan Petrenko left.", "Oleh Petrienko left."),
        ("Andrii Zabolotskyi left.", "Oleh Zabolotskyi left."),
        ("Petro Zabolotsky left.", "Olha Zabolotska left."),
        ("Serhii Haidai left. Serhii", "Sergiy Petrenko left. Sergiy"),
        ("Nancy Johnson left.", "Nancy Jonson left."),
        ("Serhiy Haidai left.", "Serhiy Haidai came."),
        ("The usyk is a beetle.", "Usik won."),
    ],
)
def test_two_people_are_two_people(linter, texts):
    assert findings(linter, *texts) == []


def test_spellings_that_the_glossary_admits_are_a_note(linter):
    assert {severity for *_, severity in findings(linter, "Zelenskyy left.", "Zelensky left.", "Zelensky.")} == {"info"}


def test_accents_are_a_note(linter):
    found = findings(linter, "Dariusz Brudzińsky left.", "Dariusz Brudzinsky left.", "Brudzinsky")
    assert [severity for *_, severity in found] == ["info"]


def test_a_spelling_is_marked_once_in_a_file_and_in_no_more_than_fifty_files(linter):
    found = Across(linter.vocabulary)
    kept = []
    for number in range(70):
        (document,) = documents("Serhiy Hajday left. Hajday came.")
        names = list(uses(document, linter.vocabulary, ()))
        kept.append(found.add(f"{number}.txt", names))
    for number in range(80):
        (document,) = documents("Serhiy Haidai left.")
        found.add(f"more-{number}.txt", uses(document, linter.vocabulary, ()))
    paths = [path for path, _ in found.findings()]
    assert paths == [f"{number}.txt" for number in range(50)]
    assert kept == [True] * 50 + [False] * 20


def test_what_is_an_alarm_already_is_not_said_again(linter):
    (document,) = documents("Anton Pidlisnyy spoke. Pidlisny left. Pidlisny ate.")
    alarms = linter.lint(document).findings
    assert "Pidlisnyy" not in {use.text for use in uses(document, linter.vocabulary, alarms)}


def test_places_in_a_long_document_are_those_of_the_file(linter):
    text = "Nothing happened.\n\n" * 60_000 + "Serhiy Hajday left."
    (document,) = documents(text)
    (use,) = uses(document, linter.vocabulary, ())
    assert text[use.start :].startswith("Hajday")
    assert text[use.given_start :].startswith("Serhiy")
