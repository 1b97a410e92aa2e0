from __future__ import annotations

from lintnews.lexicon.institutions import Institutions, records


def test_lists_letters_and_what_stands_for_what() -> None:
    known = Institutions(records(["ц center # a comment", "к assembly! center", "", "= center centre", "= office"]).get)
    assert (known.letters("center"), known.letters("assembly"), known.letters("office")) == ("цк", "к", "")
    assert known.is_telling("assembly")
    assert not known.is_telling("center")
    assert known.alike("center", "centre")
    assert not known.alike("center", "office")
    assert known.singular("centres") == "center"
    assert known.singular("assemblys") == "assembly"
    assert known.forms == {"center", "centers", "centre", "centres", "assembly", "assemblys"}


def test_without_records_nothing_is_known() -> None:
    known = Institutions({}.get)
    assert known.forms == frozenset()
    assert known.letters("center") == ""
