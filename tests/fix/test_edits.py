"""Edits in their places: each row is a sentence with the finding in brackets, a suggestion, and the sentence that follows."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lexicons import view_of

from lintnews.fix.edits import edit_for, edits
from lintnews.fix.text import replaced
from lintnews.model import REMOVE, Document, Finding, Mask, Segment
from lintnews.view import View


def finding(start: int, end: int, *suggestions: str, **more: Any) -> Finding:
    kind = more.pop("kind", "russian-exonym")
    return Finding(start, end, f"{kind}/x", kind, "warning", "certain", "", suggestions, **{"safe": True, **more})


def marked(text: str, suggestion: str, **more: Any) -> tuple[View, Finding]:
    start, end = text.index("["), text.index("]") - 1
    return view_of(re.sub("[\\[\\]]", "", text)), finding(start, end, suggestion, **more)


def outcome(text: str, suggestion: str, **more: Any) -> tuple[str, str]:
    """The corrected text, and the safety of the edit."""
    view, found = marked(text, suggestion, **more)
    edit = edit_for(view, found, suggestion)
    assert edit is not None
    return replaced(view.document.text, [edit]), edit.safety


@pytest.mark.parametrize(
    ("text", "suggestion", "expected"),
    [
        ("They left [Kharkov] on Monday.", "Kharkiv", "They left Kharkiv on Monday."),
        ("They saw [Kharkov's] mayor.", "Kharkiv", "They saw Kharkiv's mayor."),
        ("They saw [Kharkov’s] mayor.", "Kharkiv", "They saw Kharkiv’s mayor."),
        ("[KHARKOV], Ukraine: a port burned.", "Kharkiv", "KHARKIV, Ukraine: a port burned."),
        ("PORT OF [ODESSA] BURNS AGAIN", "Odesa", "PORT OF ODESA BURNS AGAIN"),
        ("He came. [Aerial bombs] fell on it.", "glide bombs", "He came. Glide bombs fell on it."),
        ("Then [aerial bombs] fell on it.", "glide bombs", "Then glide bombs fell on it."),
        ("Mayor Says Two [Aerial Bombs] Hit Power Station", "glide bombs", "Mayor Says Two Glide Bombs Hit Power Station"),
        ("He wrote a [report] to them.", "answer", "He wrote an answer to them."),
        ("An [answer] came to them.", "report", "A report came to them."),
        ("It was an [BREM] that burned.", "armored vehicle", "It was an armored vehicle that burned."),
        ("It took a [moment] to answer.", "hour", "It took an hour to answer."),
        ("He spoke for the [office] again.", "the ministry", "He spoke for the ministry again."),
        ("He spoke for its [office] again.", "the ministry", "He spoke for its ministry again."),
        ("It is the [Bureau] of Ukraine.", "Agency of Ukraine", "It is the Agency of Ukraine."),
        ("He said that [theUkrainian] flag flew.", "the Ukrainian", "He said that the Ukrainian flag flew."),
        ("The [Forces of] Ukraine said so.", "Navy", "The Navy of Ukraine said so."),
        ("It is the [Kharkov oblast] again.", "Kharkiv Oblast", "It is the Kharkiv oblast again."),
        ("It is [Budanow] again.", "Kyrylo Budanov", "It is Budanov again."),
        ("It is Kyrylo [Budanow] again.", "Kyrylo Budanov", "It is Kyrylo Budanov again."),
    ],
)
def test_the_edit_fits_its_place(text: str, suggestion: str, expected: str) -> None:
    assert outcome(text, suggestion)[0] == expected


def test_a_plural_stays_one_and_so_does_its_owner() -> None:
    assert outcome("Two [KABs] fell.", "glide bomb", plural=True)[0] == "Two glide bombs fell."
    assert outcome("Two [KABs]' fuses.", "glide bomb", plural=True) == ("Two glide bombs' fuses.", "safe")
    assert outcome("The [Forces]' men.", "Army")[1] == "review"
    assert outcome("Two [offices of it] fell.", "bureau of Ukraine", plural=True)[0] == "Two bureaus of Ukraine fell."
    assert outcome("The [Army's] men.", "Armed Forces")[0] == "The Armed Forces' men."


@pytest.mark.parametrize(
    "text",
    [
        "He said: “We left [Kharkov] in the autumn and never came back.”",
        "He said: \"We left [Kharkov] in the autumn and never came back.\"",
        "He said: «We left [Kharkov] in the autumn.»",
        "He said: ‘We left [Kharkov] in the autumn, and Ukraine’s army too.’",
        "He said: 'We left [Kharkov] in the autumn.'",
        "The paper “Evening [Kharkov]” said so.",
        "“We left [Kharkov] in the autumn, and nothing closes this.",
        "Look at https://example.org/[Kharkov]/news for more.",
        "Write to [Kharkov]@example.org today.",
        "It is #[Kharkov] again.",
    ],
)
def test_what_others_said_and_addresses_are_never_safe(text: str) -> None:
    view, found = marked(text, "Kharkiv")
    edit = edit_for(view, found, "Kharkiv")
    assert edit is not None
    assert edit.safety == "review"
    assert edits(view, [found], unsafe=True) == ()


@pytest.mark.parametrize(
    "text", ["It is Ukraine’s [Kharkov] again.", "The soldiers' [Kharkov] fell.", "“Yes.” In [Kharkov], no."]
)
def test_apostrophes_and_closed_quotations_do_no_harm(text: str) -> None:
    assert outcome(text, "Kharkiv")[1] == "safe"


@pytest.mark.parametrize(
    ("text", "suggestion", "safety"),
    [
        ("The [OVA] said so.", "Regional Military Administration", "safe"),
        ("A drone hit the Kherson [OVA] today.", "Regional Military Administration", "safe"),
        ("It was said by [OVA] today.", "Regional Military Administration", "review"),
        ("The [KNR] was ready.", "China", "review"),
        ("The [YuNESKO] was ready.", "UNESCO", "review"),
        ("The [OVA] said. It (the OVA) said.", "Regional Military Administration", "review"),
        ("The [MVF] was ready.", "IMF", "safe"),
        ("The [VSU] left.", "Armed Forces of Ukraine", "safe"),
        ("The [VSU] has left.", "Armed Forces of Ukraine", "review"),
        ("The [VSU] says so.", "Armed Forces of Ukraine", "review"),
        ("The [SBU] have left.", "Security Service of Ukraine", "review"),
        ("Housing for [VPO] grew.", "internally displaced persons", "safe"),
        ("It hit a [VPO] here.", "internally displaced persons", "review"),
        ("He fought for [ChVK] there.", "private military company", "review"),
    ],
)
def test_an_acronym_is_expanded_only_where_the_article_is_right(text: str, suggestion: str, safety: str) -> None:
    assert outcome(text, suggestion, kind="untranslated-acronym")[1] == safety


@pytest.mark.parametrize(
    ("text", "suggestion", "expected"),
    [
        ("Yes. [As informs Ukrinform,] the port burned.", REMOVE, "Yes. The port burned."),
        ("The port [allegedly] burned.", REMOVE, "The port burned."),
        ("The port burned [allegedly].", "", "The port burned."),
        ("One.\n\n[Share post:]\n\nTwo.\n", REMOVE, "One.\n\nTwo.\n"),
        ("[Share post:]\nTwo.\n", REMOVE, "Two.\n"),
        ("A mi[\u200b]nister spoke.", "", "A minister spoke."),
    ],
)
def test_what_is_removed_leaves_no_trace(text: str, suggestion: str, expected: str) -> None:
    assert outcome(text, suggestion)[0] == expected


@pytest.mark.parametrize("advice", ["hits / strikes", "draft notice (call-up paper)", "be + participle", "strike …", "~ed", " "])
def test_advice_is_no_edit(advice: str) -> None:
    view, found = marked("Two [arrivals] came.", advice)
    expected = None if advice != "be + participle" else "be + participle"
    edit = edit_for(view, found, advice)
    assert (edit and edit.text) == expected


def test_of_edits_that_overlap_the_longest_stays_then_the_leftmost() -> None:
    view = view_of("One two three four.")
    short, long, other = finding(0, 3, "Ein"), finding(4, 13, "zwei drei"), finding(8, 18, "tres cuatro")
    assert [edit.text for edit in edits(view, [short, long, other])] == ["Ein", "tres cuatro"]
    assert [edit.text for edit in edits(view, [finding(0, 7, "a b"), finding(4, 11, "c d")])] == ["A b"]


def test_what_a_person_should_see_waits_for_unsafe_fixes() -> None:
    view = view_of("Two arrivals came.")
    unsure = finding(4, 12, "strikes", safe=False)
    assert edits(view, [unsure]) == ()
    assert [edit.text for edit in edits(view, [unsure], unsafe=True)] == ["strikes"]
    assert edits(view, [unsure._replace(suggestions=("strikes", "hits"))], unsafe=True) == ()
    assert edits(view, [unsure._replace(set_aside="a reason")], unsafe=True) == ()


def document(name: str, text: str, *masks: Mask) -> View:
    return View(Document("a", name, text, (Segment(0, len(text)),), masks))


def test_markup_inside_is_spared_or_the_edit_given_up() -> None:
    text = "In <b>Khar</b>kov it rains."
    masks = (Mask(3, 6), Mask(10, 14))
    view = document("html", text, *masks)
    edit = edit_for(view, finding(6, 17, "Kharkiv"), "Kharkiv")
    assert edit is not None
    assert replaced(text, [edit]) == "In <b>Khar</b>kiv it rains."
    assert edit_for(view, finding(6, 17, "Lviv"), "Lviv") is None


@pytest.mark.parametrize(
    ("name", "text", "suggestion", "expected"),
    [
        ("html", "In Kharkov now", "Black & <White>", None),
        ("html", "In Kharkov now", "Black & White", "In Black &amp; White now"),
        ("html", '<img alt="In Kharkov now">', "the 'City'", '<img alt="In the &#39;City&#39; now">'),
        ("xliff", "<target>In Kharkov now</target>", "Black & White", "<target>In Black &amp; White now</target>"),
        ("tmx", "<seg><![CDATA[In <b> Kharkov now]]></seg>", "B & W", "<seg><![CDATA[In <b> B & W now]]></seg>"),
        ("tmx", "<seg><![CDATA[In Kharkov now]]></seg>", "B]]>W", None),
        ("json", '{"a": "In Kharkov now"}', 'the "City"', '{"a": "In the \\"City\\" now"}'),
        ("po", 'msgstr "In Kharkov now"', 'the "City"', 'msgstr "In the \\"City\\" now"'),
        ("csv", "In Kharkov now", 'the "City"', None),
        ("csv", "In Kharkov now", "Kharkiv, city", None),
        ("plain", "In Kharkov now", 'the "City" & more', 'In the "City" & more now'),
    ],
)
def test_new_text_is_escaped_as_its_format_wants(name: str, text: str, suggestion: str, expected: str | None) -> None:
    view = document(name, text)
    start = text.index("Kharkov")
    edit = edit_for(view, finding(start, start + 7, suggestion), suggestion)
    assert (edit and replaced(text, [edit])) == expected


PIECES = st.sampled_from("a |an |the |Kharkov|Kharkov's| |. |“|”|\n\n|, |OVA|it |The |🙂|'|\"".split("|"))


@given(st.lists(PIECES, min_size=1).map("".join), st.data())
def test_edits_stay_in_order_and_in_bounds(text: str, data: st.DataObject) -> None:
    view = view_of(text)
    tokens = view.tokens
    picked = data.draw(st.lists(st.sampled_from(tokens), max_size=5)) if tokens else []
    suggestions = st.sampled_from(["Kharkiv", "hours", "the office", "", "office of Kharkiv", REMOVE])
    found = [finding(token.start, token.end, data.draw(suggestions)) for token in picked]
    chosen = edits(view, found, unsafe=True)
    for before, after in pairwise(chosen):
        assert before.end <= after.start
    assert all(0 <= edit.start <= edit.end <= len(text) for edit in chosen)
    untouched = [text[a.end : b.start] for a, b in pairwise(chosen)]
    new = replaced(text, chosen)
    for piece in untouched:
        assert piece in new
