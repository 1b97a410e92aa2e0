import pytest

from lintnews.checks import leftovers


@pytest.mark.parametrize(
    ("text", "found", "rule", "suggested"),
    [
        ("He left.</p>", "</p>", "tag", ("",)),
        ('<a href="x">News', '<a href="x">', "tag", ("",)),
        ("Read. [/caption]", "[/caption]", "shortcode", ("",)),
        ("The &laquo;hero came.", "&laquo;", "entity", ("«",)),
        ("At noon&Ndash; it ended.", "&Ndash;", "entity", ("–",)),
        ("He u200b said.", "u200b", "escape", ("",)),
        ("Vote object(WP_Term)#77 (16)", "object(WP_Term)#77 (16)", "dump", ("",)),
        ("By %s on Monday.", "%s", "template", ("",)),
        ("Ads.push({}); Read on.", "});", "script", ("",)),
        ("Alarm :red_circle: over.", ":red_circle:", "emoji-code", ("",)),
    ],
)
def test_flags(give, text, found, rule, suggested):
    (finding,) = give(leftovers, text)
    assert (text[finding.start : finding.end], finding.rule.partition("/")[2]) == (found, rule)
    assert finding.suggestions[:1] == suggested


@pytest.mark.parametrize(
    "text",
    [
        "A < B and back > forth, 5% of us, {so} be it.",
        "“[The army] left,” he said [sic] [...].",
        "AT&T; Q&A; R&D.",
        "See https://example.org/?a=1&copy=2 now.",
    ],
)
def test_passes(give, text):
    assert give(leftovers, text) == []
