import pytest

from lintnews.checks import genitives


@pytest.mark.parametrize(
    ("text", "found", "suggested"),
    [
        ("The arrest Hryshchenko in Kyiv made news.", "arrest Hryshchenko", "arrest of Hryshchenko"),
        ("He read a statement Hryshchenko.", "statement Hryshchenko", "statement of Hryshchenko"),
        ("Almost all areas Ukraine are red.", "areas Ukraine", "areas of Ukraine"),
        ("It spoke of attempts RF, he said.", "attempts RF", "attempts of RF"),
        ("The streets Kharkiv in the morning.", "streets Kharkiv", "streets of Kharkiv"),
    ],
)
def test_flags(give, text, found, suggested):
    (finding,) = give(genitives, text)
    assert (text[finding.start : finding.end], finding.suggestions) == (found, (suggested,))


@pytest.mark.parametrize(
    "text",
    [
        "The statement Hryshchenko made was read in all areas Ukraine holds.",
        "The party's Hryshchenko and Head Hryshchenko spoke.",
        "His statement, Hryshchenko said, was old.",
        "The statement of Hryshchenko. Attempts by the RF.",
        "Rivals Ukraine and Poland met; hosts Poland and Georgia drew.",
        "The wife Oksana in Kyiv.",
        "Areas: Ukraine's and Poland's.",
        "Streets\nKharkiv",
        "Ukraine",
    ],
)
def test_passes(give, text):
    assert give(genitives, text) == []
