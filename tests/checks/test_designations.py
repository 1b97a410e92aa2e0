import pytest

from lintnews.checks import designations


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        ("Russia lost a Su-35C.", "Su-35C", "Su-35S"),
        ("A 2C43 fired near Kharkiv.", "2C43", "2S43"),
        ("Russian X-101 missiles flew in.", "X-101", "Kh-101"),
        ("Ukraine's BTP-80 burned.", "BTP-80", "BTR-80"),
        ("Kyiv hit a Mi-28HM.", "Mi-28HM", "Mi-28NM"),
    ],
)
def test_flags(give, text, found, right):
    (finding,) = give(designations, text)
    assert (text[finding.start : finding.end], finding.suggestions) == (found, (right,))


@pytest.mark.parametrize(
    "text",
    [
        "Russia lost a Su-35S, a 2S43 and a BTR-80.",
        "NASA flew the X-59 over California.",  # nothing says that the passage is about the region
        "Kyiv bought the C-130 and the CH-47.",
        "See example.org/2C43 in Ukraine, and code AX-101-2C43.",
    ],
)
def test_passes(give, text):
    assert give(designations, text) == []
