import pytest

from lintnews.checks import stops


@pytest.mark.parametrize(
    ("text", "found", "rule", "suggested"),
    [
        ("It began in the winter. of last year.", "winter. of", "stray-stop", ("winter of",)),
        ("It costs 5 rubles. per month.", "rubles. per", "stray-stop", ("rubles per",)),
        ("The plant closed. the workers left.", "closed. the", "small-sentence", ("closed. The",)),
        ("They left the city.The bridge is closed.", "city.The", "lost-space", ("city. The",)),
        ("He thanked them,, all of them.", ",,", "doubled-mark", (",",)),
        ("They said so. . It rained.", ". .", "doubled-mark", (".",)),
        ("The mayor , a doctor, left.", " ,", "space-before-mark", (",",)),
        ("The unit (of the army left.", "(", "unpaired-mark", ()),
    ],
)
def test_flags(give, text, found, rule, suggested):
    (finding,) = give(stops, text)
    assert (text[finding.start : finding.end], finding.rule.partition("/")[2]) == (found, rule)
    assert finding.suggestions[:1] == suggested


@pytest.mark.parametrize(
    "text",
    [
        "He met Gen. of the army, etc. and left.",
        "Booking.com, Strana.Today, the U.S. and p.m. on Monday.",
        "He waited... and . . . waited.",
        "“It runs on.\n“It ends.”",
        "Points: a) one b) two :)",
    ],
)
def test_passes(give, text):
    assert give(stops, text) == []
