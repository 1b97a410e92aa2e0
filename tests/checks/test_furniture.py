import pytest

from lintnews.checks import furniture


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The road is closed. Total views 765.", ["Total views 765"]),
        ("The road is closed. Date and time 05 June 2025 Views Views: 1775", ["Date and time 05 June 2025 Views Views: 1775"]),
        ("Print version Send to a friend", ["Print version Send to a friend"]),
        ("The road is closed! Advertising", ["Advertising"]),
        ("The road is closed. On the topic: The bridge is open\nThey left.", ["On the topic: The bridge is open"]),
        ("The road is closed. Read also: One. All news", ["Read also: One", "All news"]),
        ("The road is closed. Views: 1,234.", ["Views: 1,234"]),
    ],
)
def test_flags(give, text, found):
    assert [text[finding.start : finding.end] for finding in give(furniture, text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "Share this news with friends.",
        "He was asked what to read. Advertising, he said.",
        "Advertising",
        "The views 765 people hold differ.",
        "They share. Views differ.",
        "On the topic: he had nothing to say and many friends to see who had something to say.",
        "",
    ],
)
def test_passes(give, text):
    assert give(furniture, text) == []
