"""What every reader found by discovery must hold, for any text and for samples of its format cut and mixed at random."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest
from documents import assert_sound
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from word_samples import parts_of, zipped

from lintnews import read
from lintnews.errors import InputError
from lintnews.model import ReadOptions

SAMPLES = Path(__file__).parent / "samples"
READERS = {reader.NAME: reader for reader in read._readers()}
OPTIONS = ReadOptions(attributes=("alt", "title", "content"))
PIECES = {  # of each format's markup; a no-break space stands for a space
    "html": "<p> </p> <b> </b> <br> <!-- --> <a\xa0title='x'> </a> &amp; &nbsp; &#x1F600; <script> </script> <ul><li> </ul> "
    "<pre> <code> </code> <img\xa0alt=\"a&lt;b\"> < > & \" ' = <main> <nav> <!DOCTYPE> <![CDATA[ ]]> </ <svg> <title> <tr><td>",
    "markdown": "# - + * ** _ __ ` ``` ~~~ > [ ] ( ) ![ [^1] [^1]: [x]: http://a <http://a> <b> </b> <!-- --> &amp; \\ \\* "
    "| |-|-| --- === +++ title: ' \" 1. ~~ \xa0\xa0\n \t <div> </div> <script>",
    "srt": "1 2 00:00:01,000\xa0-->\xa000:00:02,000 --> <i> </i> {\\an8} - [ ♪ &amp; < >",
    "vtt": "WEBVTT NOTE STYLE REGION 00:01.000\xa0-->\xa000:02.000\xa0position:1 "
    "<v\xa0Olena> <c.x> </c> &amp; &#x1F600; NOTE\xa0lintnews < > -",
    "csv": ", ; | \t \" \"\" title body ,\" \", <p> </p> &amp; <b>",
}
WORDS = "Kiev central nervous system “Так” 🏠 e\u0301 Łódź caused a massive blow\u2028 \u200b".split(" ")


def texts(name: str) -> st.SearchStrategy[str]:
    pieces = [piece.replace("\xa0", " ") for piece in PIECES.get(name, "").split(" ")]
    some = st.lists(st.sampled_from([*pieces, *WORDS, " ", "\n", "\r\n", "\n\n", "\r"]), max_size=40).map("".join)
    return some | st.text(max_size=60) | (values() if name == "json" else st.nothing())


def values() -> st.SearchStrategy[str]:
    """JSON as programs write it, of strings that may hold anything."""
    pieces = st.sampled_from([*WORDS, "<p>", "</p>", "&amp;", "<b>", "</b>", "\n", '"', "\\", "/"])
    text = st.lists(pieces).map("".join) | st.text()
    leaf = text | st.integers() | st.none()
    nested = st.recursive(leaf, lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["title", "body", "x"]), inner))
    return st.builds(json.dumps, nested, ensure_ascii=st.booleans(), indent=st.sampled_from([None, 1]))


@pytest.mark.parametrize("name", sorted(set(READERS) & {"plain", "json", *PIECES}))
@given(data=st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text(name: str, data: st.DataObject) -> None:
    encoded = data.draw(texts(name)).replace("\0", "").encode("utf-8", "replace")
    with suppress(InputError):  # not JSON
        assert_sound(READERS[name].read(encoded, f"a{READERS[name].SUFFIXES[0]}", OPTIONS), encoded)


@pytest.mark.parametrize("sample", sorted(set(SAMPLES.glob("*.*")) - set(SAMPLES.glob("*.golden"))), ids=lambda path: path.name)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_a_sample_cut_and_mixed(sample: Path, data: st.DataObject) -> None:
    reader = read.reader_for(sample.name)
    content = sample.read_bytes()
    parts = parts_of(content) if content.startswith(b"PK") else {}
    name = data.draw(st.sampled_from(sorted(parts))) if parts else ""
    text = (parts[name] if parts else content).decode()
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=4)))
    mixed = (text[: cuts[0]] + text[cuts[1] : cuts[-1]] * 2).encode()
    mixed = zipped({**parts, name: mixed}) if parts else mixed
    with suppress(InputError):  # a container that is cut may be none any more
        assert_sound(reader.read(mixed, sample.name, OPTIONS), mixed)
