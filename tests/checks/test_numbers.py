import pytest

from lintnews.checks import numbers


@pytest.mark.parametrize(
    ("text", "found", "rule", "suggested"),
    [
        ("The aid is worth 2,5 billion euros.", "2,5", "decimal-comma", ("2.5",)),
        ("A 12,7mm gun fired.", "12,7", "decimal-comma", ("12.7",)),
        ("Output grew by 2, 5 percent.", "2, 5", "split-number", ("2.5",)),
        ("Exports fell to 3. 7 million tons.", "3. 7", "split-number", ("3.7",)),
        ("He paid 4 thousand 500 hryvnias.", "4 thousand 500", "split-thousand", ("4,500",)),
        ("Some 300soldiers crossed.", "300soldiers", "glued-number", ("300 soldiers",)),
        ("Wind of 5-10 m/C.", "10 m/C", "native-unit", ("10 m/s",)),
        ("Gas costs $ 5 there.", "$ ", "spaced-sign", ("$",)),
    ],
)
def test_flags(give, text, found, rule, suggested):
    (finding,) = give(numbers, text)
    assert (text[finding.start : finding.end], finding.rule.partition("/")[2]) == (found, rule)
    assert finding.suggestions[:1] == suggested


@pytest.mark.parametrize(
    "text",
    [
        "In 2021, 5 percent left.",
        "Sections 1, 2, 5 percent apart.",
        "On May 2, 5 million people voted.",
        "It cost £10million and 1,250,000 euros.",
        "See https://example.org/in2021 and @man2020.",
        "The 2014. 3 million people left.",
        "Clothes for girls (8, 10,12 years).",
    ],
)
def test_passes(give, text):
    assert give(numbers, text) == []
