import pytest

from lintnews.checks import given_names


@pytest.mark.parametrize(
    ("text", "found", "suggested"),
    [
        ("Yevgeny Prigozhin came. Eugene Prigozhin left; Yevgeny Prigozhin stayed.", "Eugene", "Yevgeny"),
        ("Oleksandr Usyk won, and Alexander Usyk's coach was glad.", "Alexander", "Oleksandr"),
        ("Nikolai Hrytsenko, Mykola Hrytsenko, Nikolai Hrytsenko", "Mykola", "Nikolai"),
        ("Serhiy Haidai and Sergei Haidai", "Sergei", "Serhiy"),
        ("Eugene Prigozhin came. Yevgeny Prigozhin left.", "Eugene", "Yevgeny"),
        ("Alexander Usyk won, and Oleksandr Usyk was glad.", "Alexander", "Oleksandr"),
        ("Andrew Vasilenko met Andriy Vasilenko.", "Andrew", "Andriy"),
        ("Michael Zabolotsky and Mykhailo Zabolotsky", "Michael", "Mykhailo"),
        ("Peter Zabolotsky and Pyotr Zabolotsky", "Peter", "Pyotr"),
        ("Sergei Haidai and Serhiy Haidai", "Serhiy", "Sergei"),
    ],
)
def test_one_name_in_two_languages(give, text, found, suggested):
    (finding,) = give(given_names, text)
    assert text[finding.start : finding.end] == found
    assert finding.suggestions == (suggested,)


@pytest.mark.parametrize(
    "text",
    [
        "Andriy Vasilenko met Oleh Vasilenko.",
        "President Haidai met Serhiy Haidai.",
        "George Smith met Yuri Smith.",
        "Peter Parker and Pyotr Pavlov, or Peter Pavlov's brother Paul.",
    ],
)
def test_other_people_are_other_people(give, text):
    assert give(given_names, text) == []


def test_every_place_of_the_rarer_name_is_marked(give):
    text = "Dmitry Utkin fell. Dmytro Utkin and Dmytro Utkin. Dmitry Utkin, Dmitry Utkin."
    findings = give(given_names, text)
    assert [text[finding.start : finding.end] for finding in findings] == ["Dmytro", "Dmytro"]
    assert {text[cue.start : cue.end] for finding in findings for cue in finding.evidence} == {"Dmitry"}
