from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.errors import InputError
from lintnews.read.plain import read, segments
from lintnews.view import View

LONG = "The ministry said on Monday that deliveries would go on as planned through the winter, and that no region " * 2

SENTENCE = "The council met in Lviv on Tuesday and put off the vote on the budget until the end of May. "


def shown(text: str) -> list[str]:
    return [text[segment.start : segment.end] for segment in segments(text)]


def wrapped(width: int) -> str:
    lines, line = [], ""
    for word in (SENTENCE * 6).split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


@given(st.text(alphabet=st.sampled_from("aB.,\n\r\f\t \u2028\u200b\u00a0é\x85"), max_size=200))
def test_segments_hold_all_text_in_order_and_once(text: str) -> None:
    last = 0
    for segment in segments(text):
        assert last <= segment.start < segment.end <= len(text)
        assert not text[last : segment.start].strip()
        assert text[segment.start : segment.end].strip() == text[segment.start : segment.end]
        last = segment.end
    assert not text[last:].strip()


def test_blank_lines_set_paragraphs_apart() -> None:
    assert shown("One thing happened.\n\nAnother did.\n \t\nA third.")[1:] == ["Another did.", "A third."]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_any_line_break_will_do(newline: str) -> None:
    text = newline.join(["One thing happened.", "", "Another did.", ""])
    assert shown(text) == ["One thing happened.", "Another did."]


def test_long_lines_are_paragraphs() -> None:
    assert len(shown(f"{LONG}.\n{LONG}.\nShort one.")) == 3


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_wrapped_copy_is_joined(width: int) -> None:
    copy = wrapped(width)
    assert shown(f"{copy}\n\n{copy}") == [copy, copy]


def test_a_menu_is_not_joined() -> None:
    menu = ["SEARCH", "World News", "Sports News", "Business", "Elections"]
    assert shown("\n".join(menu)) == menu


def test_a_line_that_stops_before_a_small_letter_goes_on() -> None:
    assert len(shown("He said that the bridge would be repaired\nbefore winter.")) == 1


def test_a_form_feed_ends_a_paragraph() -> None:
    assert shown("The first page ends here\fthe second begins") == ["The first page ends here", "the second begins"]


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (f"Council puts off the vote on the budget\n\n{LONG}", "Council puts off the vote on the budget"),
        (f"Council puts off the vote on the budget\n{LONG}", "Council puts off the vote on the budget"),
        (f"< Back\n\nNews Feed\n\nCouncil puts off the vote\n\n{LONG}", "Council puts off the vote"),
        (f"The council put off the vote.\n\n{LONG}", ""),
        (wrapped(72), ""),
        ("Council puts off the vote", ""),  # nothing follows: a sentence without its stop
        (LONG, ""),
        ("", ""),
    ],
)
def test_headline(text: str, headline: str) -> None:
    assert "".join(text[s.start : s.end] for s in segments(text) if s.role == "headline") == headline


def test_document() -> None:
    document = read("“Ні”, he said.\r\n".encode("utf-8-sig"), "draft.txt")
    assert document[:3] == ("draft.txt", "plain", "“Ні”, he said.\r\n")
    assert document.encoding == "utf-8-sig"
    assert read(b"", "empty.txt").segments == ()
    with pytest.raises(InputError):
        read(b"\0\0\0", "binary.txt")


def prose(text: str) -> list[str]:
    """What a reader reads of ``text``, by paragraphs."""
    view = View(read(text.encode(), "a.txt"))
    return [view.text(segment.start, segment.end) for segment in view.document.segments]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[lintnews: off]\nOne thing.\n[lintnews: on]\n", ["One thing."]),
        ("One thing.\n\n[lintnews: off] [lintnews: on]\n\nAnother.", ["One thing.", "Another."]),
        ("One [lintnews: off] thing.", ["One thing."]),
        ("[lintnews: off] One thing. [lintnews: on] \n\nAnother.", ["One thing. ", "Another."]),
        ("One[lintnews: off] thing.", ["One thing."]),
        ("[lintnews: off\nOne thing.", ["[lintnews: off", "One thing."]),
        ("[Lintnews: off] One [thing].", ["[Lintnews: off] One [thing]."]),
    ],
)
def test_remarks_are_no_prose(text: str, expected: list[str]) -> None:
    assert prose(text) == expected


def test_a_line_of_remarks_leaves_a_wrapped_paragraph_whole() -> None:
    first, rest = wrapped(72).split("\n", 1)
    assert prose(f"{first}\n[lintnews: ignore next]\n{rest}") == [f"{first}\n\n{rest}"]


@given(st.lists(st.sampled_from(["[lintnews: ignore next]", "[lintnews:", "]", "a", "B.", " ", "\n", "\r", "\x85"])))
def test_remarks_and_their_masks_stand_where_they_stand(parts: list[str]) -> None:
    document = read("".join(parts).encode(), "a.txt")
    for remark in document.remarks:
        assert document.text[remark.start + 1 : remark.end - 1].strip() == remark.text
        assert any(mask.start == remark.start and remark.end <= mask.end for mask in document.masks)
    for mask in document.masks:
        assert not any(mask.start < edge < mask.end for segment in document.segments for edge in segment[:2])
    View(document)


@pytest.mark.parametrize("text", ["word " * 2_000_000, "a\n" * 300_000, " " * 5_000_000 + "x", "\n \n" * 10**6 + "x"])
def test_large_files_take_time_in_proportion(text: str) -> None:
    """Ten megabytes: a quadratic step would take hours, so the limit can be lax."""
    started = time.process_time()
    read(text.encode(), "large.txt")
    assert time.process_time() - started < 30
