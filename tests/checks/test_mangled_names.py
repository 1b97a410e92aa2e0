import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.checks import mangled_names
from lintnews.lexicon.prominent import Prominent, records


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        ("Russia shelled Maripol at night.", "Maripol", "Mariupol"),
        ("Zelannsky's office in Kyiv denied it.", "Zelannsky", "Zelensky"),
        ("A man was hurt in Kharsan, Ukraine.", "Kharsan", "Kherson"),
        ("In Kyiv, Serhii Serevaty briefed the press.", "Serevaty", "Cherevatyi"),
        ("Governor Paulo Carelenco left Ukraine.", "Carelenco", "Kyrylenko"),
        ("Ukraine’s General Zalujnyi spoke.", "Zalujnyi", "Zaluzhnyi"),
    ],
)
def test_flags(give, text, found, right):
    (finding,) = give(mangled_names, text)
    assert (text[finding.start : finding.end], finding.suggestions) == (found, (right,))


@pytest.mark.parametrize(
    "text",
    [
        "Russia shelled Mariupol, and Mariupolska street in Kyiv.",
        "Maripol Inc. opened an office in Oslo.",  # nothing says that the passage is about the region
        "The Kyiv violinist Ostap Zelannsky played.",  # somebody else
        "Ukraine thanked Denisenko and Denysenko.",  # another romanization is another check's
        "The Kharkov-Kharsan-Line runs through Ukraine.",
        "Kyiv met Tokarev.",
    ],
)
def test_passes(give, text):
    assert give(mangled_names, text) == []


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz'é", min_size=1, max_size=14))
def test_no_word_is_nearly_a_name_and_the_name(word):
    known = Prominent(records(["Mariupol", "Volodymyr *Zelensky", "Denys Denysenko", "not Zelinsky"]).get)
    assert known.nearest(word).lower() != word
    assert known.nearest("zelinsky") == known.nearest("denisenk") == ""
    assert known.person("denys", "denisonka") in ("", "Denysenko")
