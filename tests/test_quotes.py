"""Which passages count as quoted speech."""

import pytest
from lexicons import view_of


def quoted(text: str, what: str = "Kiev") -> bool:
    view = view_of(text)
    start = view.plain.index(what)
    return view.in_quote(start, start + len(what))


@pytest.mark.parametrize(
    "text",
    [
        "He said: “We love Kiev and shall return.”",
        "He said: «We love Kiev and shall return.»",
        'He said: "We love Kiev and shall return."',
        "He said on Monday evening: “We love this city of ours, which we all of us\n"
        "call Kiev, and we shall return to it before the year is out.”",
        "“We love Kiev and shall return to it.\n\n“We always do.”",
    ],
)
def test_speech(text: str) -> None:
    assert quoted(text)


@pytest.mark.parametrize(
    "text",
    [
        "The “Kiev cake” is sweet.",  # a name, not speech
        "He said “yes”. Kiev was far. She said “no”.",
        'One line 5" wide.\n\nKiev is here, it is 7" wide, as ever.',  # marks of two paragraphs make no pair
        "“We return.” Kiev is far, and nobody is surprised by it.",
    ],
)
def test_what_is_no_speech(text: str) -> None:
    assert not quoted(text)
