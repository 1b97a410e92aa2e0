import pytest

from lintnews.checks import literal_surnames


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The prosecutor Oleksandr Cucumber opened the case.", "Oleksandr Cucumber"),
        ("Photo: Gennady Oak / agency.", "Gennady Oak"),
        ("A goal by Serhiy Wheels's side.", "Serhiy Wheels"),
    ],
)
def test_flags(give, text, found):
    (finding,) = give(literal_surnames, text)
    assert text[finding.start : finding.end] == found


@pytest.mark.parametrize(
    "text",
    [
        "The prosecutor Oleksandr Ohirko opened the case.",
        "Taras Street crosses Andriy Square.",
        "Svetlana Baker met Stephanie Cucumber.",  # people marry; no given name of the region
        "Oleksandr, Cucumber said, left.",
        "Oleksiy Wins Gold Medal Again",  # a heading
        "Serhiy cucumber salad.",
    ],
)
def test_passes(give, text):
    assert give(literal_surnames, text) == []
