import pytest

from lintnews.checks import spelling


@pytest.mark.parametrize(
    ("text", "found", "rule", "suggested"),
    [
        ("The shellling went on.", "shellling", "tripled-letter", ("shelling",)),
        ("The goverment left.", "goverment", "unknown-word", ("government",)),
        ("The gover\u00adment's port.", "gover\u00adment", "unknown-word", ("government",)),
    ],
)
def test_flags(give, text, found, rule, suggested):
    (finding,) = give(spelling, text)
    assert (text[finding.start : finding.end], finding.rule.partition("/")[2]) == (found, rule)
    assert finding.suggestions[:1] == suggested


@pytest.mark.parametrize(
    "text",
    [
        "The colour of Avdiivka; the organisers demined it.",
        "See example.org/shellling or @shellling.",
        "Shellling is a name here.",
    ],
)
def test_passes(give, text):
    assert give(spelling, text) == []
