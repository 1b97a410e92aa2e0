"""A baseline knows its findings again after the copy around them was edited, and only those."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.errors import ConfigError
from lintnews.fingerprint import Entry
from lintnews.judge.baseline import Baseline, entries_of, load, recognise, render, sift
from lintnews.model import Document, Finding, Mask, Result, Segment
from lintnews.read import plain

FOUND = re.compile("Kiev|caused a blow")


def result_of(text: str, path: str = "a.txt") -> Result:
    """What a linter with one rule would give: a finding for each "Kiev" and each "caused a blow"."""
    document = plain.read(text.encode(), path)
    spans = [match.span() for match in FOUND.finditer(text)]
    return Result(path, document, tuple(Finding(*span, "calque/a", "calque", "warning", "certain", "") for span in spans))


def baseline_of(text: str) -> Baseline:
    result = result_of(text)
    assert result.document is not None
    return Baseline("", {"a.txt": Counter(entry for _, entry in entries_of(result.document, result.findings))})


def after(old: str, new: str) -> tuple[list[bool], int]:
    """Of each finding in ``new`` whether the baseline of ``old`` has it, and how many entries are left over."""
    result = sift(result_of(new), baseline_of(old).of("a.txt"))
    return [bool(finding.set_aside) for finding in result.findings], result.expired


OLD = "The mayor of Kiev said on Monday that it is so."


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (OLD, ([True], 0)),
        (f"A new lead.\n\n{OLD}\n\nAnd an end.", ([True], 0)),
        ("The mayor  of\nKIEV’S. Kiev said, on Monday, that it is so.", ([True], 0)),
        ("The former mayor of Kiev said on Tuesday that it is so.", ([True], 0)),
        ("Yesterday Kiev said on Monday that it is so.", ([True], 0)),
        ("The mayor of Kyiv said on Monday that it is so.", ([], 1)),
        ("The mayor of Lviv said on Monday.\n\nTrains to Kiev are late again.", ([False], 1)),
        (f"{OLD}\n\n{OLD}", ([True, False], 0)),
        (f"Trains to Kiev are late.\n\n{OLD}", ([False, True], 0)),
        ("", ([], 1)),
    ],
)
def test_a_finding_is_known_by_its_words_and_neighbours(new, expected):
    assert after(OLD, new) == expected


def test_the_same_entry_twice_is_counted():
    twice = f"{OLD}\n\n{OLD}"
    assert after(twice, twice) == ([True, True], 0)
    assert after(twice, OLD) == ([True], 1)
    assert after(twice, f"{twice}\n\n{OLD}") == ([True, True, False], 0)


def test_each_entry_goes_to_the_finding_that_is_most_like_it():
    old = "The mayor of Kiev said on Monday.\n\nTrains that leave Kiev for Lviv tonight."
    new = "Trains that leave Kiev for Odesa now.\n\nThe new mayor of Kiev said on Monday.\n\nThe mayor of Kiev spoke."
    assert after(old, new) == ([True, True, False], 0)


def test_rules_that_are_not_asked_for_do_not_expire():
    left = sift(result_of("Nothing."), baseline_of(OLD).of("a.txt"), lambda rule: rule != "calque/a")
    assert left.expired == 0


def test_what_is_set_aside_already_uses_no_entry():
    result = result_of(f"{OLD}\n\n{OLD}")
    first, second = result.findings
    applied = sift(result._replace(findings=(first._replace(set_aside="a cue"), second)), baseline_of(OLD).of("a.txt"))
    assert [finding.set_aside for finding in applied.findings] == ["a cue", "in the baseline"]


def test_markup_is_no_neighbour():
    text = "<p>The <b>mayor</b> of K&#105;ev<i> said</i></p>"
    masks = tuple(Mask(*m.span(), "i" if m[0][0] == "&" else "") for m in re.finditer("<[^>]*>|&#105;", text))
    start = text.index("K&")
    finding = Finding(start, start + 9, "calque/a", "calque", "warning", "certain", "")
    document = Document("a.html", "html", text, (Segment(3, len(text) - 4),), masks)
    assert entries_of(document, [finding])[0][1] == Entry("calque/a", "Kiev", ("the", "mayor", "of"), ("said",))


def test_neighbours_are_of_the_same_paragraph():
    result = result_of("One two.\n\nKiev\n\nThree four.")
    assert result.document is not None
    assert entries_of(result.document, result.findings)[0][1] == Entry("calque/a", "Kiev", (), ())


WORDS = st.sampled_from("the mayor of Kiev said that army caused a blow to it on Monday and".split())
PARAGRAPHS = st.lists(st.lists(WORDS, min_size=1, max_size=9).map(" ".join), min_size=1, max_size=8, unique=True)


@given(PARAGRAPHS, PARAGRAPHS, st.randoms(use_true_random=False))
def test_paragraphs_put_in_and_moved_about_keep_every_entry(old, new, random):
    kept = [*old, *new]
    random.shuffle(kept)
    found, expired = after("\n\n".join(old), "\n\n".join(kept))
    assert expired == 0
    assert sum(found) == len(FOUND.findall("\n\n".join(old)))


@given(PARAGRAPHS, st.data())
def test_a_paragraph_taken_out_expires_its_own_entries_and_no_other(old, data):
    gone = data.draw(st.sampled_from(old))
    rest = [paragraph for paragraph in old if paragraph != gone]
    found, expired = after("\n\n".join(old), "\n\n".join(rest))
    assert all(found)
    assert expired == len(FOUND.findall(gone))


@given(PARAGRAPHS, PARAGRAPHS)
def test_words_that_were_not_there_are_never_known(old, new):
    text = "\n\n".join(new).replace("Kiev", "Kyiv").replace("caused a blow", "caused a strike")
    assert after("\n\n".join(old), text) == ([], len(FOUND.findall("\n\n".join(old))))


ENTRIES = st.builds(Entry, st.sampled_from(["a/b", "c/d"]), st.text(max_size=5), *[st.tuples(WORDS, WORDS)] * 2)


@given(st.dictionaries(ENTRIES, st.integers(1, 3)), st.lists(ENTRIES))
def test_each_entry_is_used_as_often_as_it_stands_there(known, found):
    matched, left = recognise(known, found)
    assert sum(matched) + left.total() == sum(known.values())
    assert [matched[found.index(entry)] for entry in known if entry in found].count(False) == 0


@given(st.dictionaries(st.text(min_size=1, max_size=5), st.dictionaries(ENTRIES, st.integers(1, 3), min_size=1)))
def test_what_is_written_is_read_again(tmp_path_factory, files):
    path = tmp_path_factory.mktemp("baseline") / "b.json"
    made = Baseline(str(path.parent), {name: Counter(entries) for name, entries in files.items()})
    path.write_bytes(render(made).encode(errors="backslashreplace"))
    assert load(str(path)).files == made.files
    assert render(load(str(path))) == render(made)


def test_an_entry_is_a_line_in_order():
    shown = render(Baseline("", {"b.txt": Counter({Entry("c/d", "x", ("a",), ()): 2, Entry("a/b", "Київ", (), ()): 1})}))
    assert json.loads(shown)["version"] == 1
    assert shown == (
        '{\n  "version": 1,\n  "files": {\n    "b.txt": [\n'
        '      {"rule": "a/b", "text": "Київ", "before": "", "after": ""},\n'
        '      {"rule": "c/d", "text": "x", "before": "a", "after": "", "count": 2}\n'
        "    ]\n  }\n}\n"
    )
    assert json.loads(render(Baseline(""))) == {"version": 1, "files": {}}


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (None, "no such baseline"),
        ("draft", "not JSON"),
        ("\udce9", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "not a baseline of version 1"),
        ('{"version": 2, "files": {}}', "not a baseline of version 1"),
        ('{"version": 1}', "broken entry"),
        ('{"version": 1, "files": []}', "broken entry"),
        ('{"version": 1, "files": {"a": [1]}}', "broken entry"),
        ('{"version": 1, "files": {"a": [{"rule": "a/b", "text": "x", "before": 1, "after": ""}]}}', "broken entry"),
    ],
)
def test_what_is_no_baseline_says_so(tmp_path: Path, content, problem):
    path = tmp_path / "b.json"
    if content is not None:
        path.write_bytes(content.encode(errors="surrogateescape"))
    with pytest.raises(ConfigError, match=problem) as caught:
        load(str(path))
    assert str(path) in str(caught.value)
