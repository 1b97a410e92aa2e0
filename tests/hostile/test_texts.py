"""Hostile texts are read to their end: no crash, no hang, and what stands behind the trap is still linted."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from documents import assert_sound, prose
from hostile.texts import NEEDLE, TEXTS

from lintnews import read
from lintnews.config import Settings
from lintnews.errors import InputError
from lintnews.linter import Linter

SAMPLES = Path(__file__).parents[1] / "read" / "samples"
PATHS = sorted(path for path in SAMPLES.iterdir() if path.suffix not in (".golden", ".txt"))
HANGS = 10  # seconds of work: a busy machine takes four, and what grows with the square of the length takes minutes


@pytest.mark.parametrize("name", TEXTS)
def test_read_to_the_end(name: str) -> None:
    suffix, text = TEXTS[name]
    started = time.process_time()
    document = read.reader_for(f"a{suffix}").read(text.encode(), f"a{suffix}")
    assert time.process_time() - started < HANGS
    assert any(NEEDLE in words for words in prose(document))


@pytest.fixture(scope="module")
def linter() -> Linter:
    """The linter with every rule, which takes a second to make."""
    return Linter(Settings())


@pytest.mark.slow
@pytest.mark.parametrize("name", TEXTS)
def test_linted_to_the_end(linter: Linter, name: str) -> None:
    suffix, text = TEXTS[name]
    started = time.process_time()
    result = linter.lint_bytes(text.encode(), f"a{suffix}")
    assert time.process_time() - started < HANGS
    assert result.document
    assert any(result.document.text[f.start : f.end] == "Kharkov" for f in result.findings)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<p>One\0two", "binary: a NUL at byte 6"),
        (b"<p>One\xc3", "not UTF-8 (byte 6 is 0xc3)"),
        (b"<p>One \xe2\x80", "not UTF-8 (byte 7 is 0xe2)"),
        (b"\xff\xfe<\0p", "marked as UTF-16, but damaged"),
        (b"\xef\xbb\xbf<p>\xff", "marked as UTF-8, but damaged at byte 3"),
        ("<p>One".encode("utf-32"), "UTF-32"),
    ],
)
@pytest.mark.parametrize("suffix", [".html", ".md", ".srt", ".vtt", ".json", ".csv"])
def test_what_is_not_text_is_refused(data: bytes, said: str, suffix: str) -> None:
    with pytest.raises(InputError) as refused:
        read.reader_for(f"a{suffix}").read(data, f"a{suffix}")
    assert said in str(refused.value)


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize(
    ("suffix", "text"),
    [(".html", "<p>One two</p>"), (".md", "---\ntitle: One two\n---\n"), (".srt", "1\n00:00:01,000 --> 00:00:02,000\nOne two"),
     (".vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nOne two"), (".json", '{"body": "One two"}'), (".csv", "body\nOne two\n")],
)  # fmt: skip
def test_a_byte_order_mark_is_no_text(suffix: str, text: str, mark: str) -> None:
    document = read.reader_for(f"a{suffix}").read(text.encode(mark), f"a{suffix}")
    assert prose(document) == ["One two"]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_a_file_cut_anywhere(path: Path) -> None:
    """As it is while another program writes it: read as far as it goes, or refused with a reason."""
    data = path.read_bytes()
    for end in range(0, len(data), max(len(data) // 60, 1)):
        try:
            document = read.reader_for(path.name).read(data[:end], path.name)
        except InputError as error:
            assert len(str(error)) > 10, "says what is wrong"  # noqa: PT017 - some cuts are refused, some are not
        else:
            assert_sound(document, data[:end])


@pytest.mark.usefixtures("few_rules")
def test_a_file_that_is_being_written(tmp_path: Path) -> None:
    """What there is at the moment of reading is linted; positions are those of what was read."""
    path, stop = tmp_path / "a.html", threading.Event()

    def write() -> None:
        while not stop.is_set():
            with path.open("wb") as file:
                for _ in range(20):
                    file.write(b"<p>The army caused a <b>massive</b> blow to the port &amp; left.</p>\n")
                    file.flush()
                    stop.wait(0.001)

    path.write_bytes(b"")
    writer = threading.Thread(target=write)
    writer.start()
    try:
        linter = Linter(Settings(select=("calque",)))
        for _ in range(10):
            result = linter.lint_file(str(path))
            assert result.document
            marked = {result.document.text[finding.start : finding.end] for finding in result.findings}
            assert marked <= {"caused a <b>massive</b> blow to"}
    finally:
        stop.set()
        writer.join()
