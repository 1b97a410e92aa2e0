import pytest

from lintnews.checks import residue


@pytest.mark.parametrize(
    ("text", "found", "rule", "suggested"),
    [
        ("A gruzovichnik turned over.", "gruzovichnik", "romanized-word", ()),
        ("The fate of the marshrutochniki is open.", "marshrutochniki", "romanized-word", ()),
        ("He signed the novaya position.", "novaya", "romanized-word", ()),
    ],
)
def test_flags(give, text, found, rule, suggested):
    (finding,) = give(residue, text)
    assert (text[finding.start : finding.end], finding.rule.partition("/")[2]) == (found, rule)
    assert finding.suggestions[:1] == suggested


@pytest.mark.parametrize(
    "text",
    [
        "The apparatchiks went to the dacha by tsar’s decree.",
        "Khokhlenko met Zhuravlyova.",
        "See example.org/novaya-zhizn and @dorozhenka.",
    ],
)
def test_passes(give, text):
    assert give(residue, text) == []


def test_an_explained_word_is_only_noted(give):
    (finding,) = give(residue, "They sang of the dorozhenka (the little road).")
    assert finding.severity == "info"
