import pytest

from lintnews.checks import repetition


@pytest.mark.parametrize(
    ("text", "found", "rule", "suggested"),
    [
        ("He saw the the car.", "the the", "doubled-word", ("the",)),
        ("The roof will leak leak leak again.", "leak leak leak", "doubled-word", ("leak",)),
        ("It hit the plant’s plant.", "plant’s plant", "own-possessive", ("plant",)),
        ("Hryshchuk Viktor Hryshchuk left.", "Hryshchuk Viktor Hryshchuk", "name-around-name", ("Viktor Hryshchuk",)),
        ("He was angry and angry.", "angry and angry", "coupled-word", ("angry",)),
        ("They met in the hall in the hall.", "in the hall in the hall", "doubled-phrase", ("in the hall",)),
    ],
)
def test_flags(give, text, found, rule, suggested):
    (finding,) = give(repetition, text)
    assert (text[finding.start : finding.end], finding.rule.partition("/")[2]) == (found, rule)
    assert finding.suggestions[:1] == suggested


@pytest.mark.parametrize(
    "text",
    [
        "He had had it; that that was so very very far.",
        "Boutros Boutros-Ghali.",
        "Again and again and again, hand in hand in hand.",
        "“No no,” he said. Said who? Who.",
    ],
)
def test_passes(give, text):
    assert give(repetition, text) == []


def test_a_repeated_paragraph_is_noted(give):
    text = "The plant stopped work after the strike.\nIt rained.\nThe plant stopped work after the strike."
    (finding,) = give(repetition, text)
    assert finding.severity == "info"
    assert finding.start == text.rindex("The plant")
