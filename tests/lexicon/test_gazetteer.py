from __future__ import annotations

import os
from pathlib import Path

import pytest

from lintnews import read
from lintnews.config import Settings
from lintnews.errors import RuleError
from lintnews.lexicon import cache
from lintnews.lexicon.load import load, read_file
from lintnews.linter import Linter

GOOD = 'origin = "uk"\nsystem = "uk-kmu2010"\nplaces = [\n  "Вигадана Слобідка",\n  "Небувалівка",\n]\n'


def _file(folder: Path, text: str) -> str:
    path = folder / "gazetteer" / "somewhere.toml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_place_has_the_english_form_of_its_system_and_its_line(tmp_path: Path) -> None:
    entries = list(read_file(_file(tmp_path, GOOD)))
    assert [(entry.id, entry.en, entry.line, entry.minor) for entry in entries] == [
        ("place-vyhadana-slobidka", ("Vyhadana Slobidka",), 4, True),
        ("place-nebuvalivka", ("Nebuvalivka",), 5, True),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('system = "uk-kmu2010"\nplaces = []\n', "needs origin and a system"),
        ('origin = "uk"\nsystem = "ru-news"\nplaces = []\n', "such as uk-"),
        ('origin = "uk"\nsystem = "uk-kmu2010"\nplaecs = []\n', "did you mean 'places'"),
        ('origin = "uk"\nsystem = "uk-kmu2010"\nplaces = [3]\n', "must be a list of strings"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(RuleError, match=message):
        list(read_file(_file(tmp_path, text)))


def test_no_place_is_a_term_as_well() -> None:
    entries, _ = load(cache.files_of(cache.rules_dir()))
    terms = {form for entry in entries if not entry.minor for form in dict(entry.native).get("uk", ())}
    assert not [entry.native for entry in entries if entry.minor and entry.native[0][1][0] in terms]


@pytest.mark.parametrize(
    ("village", "right"),
    [
        ("Novopetrikovka", "Novopetrykivka"),
        ("Novomlinsk", "Novomlynsk"),
        ("Novopetrykivka", ""),  # as it should be
        ("Novopitrikofka", ""),  # too far off to be believed of a village
    ],
)
def test_a_village_is_told_by_its_russian_spelling(village: str, right: str) -> None:
    text = f"Shells hit the village of {village} at dawn."
    result = Linter(Settings()).lint(read.reader_for("-").read(text.encode(), "-"))
    found = [finding for finding in result.findings if finding.rule.partition("/")[2].startswith("place-")]
    assert [finding.suggestions[0] for finding in found] == ([right] if right else [])


def test_the_lists_are_where_the_loader_looks() -> None:
    folder = os.path.join(cache.rules_dir(), "gazetteer")
    assert {path for path in cache.files_of(cache.rules_dir()) if path.startswith(folder + os.sep)}
