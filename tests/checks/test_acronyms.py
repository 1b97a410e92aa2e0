import pytest

from lintnews.checks import acronyms


@pytest.mark.parametrize(
    ("text", "found", "rule", "suggested"),
    [
        ("The head of the KRDA spoke.", "KRDA", "unexplained", ()),
        ("Russian guns and RSZV fired.", "RSZV", "native-acronym", ("multiple launch rocket system",)),
        ("A ChVK recruits in Moscow.", "ChVK", "native-acronym", ("private military company",)),
        ("The TsVK of Ukraine’s capital met.", "TsVK", "native-acronym", ("Central Election Commission",)),
    ],
)
def test_flags(give, text, found, rule, suggested):
    (finding,) = give(acronyms, text)
    assert (text[finding.start : finding.end], finding.rule.partition("/")[2]) == (found, rule)
    assert finding.suggestions[:1] == suggested


@pytest.mark.parametrize(
    "text",
    [
        "The KRDA (Kyiv Regional Defence Agency) spoke.",
        "The Kyiv Regional Defence Agency spoke, and the KRDA left.",
        "NATO and the GDP of the USSR in XIX.",
        "WE WILL NEVER STOP.",
        "The NBU in Kyiv raised its rate.",  # the National Bank of Ukraine has these initials in English too
        "The Su-27UBK and the AK-74M; see example.org/KRDA.",
    ],
)
def test_passes(give, text):
    assert give(acronyms, text) == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Three NPZ burned in Russia.", "warning"),
        ("Three NPZ burned in Ohio.", "info"),  # nothing says that the passage is about the region
        ("Three NPZ burned, Hrytsenko said.", "warning"),  # a name says it
        ("Schools on the TOT of Ukraine reopened.", "warning"),  # its English initials are the same, but it is no name
        ("Kyiv got ODA from Japan.", "info"),  # official development assistance
        ("The Vyhadanska ODA reported a strike on Kyiv.", "warning"),  # no place gets assistance of its own
        ("The first OVA of the Tanaka series was sold in Tokyo.", "info"),
        ("The KNDR spoke." + " More words follow here." * 40 + " Kyiv did not.", "info"),  # far from the region's name
    ],
)
def test_a_native_acronym_is_an_alarm_where_the_passage_is_about_the_region(give, text, severity):
    (finding,) = give(acronyms, text)
    assert (finding.rule.partition("/")[2], finding.severity) == ("native-acronym", severity)


def test_every_place_of_a_native_acronym_is_flagged(give):
    text = "The DSNS of Ukraine came; later the DSNS’s crews left."
    assert [text[finding.start : finding.end] for finding in give(acronyms, text)] == ["DSNS", "DSNS"]
