import pytest

from lintnews.checks import dates


@pytest.mark.parametrize(
    ("text", "found", "rule", "suggested"),
    [
        ("A 45-years-old driver died.", "45-years-old", "age", ("45-year-old",)),
        ("The driver is 45-years old and healthy.", "45-years old", "age", ("45 years old",)),
        ("On the 2-nd day it rained.", "2-nd", "ordinal", ("2nd",)),
        ("On the 17 th day it rained.", "17 th", "ordinal", ("17th",)),
        ("It was the 22th raid.", "22th", "ordinal", ("22nd",)),
        ("Music of the 90-s played.", "90-s", "ordinal", ("90s",)),
        ("The 4-go tour is over.", "4-go", "ordinal", ("4th",)),
        ("They met on 31 April.", "31 April", "impossible-date", ()),
        ("The siren went off at 9. 45, he said.", "9. 45", "clock", ("9:45",)),
        ("In 2019 year, the plant closed.", "2019 year", "year-word", ("2019",)),
    ],
)
def test_flags(give, text, found, rule, suggested):
    (finding,) = give(dates, text)
    assert (text[finding.start : finding.end], finding.rule.partition("/")[2]) == (found, rule)
    assert finding.suggestions[:1] == suggested


@pytest.mark.parametrize(
    "text",
    [
        "A 66-year-old, two 7-year-olds and a 30-year plan.",
        "The 11th, 12th, 13th and 21st day.",
        "He scored at 14. The 45 fans left.",
        "The 2022 year-end and the 2012 year on year.",
        "It opened on 29 February.",
    ],
)
def test_passes(give, text):
    assert give(dates, text) == []
