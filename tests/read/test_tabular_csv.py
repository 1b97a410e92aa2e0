from __future__ import annotations

import csv
import io

import pytest
from documents import assert_sound, prose
from hypothesis import given
from hypothesis import strategies as st

from lintnews.errors import InputError
from lintnews.model import ReadOptions
from lintnews.read.tabular_csv import read

CELL = st.lists(st.text(alphabet=st.sampled_from('abcé🏠",;|\t.<&'), min_size=1, max_size=5), min_size=1, max_size=6).map(
    lambda words: " ".join(f"a{word}a" for word in words)
)


def shown(text: str, *fields: str, name: str = "a.csv") -> list[str]:
    document = read(text.encode(), name, ReadOptions(fields))
    assert_sound(document, text.encode())
    return prose(document)


@given(st.lists(st.tuples(CELL, CELL), min_size=2), st.sampled_from(",;\t|"), st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]))
def test_the_view_reads_the_prose_and_nothing_else(rows: list[tuple[str, str]], separator: str, quoting: int) -> None:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=separator, quoting=quoting)
    writer.writerows([("ID", "Title", "note", "body"), *(("1", title, "Kiev", body) for title, body in rows)])
    found = shown(file.getvalue(), name="a.tsv" if separator == "\t" else "a.csv")
    assert [words.split() for words in found] == [cell.split() for row in rows for cell in row]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_what_fits_every_row(separator: str) -> None:
    text = "id?title?body\n1?One, two; three | four?Five\n2?Six, seven?Eight\n".replace("?", separator)
    rows = text if separator not in ",;|" else text.replace(", ", " ").replace("; ", " ").replace("| ", "")
    assert len(shown(rows)) == 4


def test_quotes_and_lines() -> None:
    text = 'title,body\r\n"One ""two"" three","Four\r\n\r\nfive"\r\n"six" seven,"eight\r\n'
    assert shown(text) == ['One "two" three', "Four", "five", '"six" seven', '"eight']


def test_html_in_a_cell() -> None:
    assert shown('body\n"<p class=""x"">One</p><p>Two &amp; <b>three</b></p>"\n') == ["One", "Two & three"]


def test_columns() -> None:
    text = "a,Title,b\nKiev,One,Two\n"
    assert shown(text) == ["One"]
    assert shown(text, "b", "A") == ["Kiev", "Two"]
    with pytest.raises(InputError, match="has no column lead; its columns are a, title, b"):
        shown(text, "lead")


def test_without_a_usual_name_every_cell_of_some_words_is_read() -> None:
    assert shown("one two three four,x\ny,five six seven eight\n") == ["one two three four", "five six seven eight"]


def test_roles_and_locators() -> None:
    document = read(b"title,body\n\nOne,Two\n", "a.csv")
    assert [(s.role, s.locator) for s in document.segments] == [("headline", "row 2, title"), ("body", "row 2, body")]


@pytest.mark.parametrize("text", ["", "\n", "title\n", "title,body\n,\n"])
def test_nothing_to_read(text: str) -> None:
    assert shown(text) == []
