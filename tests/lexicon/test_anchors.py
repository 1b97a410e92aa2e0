"""What words lead to."""

from lexicons import example, lexicon_of

from lintnews.lexicon.anchors import Anchors, digest, encoded
from lintnews.lexicon.marks import CALLS, DIGEST, FURTHEST, GUARDS, REACHES

TODAY = "[[rule]]\nid = 'today'\nregex = '\\b(?:zebra)\\b.{0,40}\\btoday\\b'\nliteral = ['zebra']" + example("rule")
OX = "[[rule]]\nid = 'ox'\nphrase = ['wild ox']" + example("rule")


def beside(anchors: Anchors, key: str, word: str, distance: int) -> list[int]:
    """The numbers of patterns under ``key`` with ``word`` so far from it."""
    reaches = [(digest(key), number - REACHES, [0]) for number in anchors[digest(key)] if REACHES <= number < GUARDS]
    words = [b""] * (2 * FURTHEST)
    words[FURTHEST + distance] = encoded([word])[0]
    return [number for *_, both in anchors.beside(reaches, words) for number in anchors[both]]


def test_a_key_that_is_not_kept_leads_nowhere():
    (anchors,) = lexicon_of(OX).anchors
    assert [list(anchors[digest(key)]) for key in ("zebra", "wild zebra")] == [[], []]
    assert anchors.known([digest("zebra"), digest("wild")]) in ([], [1])


def test_a_key_leads_to_a_pattern_where_its_other_word_stands():
    (anchors,) = lexicon_of(OX).anchors
    key, word, distance = ("wild", "ox", 1) if anchors[digest("wild")] else ("ox", "wild", -1)
    (number,) = beside(anchors, key, word, distance)
    pattern = anchors.pattern(number)
    assert pattern
    assert pattern.elements == ["|wild:|", "|ox:|oxen:|"]
    assert beside(anchors, key, word, distance + 1) == []
    assert anchors.known([digest(key)]) == [0]


def test_a_key_names_the_expression_and_a_string_that_must_be_there():
    lexicon = lexicon_of(TODAY)
    (anchors,) = lexicon.anchors
    (number,) = anchors[digest("zebra")]
    assert CALLS <= number < REACHES
    call = anchors.call(number)
    assert call
    assert (call.entry, call.variant, list(call.strings)) == (0, 0, ["today"])
    assert "zebra" in lexicon.expression(call.entry, call.variant).regex
    assert lexicon.clue(call.entry, call.variant, call.alternative).after


def test_a_guard_of_many_words_is_found_under_its_reach():
    words = "ant bee cat dog emu fox gnu hen ibex".split()
    text = f"[[rule]]\nid = 'r'\nphrase = ['({'|'.join(words)}) (one|two|three|four|five|six|seven|eight|nine)=']"
    (anchors,) = lexicon_of(text + example("rule")).anchors
    key, there, distance = ("ant", "one", 1) if anchors[digest("ant")] else ("one", "ant", -1)
    (guard,) = anchors[digest(key) + FURTHEST + distance & DIGEST]
    assert f"|{there}|" in anchors.guard(guard)
    (number,) = anchors[digest(key) ^ guard]
    pattern = anchors.pattern(number)
    assert pattern
    assert [f"|{word}:|" in element for element, word in zip(pattern.elements, ("ant", "one"), strict=True)]


def test_a_later_layer_replaces_what_an_entry_leads_to():
    first, last = lexicon_of(TODAY, TODAY).anchors
    assert first.call(first[digest("zebra")][0]) is None
    assert last.call(last[digest("zebra")][0])
    first, last = lexicon_of(OX.replace("wild ox", "zebra"), OX.replace("wild ox", "zebra")).anchors
    assert first.pattern(first[digest("zebra")][0]) is None
    assert last.pattern(last[digest("zebra")][0])
