"""[sic]: what it honours, and what only looks like it."""

from __future__ import annotations

import re

import pytest

from lintnews.judge.sic import honour
from lintnews.model import Document, Finding, Mask, Segment
from lintnews.read import plain
from lintnews.view import View


def finding(start: int, end: int, set_aside: str = "") -> Finding:
    return Finding(start, end, "calque/a", "calque", "warning", "certain", "", set_aside=set_aside)


def honoured(document: Document) -> str:
    """The words of a document that are set aside when each of them is a finding; one of capitals alone is none."""
    words = [match.span() for match in re.finditer(r"\w+", document.text)]
    found = honour(View(document), [finding(*span) for span in words if "sic" not in document.text[slice(*span)].lower()])
    return " ".join(document.text[f.start : f.end] for f in found if f.set_aside == "marked [sic]")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He went to Kiev [sic] and Lvov.", "Kiev"),
        ("He went to Kiev[sic] and Lvov.", "Kiev"),
        ("Kiev (sic) and Lvov (sic!).", "Kiev Lvov"),
        ("Kiev [Sic] and Lvov [SIC!] and Rovno ( sic. )", "Kiev Lvov Rovno"),
        ("“We are in Kiev [sic] now,” he said.", "Kiev"),
        ("They call it “the massive blow” [sic] there.", "the massive blow"),
        ("“We went there on a day of spring to Lvov” [sic].", "Lvov"),
        ("They call it “the blow” [sic] and [sic] there.", "the blow and"),
        ("The Kiev, [sic] he said.", "Kiev"),
        ("[sic] Kiev", ""),
        ("Kiev.\n\n[sic] Lvov.", ""),
        ("Kiev (sick) and [basic] Lvov [sic", ""),
        ("Kiev sic Lvov", ""),
        ("", ""),
    ],
)
def test_the_word_or_the_quoted_phrase_before(text, words):
    assert honoured(plain.read(text.encode(), "a.txt")) == words


def test_a_finding_of_several_words_that_ends_before_the_mark_or_goes_on_over_it():
    document = plain.read(b"He caused a blow [sic] to it. He caused [sic] a blow.", "a.txt")
    spans = [(3, 16), (33, 52), (0, 2)]
    found = honour(View(document), [finding(*span) for span in sorted(spans)])
    assert [bool(f.set_aside) for f in found] == [False, True, True]


def test_markup_inside_and_around_the_mark():
    text = "<i>Kiev</i> [<i>sic</i>] and Lvov"
    masks = tuple(Mask(*match.span()) for match in re.finditer("<[^>]*>", text))
    assert set(honoured(Document("a", "html", text, (Segment(0, len(text)),), masks)).split()) == {"Kiev", "i"}


def test_another_reason_is_kept():
    document = plain.read(b"Kiev [sic]", "a.txt")
    assert honour(View(document), [finding(0, 4, "a cue")])[0].set_aside == "a cue"
