"""What may be corrected unasked."""

from __future__ import annotations

from typing import Any

import pytest

from lintnews.judge.safety import is_plural, is_sure

TERM = {"shape": "term", "en": []}


def sure(kind: str, text: str, *suggestions: str, shape: str = "term", variant: Any = None, **entry: Any) -> bool:
    record = {"shape": shape, "en": list(suggestions), **entry}
    return is_sure(text, kind, record, variant or {}, suggestions)


@pytest.mark.parametrize(
    ("text", "right"),
    [("Kharkov", "Kharkiv"), ("Kiev's", "Kyiv"), ("Iwano-Frankiwsk", "Ivano-Frankivsk"), ("Su-30CM", "Su-30SM")],
)
def test_another_spelling_of_a_name_is_sure(text: str, right: str) -> None:
    assert sure("wrong-romanization", text, right)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Artemovsk", "Bakhmut"),  # renamed, not misspelled
        ("CU-34", "Su-27"),
        ("Garpun launcher", "Harpoon"),  # a word would go
        ("kosmodrom", "cosmodrome"),  # no name
        ("rubley", "ruble"),
    ],
)
def test_another_name_is_not(text: str, right: str) -> None:
    assert not sure("wrong-romanization", text, right)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Center of National Resistance", "National Resistance Center"),
        ("Venetian Commission", "Venice Commission"),
        ("Supreme People's Meeting", "Supreme People's Assembly"),
    ],
)
def test_the_same_body_under_its_right_name_is_sure(text: str, right: str) -> None:
    assert sure("inconsistent-term", text, right)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("central nervous system", "National Resistance Center"),
        ("Central Committee", "National Resistance Center"),
        ("Army of Defense of Israel", "Israel Defense Forces"),  # one army, many forces
        ("American Highest Court", "Highest Court"),  # a country would go
        ("Moscow Region of the Russian Federation", "Russian Defense Ministry"),  # a country is all they share
        ("Ministry of Foreign Matters", "Korea's Foreign Ministry"),
        ("Antiterror Operation zone", "Anti-Terrorist Operation"),
        ("Legislative Meeting of", "Legislative Assembly"),
    ],
)
def test_what_may_be_another_body_is_not(text: str, right: str) -> None:
    assert not sure("inconsistent-term", text, right)


def test_the_preferred_form_is_the_one_and_a_list_of_its_own_is_not() -> None:
    assert sure("untranslated-acronym", "OVA", "Regional Military Administration", "RMA", native={"uk": ["ОВА"]})
    assert not is_sure("OVA", "untranslated-acronym", {"shape": "term", "en": ["a"]}, {}, ("b", "c"))
    assert not sure("untranslated-acronym", "soldiers of the APU", "Armed Forces of Ukraine")
    assert not sure("untranslated-acronym", "OESR", "OECD", native={"uk": ["ОЕСР", "СОТ"]})  # an entry for two


def test_a_rule_is_sure_when_it_only_moves_spaces_and_marks() -> None:
    mechanical = {"regex": "x"}
    assert sure("broken-syntax", "full -scale", "full-scale", shape="rule", variant=mechanical)
    assert not sure("broken-syntax", "full scales", "full-scale", shape="rule", variant=mechanical)
    assert not sure("broken-syntax", "full -scale", "full-scale", shape="rule", variant={"forms": ["full scale"]})
    assert not sure("calque", "full -scale", "full-scale", shape="rule", variant=mechanical)


def test_an_entry_decides_for_itself() -> None:
    assert sure("calque", "in the course of", "during", shape="rule", variant={"fix": "safe"})
    assert not sure("calque", "in the course of", "during", "in", shape="rule", variant={"fix": "safe"})
    assert not sure("russian-exonym", "Kiev", "Kyiv", variant={"fix": "review"})


@pytest.mark.parametrize(
    ("text", "forms", "expected"),
    [
        ("KABs", ["KAB"], True),
        ("KAB's", ["KAB"], False),
        ("aerial bombs", ["aerial bomb"], True),
        ("aerial bombs", ["aerial bomb", "aerial bombs"], False),
        ("armed men", ["armed man"], True),
        ("struck", ["strike~"], False),
        ("", ["strike~"], False),
    ],
)
def test_the_plural_of_a_form_is_known(text: str, forms: list[str], expected: bool) -> None:
    assert is_plural(text, forms) is expected
