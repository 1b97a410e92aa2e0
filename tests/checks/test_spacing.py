import pytest

from lintnews.checks import spacing


@pytest.mark.parametrize(
    ("text", "found", "rule", "suggested"),
    [
        ("A long -term plan.", "long -term", "spaced-hyphen", ("long-term",)),
        ("A full - scale war.", "full - scale", "spaced-hyphen", ("full-scale",)),
        ("The firstUkrainian drone.", "firstUkrainian", "glued-words", ("first Ukrainian",)),
        ("Use of steel boatsSteel is cheap.", "boatsSteel", "glued-words", ("boats Steel",)),
        ("He saw Steel boatsSteel boats there.", "Steel boatsSteel boats", "glued-words", ("Steel boats",)),
        ("In Moskovsky ListokThe singer spoke.", "ListokThe", "glued-words", ("Listok The",)),
        ("He addedthat they left.", "addedthat", "glued-words", ("added that",)),
        ("One ofthe three fell.", "ofthe", "glued-words", ("of the",)),
    ],
)
def test_flags(give, text, found, rule, suggested):
    (finding,) = give(spacing, text)
    assert (text[finding.start : finding.end], finding.rule.partition("/")[2]) == (found, rule)
    assert finding.suggestions[:1] == suggested


@pytest.mark.parametrize(
    "text",
    [
        "Short- and long-term - so far - Afghan-led and -owned.",
        "The iPhone, eBay, YouTube, McDonald, macOS and PrivatBank.",
        "See @theUkrainian and https://x.org/theUkrainian.",
        "He said - well - this: -x.",
    ],
)
def test_passes(give, text):
    assert give(spacing, text) == []
