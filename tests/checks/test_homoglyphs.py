from __future__ import annotations

import pytest

from lintnews.checks import homoglyphs


@pytest.mark.parametrize(
    ("text", "found", "suggested"),
    [
        ("The bаnk closed.", "bаnk", ("bank",)),
        ("A mattress 90х190 in size.", "х", ("x",)),
        ("It was 20 °С outside.", "С", ("C",)),
        ("Delegates meet at СОР today.", "СОР", ("COP",)),
        ("Some 2300 переглядiв so far.", "переглядiв", ()),
        ("The museum honours В. Petrov.", "В", ()),
    ],
)
def test_words_in_disguise(give, text, found, suggested):
    (finding,) = give(homoglyphs, text)
    assert text[finding.start : finding.end] == found
    assert finding.suggestions == suggested
    assert finding.safe is bool(suggested)


def test_half_transliterated_words_are_one_finding(give):
    text = "They use stvorenі trudnoshchі, pоsylюyut doviru."
    (finding,) = give(homoglyphs, text)
    assert text[finding.start : finding.end] == "stvorenі trudnoshchі, pоsylюyut"
    assert finding.suggestions == ()


@pytest.mark.parametrize("text", ["TNFα, 5 µm, 10 kΩ, ΔT = 3.", "A naïve café in Łódź.", "Новини тижня."])
def test_symbols_accents_and_whole_passages_pass(give, text):
    assert give(homoglyphs, text) == []
