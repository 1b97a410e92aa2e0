import pytest

from lintnews.checks import consistency


@pytest.mark.parametrize(
    ("text", "found", "rule", "suggested"),
    [
        ("Anton Pidlisnyy spoke. Pidlisny left. Pidlisny ate.", "Pidlisnyy", "two-spellings", ("Pidlisny",)),
        ("Viktor Hulyak came; Viktor Huliak and Huliak left.", "Hulyak", "two-spellings", ("Huliak",)),
        ("Oleksandr Zubritsky and Aleksandr Zubrytskyi, or Zubritsky.", "Zubrytskyi", "two-spellings", ("Zubritsky",)),
        ("Gennadiy Zubarev left; Gennadsy Zubariev spoke.", "Zubariev", "two-spellings", ("Zubarev",)),
        (
            "Park Geun-hye met Park Geun Hye; Park Geun Hye left.",
            "Park Geun-hye",
            "two-hyphenations",
            ("Park Geun Hye",),
        ),
    ],
)
def test_flags(give, text, found, rule, suggested):
    (finding,) = give(consistency, text)
    assert (text[finding.start : finding.end], finding.rule.partition("/")[2]) == (found, rule)
    assert finding.suggestions[:1] == suggested


@pytest.mark.parametrize(
    "text",
    [
        "Petro Zabolotsky met Olha Zabolotska and the Zabolotskys.",
        "Ivan Hulyak met Petro Huliak.",
        "Johnson and Johnston, Marie and Maria met.",
        "A Chechen met the Chechens of Chechnya.",
        "Gennadiy Zubarev (Zubariev) left.",
    ],
)
def test_passes(give, text):
    assert give(consistency, text) == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Usyuk won. Later Usyuk and Us\u00adi\u200buk's coach met.", "Us\u00adi\u200buk"),
        ("Usyuk won. Later Usyuk and U\u00adsiuk\u2019S coach met.", "U\u00adsiuk"),
        ("Park Geun Hye left. Park Geun Hye met Park Ge\u00adun-Hy\u00ade\u2019s aide.", "Ge\u00adun-Hy\u00ade"),
    ],
)
def test_a_finding_ends_with_the_last_letter_whatever_is_between_letters(give, text, marked):
    (finding,) = give(consistency, text)
    assert text[finding.start : finding.end] == marked
    assert "\u00ad" not in "".join((*finding.suggestions, *(cue.text for cue in finding.evidence)))


def test_an_invisible_character_makes_no_other_name(give):
    assert give(consistency, "Park Geun-hye met Park Geun-hy\u00ade, and Zu\u00adbarev met Zubarev.") == []


def test_the_other_spelling_is_the_evidence(give):
    text = "Usyuk won. Later Usyuk and Usiuk met."
    (finding,) = give(consistency, text)
    assert [text[cue.start : cue.end] for cue in finding.evidence] == ["Usyuk"]
    assert "2 times" in finding.message
