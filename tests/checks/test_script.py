from __future__ import annotations

import pytest

from lintnews.checks import script
from lintnews.read import html
from lintnews.view import View


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


def test_menus_and_banners_of_a_page_are_one_finding(vocabulary):
    menu = "<nav><a>Новини</a></nav><div class='cookie-notice'>Ми використовуємо файли</div><footer>Контакти</footer>"
    page = f"{menu}<p>Події тижня, the mayor said.</p>"
    document = html.read(page.encode(), "a.html")
    furniture, story = sorted(script.check(View(document), vocabulary))
    assert page[furniture.start : furniture.end] == "Новини"
    assert "Ukrainian text was left in the page's menus and banners, here and in 2 more places" in furniture.message
    assert page[story.start : story.end] == "Події тижня"


def test_a_note_stuck_to_the_next_word_is_no_gloss(give):
    (finding,) = give(script, "Marines fight [люди]who live here.")
    assert finding.severity == "warning"
    assert give(script, "Marines fight people [люди] who live here.") == []
