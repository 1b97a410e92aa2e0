"""Whole corrections with the built-in rules: idempotent, clean of what they mended, and nothing else touched."""

from __future__ import annotations

from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lintnews.config import Settings
from lintnews.correct import Correction, correct
from lintnews.fix.edits import edits
from lintnews.linter import Linter
from lintnews.view import View


@cache
def linter() -> Linter:
    return Linter(Settings())


def corrected(text: str, unsafe: bool = False) -> Correction:
    return correct(linter(), text.encode(), "draft.txt", unsafe)


ARTIFACTS = "Kiev|Kharkov|Kharkov’s|Odessa|full -scale|the the|an Kharkov|a BREM|the OVA|bаnk|mi\u200bnister".split("|")
WORDS = "The|mayor|of|a|town|left|in|the|rain|“|”|on Monday|.|,|\n\n|\r\n|and|🙂".split("|")


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(ARTIFACTS + WORDS), min_size=1, max_size=30).map(" ".join), st.booleans())
def test_correcting_twice_is_correcting_once(text: str, unsafe: bool) -> None:
    once = corrected(text, unsafe)
    twice = correct(linter(), once.data, "draft.txt", unsafe)
    assert twice.data == once.data
    assert twice.made == 0
    document = once.result.document
    assert document is not None
    assert document.text.encode() == once.data


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(ARTIFACTS + WORDS), min_size=1, max_size=20).map(" ".join))
def test_nothing_but_what_was_found_changes(text: str) -> None:
    result = linter().lint_bytes(text.encode(), "draft.txt")
    assert result.document is not None
    made = edits(View(result.document), result.findings)
    covered = {n for edit in made for n in range(edit.start, edit.end)}
    for edit in made:
        near = [f for f in result.findings if f.safe and f.start < max(edit.end, edit.start + 1) and edit.start < f.end]
        assert near  # each edit comes from a finding; it may have grown to take the article along
        assert min(f.start for f in near) - edit.start <= len("an ")
    first = corrected(text)
    if first.made == len(made):
        kept = "".join(letter for n, letter in enumerate(text) if n not in covered)
        letters = iter(first.data.decode())
        assert all(letter in letters for letter in kept)  # all of it is still there, in order


def test_running_text_is_corrected_and_quotations_are_not() -> None:
    speech = "“We love Kiev and will come back,” he said in "
    text = f"Trains leave Kiev for the Kharkov region.\r\n\r\n{speech}Kharkov’s station.\r\n"
    expected = f"Trains leave Kyiv for the Kharkiv region.\r\n\r\n{speech}Kharkiv’s station.\r\n"
    correction = corrected(text)
    assert correction.data.decode() == expected
    assert correction.made == 3
    assert [finding.rule for finding in correction.result.findings] == ["russian-exonym/kyiv"]


def test_corrections_that_undo_each_other_end_in_the_same_state() -> None:
    class Fickle(Linter):
        """Finds "aa" wherever "bb" was, and the other way round."""

        def __init__(self) -> None:
            super().__init__(Settings(), linter().lexicon)

        def lint_bytes(self, data: bytes, path: str):  # type: ignore[no-untyped-def]
            from lintnews.model import Finding

            text = data.decode()
            there = [("aa", "bb"), ("bb", "cc"), ("cc", "bb")]
            found = [
                Finding(text.index(old), text.index(old) + 2, "calque/x", "calque", "warning", "certain", "", (new,), safe=True)
                for old, new in there
                if old in text
            ]
            return super().lint_bytes(data, path)._replace(findings=tuple(found))

    fickle = Fickle()
    once = correct(fickle, b"It is aa.", "draft.txt")
    assert once.data == b"It is bb."
    assert correct(fickle, once.data, "draft.txt").data == once.data


def test_what_cannot_be_read_is_said_and_kept() -> None:
    correction = correct(linter(), b"\0\1\2", "draft.txt")
    assert correction.data == b"\0\1\2"
    assert "binary" in correction.result.error


# Corrected as well, but otherwise than the writer of the example did.
OTHERWISE = {
    "Maps of the Institute of War Research show no advance near Lyman.",
    "Deputies of the Supreme Rada passed the bill on Tuesday.",
    "The VVK found him fit for service.",
}


def test_what_is_corrected_unasked_reads_as_the_writers_of_the_rules_would_have_it() -> None:
    made, wrong = 0, []
    for info in linter().rules_with_examples():
        for example in info.examples:
            if not example.fix or example.text in OTHERWISE:
                continue
            correction = corrected(example.text)
            made += bool(correction.made)
            if correction.made and correction.data.decode() != example.fix:
                wrong.append(f"{info.rule}: {correction.data.decode()} instead of {example.fix}")
    assert wrong == []
    assert made >= 50
