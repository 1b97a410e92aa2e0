from __future__ import annotations

from lintnews.lexicon.page_furniture import Furniture, records


def test_phrases_are_found_by_the_words_they_begin_with() -> None:
    furniture = Furniture(records(["# Counters", "views #", "views", "read also:", "# views", "", "print version"]).get)
    assert furniture.may_begin("views", "differ"), "a phrase by itself"
    assert furniture.may_begin("read", "also")
    assert furniture.may_begin("read", "")
    assert not furniture.may_begin("read", "on")
    assert not furniture.may_begin("road", "")
    assert furniture.beginning("views") == {"views #", "views"}
    assert furniture.beginning("road") == frozenset()
    assert all(phrase in furniture for phrase in ("views", "read also:", "# views"))
    assert "read also" not in furniture


def test_without_records_nothing_is_known() -> None:
    assert "views" not in Furniture({}.get)
    assert not Furniture({}.get).may_begin("views", "")
