from __future__ import annotations

from lintnews.lexicon.place_meanings import PlaceMeanings, records


def test_phrases_are_found_by_the_words_they_begin_with_the_longest_first() -> None:
    lines = ["# towns", "clear, clear field = Yasne, Yasne Pole # both", "flat = Ploske", "empty ="]
    meanings = PlaceMeanings(records(lines).get)
    assert meanings.openings == {"clear", "flat"}
    names = ("Yasne", "Yasne Pole")
    assert meanings.beginning("clear") == [(("clear", "field"), names), (("clear",), names)]
    assert meanings.beginning("road") == []
