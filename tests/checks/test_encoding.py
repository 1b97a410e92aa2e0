import pytest

from lintnews.checks import encoding


@pytest.mark.parametrize(
    ("text", "found", "rule", "suggested"),
    [
        ("Itâ€™s here.", "â€™", "mojibake", ("’",)),
        ("By TASS Ðîññèÿ, Ìîñêâà.", "Ðîññèÿ, Ìîñêâà", "mojibake", ()),
        ("The minister�s car.", "�", "lost-character", ()),
        ("A so\xadft word.", "\xad", "invisible-character", ("",)),
    ],
)
def test_flags(give, text, found, rule, suggested):
    (finding,) = give(encoding, text)
    assert (text[finding.start : finding.end], finding.rule.partition("/")[2]) == (found, rule)
    assert finding.suggestions[:1] == suggested


@pytest.mark.parametrize(
    "text",
    [
        "A naïve façade in São Paulo and Łódź, ça va.",
        "Ærøskøbing’s “Ångström”.",
    ],
)
def test_passes(give, text):
    assert give(encoding, text) == []
