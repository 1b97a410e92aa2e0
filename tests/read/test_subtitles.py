"""SubRip and WebVTT: what a viewer reads, sentence by sentence."""

from __future__ import annotations

import pytest
from documents import assert_sound, prose
from hypothesis import given
from hypothesis import strategies as st

from lintnews import read

WORD = st.text(alphabet=st.sampled_from("abcXYZéжї🏠,"), min_size=1, max_size=6)
SENTENCES = st.lists(st.lists(WORD, min_size=1, max_size=9).map(lambda words: " ".join(words) + "."), min_size=1, max_size=5)
TIMES = {".srt": "00:00:{:02},000 --> 00:00:{:02},500", ".vtt": "00:{:02}.000 --> 00:{:02}.500 align:start"}


def shown(text: str, suffix: str) -> list[str]:
    document = read.reader_for(f"a{suffix}").read(text.encode(), f"a{suffix}")
    assert_sound(document, text.encode())
    return prose(document)


@st.composite
def files(draw: st.DrawFn, suffix: str) -> tuple[list[str], str]:
    """Sentences, and cues that break them anywhere."""
    sentences = draw(SENTENCES)
    newline = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    cues: list[str] = []
    for word in " ".join(sentences).split():
        if not cues or draw(st.booleans()):
            cues.append(draw(st.sampled_from(["{}", "<i>{}</i>", "<font color=x>{}</font>"])).format(word))
        else:
            cues[-1] += draw(st.sampled_from([" ", newline])) + word
    blocks = [f"{n}\n{TIMES[suffix].format(n % 60, n % 60)}\n".replace("\n", newline) + cue for n, cue in enumerate(cues)]
    head = ["WEBVTT"] if suffix == ".vtt" else []
    return sentences, (newline * 2).join([*head, *blocks]) + newline


@pytest.mark.parametrize("suffix", [".srt", ".vtt"])
@given(data=st.data())
def test_a_sentence_is_read_across_cues(suffix: str, data: st.DataObject) -> None:
    sentences, text = data.draw(files(suffix))
    assert " ".join(shown(text, suffix)).split() == " ".join(sentences).split()
    joined = [" ".join(block.split()) for block in shown(text, suffix)]
    assert all(block.endswith(".") for block in joined)


def test_subrip() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000 X1:1\n{\\an8}One <i>two</i>\n\n2\n00:00:03,000 --> 00:00:04,000\nthree\n\nfour.\n5\n"
    assert shown(text, ".srt") == ["One two\nthree\nfour.", "5"]


def test_a_number_that_is_spoken_is_no_number_of_a_cue() -> None:
    assert shown("1\n00:00:01,000 --> 00:00:02,000\n1991\n\n2\n00:00:03,000 --> 00:00:04,000\nwas\n", ".srt") == ["1991\nwas"]


def test_speakers_are_set_apart() -> None:
    text = "00:01.000 --> 00:02.000\n- Where to\n- Home\n\n00:03.000 --> 00:04.000\n[music]\n"
    assert shown(text, ".srt") == ["- Where to", "- Home", "[music]"]
    assert shown(f"WEBVTT\n\n{text}", ".vtt") == ["- Where to", "- Home", "[music]"]


def test_webvtt() -> None:
    text = (
        "WEBVTT - a title\nKind: captions\n\nSTYLE\n::cue {}\n\nREGION\nid:a\n\nNOTE nobody\nreads this\n\n"
        "Intro --- one\n00:01.000 --> 00:02.000 position:10%\n<v.loud Olena>R&amp;D <00:01.500><c.a>one</c>\n\n"
        "01:00:03.000 --> 01:00:04.000\ntwo&nbsp;&lrm;three &copy;\n"
    )
    assert shown(text, ".vtt") == ["R&D one\ntwo\u00a0\u200ethree &copy;"]


def test_a_note_may_be_a_remark() -> None:
    text = "WEBVTT\n\nNOTE lintnews: off\n\nNOTE\nlintnews: on\n\nNOTE other\n"
    remarks = read.reader_for("a.vtt").read(text.encode(), "a.vtt").remarks
    assert [remark.text for remark in remarks] == ["lintnews: off", "lintnews: on"]
    assert text[remarks[0].start : remarks[0].end] == "NOTE lintnews: off"


def test_text_that_belongs_to_no_cue_is_read() -> None:
    assert shown("Lost words\n\n1\n00:00:01,000 --> 00:00:02,000\nFound.\n", ".srt") == ["Lost words\nFound."]
    assert shown("WEBVTT\n\nLost words\n", ".vtt") == ["Lost words"]
