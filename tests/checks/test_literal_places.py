import pytest

from lintnews.checks import literal_places


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        ("Kyiv said attacks failed near Spirne, Thorny and Nevske.", "Thorny", "Terny"),
        ("Kyiv said attacks failed near Spirne, Nevske and Clear Field.", "Clear Field", "Yasne Pole"),
        ("In Ukraine, lights went out in S. Pigeon and Oleneva.", "Pigeon", "Holubyne"),
        ("A shell hit the village of Raspberry in Ukraine.", "Raspberry", "Malynove"),
        ("Kyiv’s troops advanced near Dry Ravine.", "Dry Ravine", "Sukhyi Yar"),
    ],
)
def test_flags(give, text, found, right):
    (finding,) = give(literal_places, text)
    assert (text[finding.start : finding.end], finding.suggestions[0]) == (found, right)


@pytest.mark.parametrize(
    "text",
    [
        "Kyiv said attacks failed near Spirne, Terny and Nevske.",
        "The shop in Nevske sold roses, raspberry and thorny blackberry, Kyiv said.",
        "Peace, Spirne and Nevske mattered to Kyiv.",  # a capital at the start of a sentence says nothing
        "Oslo opened parks in Grefsen, Flat and Torshov.",  # nothing says that the passage is about the region
        "Ukraine met the village of Green Party voters.",
        "Kyiv likes F. Stone and U.S. Field hospitals.",
        "Ukraine thanked Zhmerynka, White House staff and Khmilnyk.",
    ],
)
def test_passes(give, text):
    assert give(literal_places, text) == []
