"""Token patterns in a text."""

import pytest
from lexicons import example, lexicon_of, view_of

from lintnews.match import tokens


def find(view, lexicon):
    return tokens.outside_right_forms(tokens.find(view, lexicon).hits)


def right_forms(view, lexicon, **which):
    return [view.plain[hit.start : hit.end] for hit in tokens.find(view, lexicon, **which).hits if hit.variant < 0]


def matches(form: str, text: str) -> list[str]:
    quoted = form.replace('"', '\\"')
    lexicon = lexicon_of(f'[[rule]]\nid = "r"\nphrase = ["{quoted}"]' + example("rule"))
    view = view_of(text)
    return [text[hit.start : hit.end] for hit in find(view, lexicon)]


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        ("nervous system", "Its nervous systems failed.", ["nervous systems"]),
        ("nervous system", "The NERVOUS \u201cSYSTEM of it", ["NERVOUS \u201cSYSTEM"]),
        (
            "nervous system",
            "The people who had come down to the square that morning spoke of the nervous\nsystem of a cat.",
            ["nervous\nsystem"],
        ),
        ("nervous system", "the nervous-system said", ["nervous-system"]),
        ("nervous system", "the nervous, system", []),
        ("nervous system", "He was nervous. System failure.", []),
        ("nervous system", "The nervous system’s role", ["nervous system"]),
        ("TOT", "In TOT and TOTs, a tot", ["TOT", "TOTs"]),
        ("the Miner", "In the Miner squad, the miner", ["the Miner"]),
        ("full-scale war", "a full-scale war, a full scale war", ["full-scale war"]),
        ("hand~ out ...2 notices=", "They handed out many draft notices.", ["handed out many draft notices"]),
        ("hand~ out ...2 notices=", "They handed out a great many draft notices.", []),
        ("hand~ out ... notices=", "They handed out maps. Draft notices came.", []),
        ("# times a day", "shelled 303 times a day, three times a day", ["303 times a day", "three times a day"]),
        ("# million people=", "some 1.4 million people", ["1.4 million people"]),
        ("# of the vote", "won 27% of the vote, 27% (of the vote", ["27% of the vote"]),
        ("<Name> informs=", "As Kyiv Post informs, he", ["As Kyiv Post informs"]),
        ("recall, that", "Recall, that he; recall that", ["Recall, that"]),
        ("as is known,", "As is known, he left. As is known here", ["As is known"]),
        ("hit <word> wall=", "hit the wall, hit wall", ["hit the wall"]),
        ("“voting secret”".strip("“”"), "the “voting secret” is", ["voting secret"]),
        ("“star=”", "“Star” drew", ["Star"]),
        ("“star=”", "a «star», a 'Star,' and a \"star\"", ["star", "Star", "star"]),
        ("“star=”", "a star, the “star player” and his “red star”", []),
        ("club “red star=”", "the club “Red Star”", ["club “Red Star"]),
        ("club “star=”", "the club “Red Star”, the club star", []),
        ("“star=” fans=", '“Star” fans, “Star fans”, "Star". Fans', ["Star” fans"]),
        ("club <Name> “star=”", "club Red “Star”, club Red Star", ["club Red “Star"]),
        ("club ...2 “star=”", "club of the “Star”, “club of the Star”", ["club of the “Star"]),
        ("café", "a café’s menu", ["café"]),
        ("Zaporizhzhia", "in Zapo\u00adrizhzhia today", ["Zapo\u00adrizhzhia"]),
    ],
)
def test_finds(form, text, found):
    assert matches(form, text) == found


def test_a_right_form_hides_a_wrong_one_inside_it():
    lexicon = lexicon_of(
        '[[term]]\nid = "dprk"\nen = ["Democratic People\'s Republic of Korea"]'
        '\n[term.reject]\nwrong-entity = ["Republic of Korea"]' + example("term")
    )
    text = "The Democratic People's Republic of Korea and the Republic of Korea"
    hits = find(view_of(text), lexicon)
    assert [hit.start for hit in hits] == [text.rindex("Republic")]


def test_right_forms_are_looked_for_beside_other_hits_or_all_of_them():
    lexicon = lexicon_of(
        '[[term]]\nid = "dprk"\nen = ["Democratic People\'s Republic of Korea"]'
        '\n[term.reject]\nwrong-entity = ["Republic of Korea"]' + example("term")
    )
    right = "Democratic People's Republic of Korea"
    view = view_of(f"The {right}" + ", and so on" * 20 + f". {right} is right, {right} too")
    assert right_forms(view, lexicon, all_right=True) == right_forms(view, lexicon) == [right] * 3
    alone = lexicon_of(f'[[term]]\nid = "dprk"\nen = ["{right}"]' + example("term"))
    assert right_forms(view, alone, all_right=True) == [right] * 3
    assert right_forms(view, alone) == []


def test_words_at_the_edges_of_a_text_have_nothing_beside_them():
    assert matches("the ...2 ox", "Ox, then the") == []
    assert matches("wild ox", "ox wild") == []


def test_a_later_layer_replaces_an_entry_and_drops_another():
    rule = '[[rule]]\nid = "{}"\nphrase = ["{}"]' + example("rule")
    below = rule.format("a", "blue moon") + rule.format("b", "red moon")
    above = rule.format("a", "green moon") + '[[rule]]\nid = "b"\nphrase = ["red moon"]\nenabled = false'
    lexicon = lexicon_of(below, above)
    text = "a blue moon, a red moon, a green moon"
    assert [text[hit.start : hit.end] for hit in find(view_of(text), lexicon)] == ["green moon"]


def test_only_what_stands_in_the_slot_is_marked():
    lexicon = lexicon_of(
        '[[name]]\nid = "n"\nen = ["Strana.ua"]\nslot = ["the outlet {}"]\nreject = ["Country"]' + example("name")
    )
    text = "according to the outlet Country, on Monday"
    assert [text[hit.start : hit.end] for hit in find(view_of(text), lexicon)] == ["Country"]
