from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.lexicon.languages import Languages, compiled
from lintnews.lexicon.table import Table

SENTENCES = {
    "pl": "Minister powiedział wczoraj wieczorem, że nie podpisze tej ustawy.",
    "cs": "Ministr včera večer řekl, že ten zákon nepodepíše.",
    "de": "Der Minister sagte am Montag, er werde das Gesetz nicht unterschreiben.",
    "fr": "Le ministre a dit hier soir qu’il ne signerait pas cette loi.",
    "es": "El ministro dijo el lunes que no firmaría esa ley.",
    "it": "Il ministro ha detto ieri sera che non firmerà quella legge.",
    "pt": "O ministro disse ontem à noite que não assinará essa lei.",
    "ro": "Ministrul a spus aseară că nu va semna această lege și va pleca.",
    "hu": "A miniszter tegnap este azt mondta, hogy nem írja alá ezt a törvényt.",
    "tr": "Bakan dün akşam bu yasayı imzalamayacağını söyledi.",
    "lt": "Ministras vakar vakare sakė, kad šio įstatymo nepasirašys.",
    "vi": "Bộ trưởng nói tối qua rằng ông sẽ không ký luật này.",
    "en": "The minister said on Monday that he would not sign the law.",
}


@pytest.fixture(scope="module")
def languages() -> Languages:
    return Languages.load()


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_told(languages: Languages, code: str) -> None:
    found, probability = languages.guess(SENTENCES[code])
    assert (found, probability > 0.95) == (code, True)


@pytest.mark.parametrize("code", SENTENCES)
def test_it_agrees_with_the_library_whose_profiles_it_reads(languages: Languages, code: str) -> None:
    from langdetect import DetectorFactory, detect_langs

    DetectorFactory.seed = 0
    (best, *_) = detect_langs(SENTENCES[code])
    assert best.prob > 0.95
    assert languages.guess(SENTENCES[code])[0] == best.lang


@pytest.mark.parametrize("text", ["", "1945 – 2,5 %", "МВС", "OSCE NATO"])
def test_what_has_no_latin_words_is_left_open(languages: Languages, text: str) -> None:
    assert languages.guess(text) == ("", 0.0)


def test_what_could_be_several_is_not_sure(languages: Languages) -> None:
    assert languages.guess("tu banana radio")[1] < 0.95


@given(st.text(max_size=60))
def test_any_text_has_one_answer(languages: Languages, text: str) -> None:
    code, probability = languages.guess(text)
    assert 0 <= probability <= 1
    assert bool(code) == (probability > 0)
    assert Languages.load().guess(text) == (code, probability)


def test_the_table_on_disk_says_what_the_profiles_say(tmp_path) -> None:
    Table.write(str(tmp_path / "languages"), records := compiled())
    fresh = Languages(Table(str(tmp_path / "languages")))
    assert fresh.guess(SENTENCES["pl"]) == Languages(records).guess(SENTENCES["pl"])


def test_a_passage_of_any_length_is_answered(languages: Languages) -> None:
    assert languages.guess(SENTENCES["pl"] * 200_000)[0] == "pl"
