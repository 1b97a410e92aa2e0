import pytest

from lintnews.checks import acronyms


@pytest.mark.parametrize(
    ("text", "found", "rule", "suggested"),
    [
        ("The head of the KRDA spoke.", "KRDA", "unexplained", ()),
    ],
)
def test_flags(give, text, found, rule, suggested):
    (finding,) = give(acronyms, text)
    assert (text[finding.start : finding.end], finding.rule.partition("/")[2]) == (found, rule)
    assert finding.suggestions[:1] == suggested


@pytest.mark.parametrize(
    "text",
    [
        "The KRDA (Kyiv Regional Defence Agency) spoke.",
        "The Kyiv Regional Defence Agency spoke, and the KRDA left.",
        "NATO and the GDP of the USSR in XIX.",
        "WE WILL NEVER STOP.",
        "The Su-27UBK and the AK-74M; see example.org/KRDA.",
    ],
)
def test_passes(give, text):
    assert give(acronyms, text) == []
