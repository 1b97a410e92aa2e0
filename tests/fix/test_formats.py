"""Corrections inside each format: the words change, every other byte stays, and the corrected file is clean."""

from __future__ import annotations

import re
from functools import cache

import pytest

from lintnews.config import Settings
from lintnews.correct import correct
from lintnews.linter import Linter

# «old|new» is what changes.
SAMPLES = {
    "a.md": "# News\n\nThe *«Kharkov|Kharkiv»* road, [«Odessa|Odesa»](https://odessa.example/Odessa), `Kharkov`.\n",
    "a.html": "<p>The <b>«Kharkov|Kharkiv»</b> road &amp; <i>Khar</i>k«o|i»v &mdash; it.</p><script>Kharkov</script>",
    "a.json": '{"body": "The \\"road\\" in «Kharkov|Kharkiv»\\u2019s hills.\\n«Kharkov|Kharkiv».", "id": "Kharkov"}',
    "a.csv": 'title,body\nx,"The road, in «Kharkov|Kharkiv», ""so"" long."\ny,«Kharkov|Kharkiv» fell.\n',
    "a.srt": "1\n00:00:01,000 --> 00:00:02,000\nThe road to <i>«Kharkov|Kharkiv»</i>\nis long.\n",
    "a.vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\nThe road to «Kharkov|Kharkiv» is long.\n",
    "a.po": 'msgid "x"\nmsgstr ""\n"The road to \\"Lviv\\" and "\n"«Kharkov|Kharkiv» is long."\n',
    "a.xlf": '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="uk" '
    'target-language="en" datatype="plaintext" original="a"><body><trans-unit id="1"><source>Харків</source>'
    "<target>The road to «Kharkov|Kharkiv» &amp; back.</target></trans-unit></body></file></xliff>",
    "a.tmx": '<tmx version="1.4"><header srclang="uk"/><body><tu><tuv xml:lang="uk"><seg>Харків</seg></tuv>'
    '<tuv xml:lang="en"><seg>The road to «Kharkov|Kharkiv» &amp; back.</seg></tuv></tu></body></tmx>',
}


@cache
def linter() -> Linter:
    return Linter(Settings())


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_only_the_words_change(name: str, encoding: str) -> None:
    before = re.sub("«(.*?)\\|.*?»", "\\1", SAMPLES[name]).encode(encoding)
    after = re.sub("«.*?\\|(.*?)»", "\\1", SAMPLES[name]).encode(encoding)
    correction = correct(linter(), before, name)
    assert correction.result.error == ""
    assert correction.data == after
    assert correct(linter(), after, name).made == 0
