"""The judgement: which evidence makes what of a hit."""

import pytest
from lexicons import example, lexicon_of, view_of

from lintnews.judge.judge import judge
from lintnews.match.tokens import find, outside_right_forms

TERM = """[[term]]
id = "nrc"
en = ["National Resistance Center"]
uk = ["ЦНС"]
near = ["@occupation", "partisan"]
unless = ["@medicine", "party"]
[term.reject]
acronym-expansion = ["central nervous system"]
untranslated-acronym = [{ form = "TsNS", near = [] }]
"""
CUES = {"occupation": "occupied occupier Luhansk Kremlin", "medicine": "brain drug spinal patient"}


def findings(text: str, toml: str = TERM):
    lexicon = lexicon_of(toml + example("term" if "[[term]]" in toml else "confusion"), cues=CUES)
    view = view_of(text)
    return list(judge(view, lexicon, outside_right_forms(find(view, lexicon).hits)))


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("In occupied Luhansk, the central nervous system said.", "certain"),
        ("Partisans struck, the central nervous system said.", "likely"),
        ("The central nervous system said. A partisan came.", "possible"),
        ("The central nervous system said. A partisan in Luhansk came.", "likely"),
        ("Occupied towns near Luhansk wait.\n\nThe Kremlin is silent.\n\nThe central nervous system said.", "likely"),
    ],
)
def test_the_nearer_and_the_more_the_surer(text, confidence):
    (finding,) = findings(text)
    assert finding.confidence == confidence
    assert finding.set_aside == ""
    assert finding.severity == ("info" if confidence == "possible" else "error")


def test_without_a_cue_there_is_no_finding():
    assert findings("The central nervous system said.") == []


def test_a_cue_for_the_right_reading_wins_close_by_and_is_named():
    (finding,) = findings("The drug from occupied Luhansk acts on the central nervous system.")
    assert "drug" in finding.set_aside
    assert [item.text for item in finding.evidence if item.weight < 0] == ["drug"]


def test_the_message_names_the_cues_and_where_they_stand():
    text = "In occupied Luhansk, the central nervous system said."
    (finding,) = findings(text)
    assert "‘occupied’ and ‘Luhansk’ stand nearby" in finding.message
    assert "ЦНС" in finding.message
    assert {text[item.start : item.end] for item in finding.evidence} == {"occupied", "Luhansk"}
    assert finding.score == pytest.approx(sum(item.weight for item in finding.evidence))


def test_quoted_speech_lowers_the_confidence():
    (finding,) = findings("“In occupied Luhansk the central nervous system said so and went,” he said.")
    assert finding.confidence == "likely"


def test_the_right_name_elsewhere_in_the_document_speaks_for_it():
    text = "The National Resistance Center wrote.\n\nThe central nervous system added. A partisan came."
    (finding,) = findings(text)
    assert finding.severity == "error"


def test_an_explained_acronym_is_set_aside():
    (first, second) = findings("The center (TsNS) spoke. TsNS spoke.")
    assert first.set_aside
    assert second.set_aside


def test_competing_readings_of_one_acronym_share_their_cues():
    other = '[[term]]\nid = "cns"\nen = ["central nervous system"]\nuk = ["ЦНС"]\nnear = ["neuron"]\n'
    (finding,) = findings("In Luhansk a neuron of the central nervous system.", other + TERM)
    assert "neuron" in finding.set_aside


CONFUSION = """[[confusion]]
id = "povistka"
uk = ["повістка"]
[[confusion.sense]]
gloss = "call-up paper"
en = ["draft notice"]
near = ["conscript", "military age"]
slot = ["hand~ out {}"]
[[confusion.sense]]
gloss = "court summons"
en = ["subpoena"]
near = ["court", "grand jury"]
"""


@pytest.mark.parametrize(
    ("text", "alarm"),
    [
        ("They handed out subpoenas in the metro.", True),
        ("Men of military age got subpoenas.", True),
        ("The court handed out subpoenas.", False),
        ("The grand jury issued a subpoena to a conscript.", False),
        ("He got a subpoena.", False),
    ],
)
def test_a_word_with_two_senses(text, alarm):
    found = [f for f in findings(text, CONFUSION) if not f.set_aside and f.severity != "info"]
    assert bool(found) is alarm
    assert all(f.suggestions == ("draft notice",) for f in found)
