from __future__ import annotations

import os

import pytest

from lintnews.lexicon.cache import rules_dir
from lintnews.lexicon.counterparts import forms, load, respelled

TABLES = load(os.path.join(rules_dir(), "romanization"), "uk-ru")


@pytest.mark.parametrize(
    ("ukrainian", "russian"),
    [
        ("Красногорівка", "Красногоровка"),
        ("Андріївка", "Андреевка"),
        ("Новомлинськ", "Новомлинск"),
        ("Петрівці", "Петровцы"),
        ("Високопілля", "Высокополье"),
        ("Вільшани", "Ольшаны"),
        ("Князе-Григорівка", "Князе-Григоровка"),
        ("Велика Знам'янка", "Большая Знамъянка"),
        ("Іваниця", "Иваница"),
    ],
)
def test_the_russian_form_is_among_the_respelled_ones(ukrainian: str, russian: str) -> None:
    found = forms(ukrainian, TABLES)
    assert russian in found
    assert len(found) == len(set(found)) <= 6


def test_a_known_russian_form_that_follows_from_spelling_is_left_alone() -> None:
    native = (("uk", ("Красногорівка",)), ("ru", ("Красногоровка",)))
    assert respelled(native, TABLES) == native


def test_a_translated_russian_form_gets_the_respelled_ones_beside_it() -> None:
    found = dict(respelled((("uk", ("Червоногригорівка",)), ("ru", ("Красногригоровка",))), TABLES))
    assert found["ru"][0] == "Красногригоровка"
    assert "Червоногригоровка" in found["ru"]


def test_a_person_with_a_russian_form_is_not_respelled() -> None:
    native = (("uk", ("Микола Тищенко",)), ("ru", ("Николай Тищенко",)))
    assert respelled(native, TABLES) == native
