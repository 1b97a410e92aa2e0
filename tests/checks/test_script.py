from __future__ import annotations

import pytest

from lintnews.checks import script


@pytest.mark.parametrize(
    ("text", "span", "language"),
    [
        ("Події тижня\nThe mayor spoke.", "Події тижня", "Ukrainian"),
        ("The minister said это было ложью and left.", "это было ложью", "Russian"),
        ("He shot twice on 사설 target.", "사설", "Korean"),
    ],
)
def test_a_passage_is_found_with_its_language(give, text, span, language):
    (finding,) = give(script, text)
    assert text[finding.start : finding.end] == span
    assert finding.severity == "warning"
    assert language in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "He flew from Vostochny (Восточный) to Moscow.",
        "The town (Ukrainian: Бахмут) lies in the east.",
        "The α and ΔT of TNFα rose by 50 µm.",
        "See https://пример.рф/news for details.",
        "Delegates meet at СОР today.",
    ],
)
def test_glosses_symbols_and_addresses_pass(give, text):
    assert give(script, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The word “паляниця” became a password.",
        "Russian: Это наша победа. The champion thanked her mother.",
        "Image: Дмитрий Кошелев. The hall was full.",
    ],
)
def test_wording_shown_on_purpose_is_only_noted(give, text):
    assert [finding.severity for finding in give(script, text)] == ["info"]
