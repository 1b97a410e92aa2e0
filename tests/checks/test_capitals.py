import pytest

from lintnews.checks import capitals


@pytest.mark.parametrize(
    ("text", "found", "rule", "suggested"),
    [
        ("The lawyer mark Ivanenko came.", "mark Ivanenko", "small-name", ("Mark Ivanenko",)),
        ("The polish and ukrainian envoys met.", "ukrainian", "small-nationality", ("Ukrainian",)),
        ("Xi JInping spoke.", "JInping", "double-capital", ("Jinping",)),
        ("It rained; O over the day it stopped.", "O", "stray-letter", ("",)),
        ("He said that The town was hit.", "The", "stray-capital", ("the",)),
    ],
)
def test_flags(give, text, found, rule, suggested):
    (finding,) = give(capitals, text)
    assert (text[finding.start : finding.end], finding.rule.partition("/")[2]) == (found, rule)
    assert finding.suggestions[:1] == suggested


@pytest.mark.parametrize(
    "text",
    [
        "We mark Ivanenko Day and will Ivanov come?",
        "See https://x.org/ukrainian-news and @ukrainian and #russian.",
        "MPs, UAVs, NGOs and VKontakte.",
        "He reads The New York Times.",
    ],
)
def test_passes(give, text):
    assert give(capitals, text) == []
