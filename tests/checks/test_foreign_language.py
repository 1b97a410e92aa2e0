import pytest

from lintnews.checks import foreign_language


@pytest.mark.parametrize(
    ("text", "found", "rule", "suggested"),
    [
        (
            "Prezydent spotkał się wczoraj wieczorem z dowódcami.",
            "Prezydent spotkał się wczoraj wieczorem z dowódcami",
            "other-language",
            (),
        ),
        ("Dzisiejsze wiadomości\nThe mayor spoke of roads.", "Dzisiejsze wiadomości", "other-language", ()),
    ],
)
def test_flags(give, text, found, rule, suggested):
    (finding,) = give(foreign_language, text)
    assert (text[finding.start : finding.end], finding.rule.partition("/")[2]) == (found, rule)
    assert finding.suggestions[:1] == suggested


@pytest.mark.parametrize(
    "text",
    [
        "Jarosław Kaczyński met Wołodymyr Zełenski in Łódź.",
        "He watched “La dolce vita” and “Das Boot”.",
        "An alot of peple sed the shud and dont lern.",
    ],
)
def test_passes(give, text):
    assert give(foreign_language, text) == []
