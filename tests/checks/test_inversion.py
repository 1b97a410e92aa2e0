import pytest

from lintnews.checks import inversion


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In Odesa yesterday evening opened a pier.", "In Odesa yesterday evening opened"),
        ("In Poltava tried to sell a bell.", "In Poltava tried"),
        ("They left. On Friday in the center of the city detained two singers.", "On Friday in the center of the city detained"),
        ("Last week in Dnipro was held the fair.", "Last week in Dnipro was"),
        ("Near Kharkiv found a raft.", "Near Kharkiv found"),
        ("Yesterday began to mend the bridge.", "Yesterday began"),
    ],
)
def test_flags(give, text, found):
    (finding,) = give(inversion, text)
    assert text[finding.start : finding.end] == found


@pytest.mark.parametrize(
    "text",
    [
        "In Odesa yesterday evening a pier opened.",
        "In Lutsk, opened in 1965, the rink is cold.",
        "In the corner of the yard stood a clock.",
        "On Monday Petrenko opened a pier.",
        "In Kyiv Petrenko found a raft.",
        "Under Biden proposed rules were cut.",
        "In a letter published on Monday he said no.",
        "In the city created by the tsar lived a cook.",
        "The city last week detained two singers.",
        "On Monday was the fair.",
        "In Kyiv",
        "Yesterday",
    ],
)
def test_passes(give, text):
    assert give(inversion, text) == []
