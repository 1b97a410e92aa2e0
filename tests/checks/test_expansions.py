import pytest

from lintnews.checks import expansions


@pytest.mark.parametrize(
    ("text", "found", "acronym"),
    [
        ("The Territorial Assembly Center in Kyiv, Ukraine.", "Territorial Assembly Center", "ТЦК"),
        ("In Ukraine, territorial packaging centres hand out papers.", "territorial packaging centres", "ТЦК"),
        ("In Ukraine, staff of territorial staffing centers hand out papers.", "territorial staffing centers", "ТЦК"),
    ],
)
def test_flags(give, text, found, acronym):
    (finding,) = give(expansions, text)
    assert text[finding.start : finding.end] == found
    assert acronym in finding.message
    assert finding.severity == "warning"


def test_a_word_that_could_be_in_a_name_is_a_note(give):
    (finding,) = give(expansions, "The National Statistics Center in Kyiv, Ukraine.")
    assert finding.severity == "info"
    assert "ЦНС" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "The Territorial Assembly Center in Ohio opened.",
        "The territorial recruitment center in Kyiv, Ukraine.",
        "The National Resistance Center in Kyiv, Ukraine.",
        "The head of the Presidential Office in Kyiv, Ukraine.",
        "The Russian Security Council met in Moscow, Russia.",
        "The State Medical University in Moscow, Russia.",
        "The forces' military operations in Kyiv, Ukraine.",
        "The Main Intelligence Directorate of Ukraine.",
        "In Kyiv, Ukraine, territorial, assembly and center.",
    ],
)
def test_names_of_other_things_are_left_alone(give, text):
    assert give(expansions, text) == []
