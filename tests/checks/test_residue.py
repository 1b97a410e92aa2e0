import pytest

from lintnews.checks import residue


@pytest.mark.parametrize(
    ("text", "found", "rule", "suggested"),
    [
        ("A gruzovichnik turned over.", "gruzovichnik", "romanized-word", ()),
        ("The fate of the marshrutochniki is open.", "marshrutochniki", "romanized-word", ()),
        ("He signed the novaya position.", "novaya", "romanized-word", ("new",)),
        ("In Kyiv a busik took him away.", "busik", "romanized-word", ("minibus",)),
        ("A paid podpiska, they said in Russia.", "podpiska", "romanized-word", ("subscription",)),
        ("The medzhlisovtsev of Crimea met.", "medzhlisovtsev", "romanized-word", ("member of the Mejlis",)),
        ("Ankara, so Turechchina.", "Turechchina", "romanized-word", ("Turkey",)),
        ("Money for Rivnenshchyny.", "Rivnenshchyny", "romanized-word", ("Rivne region",)),
        ("The Zelenohaiska community was hit.", "Zelenohaiska", "place-adjective", ()),
        ("Fights on the Zelenogaiskoye direction.", "Zelenogaiskoye", "place-adjective", ()),
        ("Poltava is fifth in the vurnmy table.", "vurnmy", "no-english-word", ()),
        ("Ryatuvalnyky who came to Poltava left.", "Ryatuvalnyky", "romanized-word", ("rescuer",)),
        ("“It was loud,” said Rostovchanin Viktor.", "Rostovchanin", "resident-of-a-city", ()),
        ("The dollar kompensiruet it.", "kompensiruet", "romanized-word", ()),
    ],
)
def test_flags(give, text, found, rule, suggested):
    (finding,) = give(residue, text)
    assert (text[finding.start : finding.end], finding.rule.partition("/")[2]) == (found, rule)
    assert finding.suggestions[:1] == suggested


@pytest.mark.parametrize(
    "text",
    [
        "The apparatchiks went to the dacha by tsar’s decree.",
        "Khokhlenko met Zhuravlyova.",
        "The Petrogradsky district, the Kostelska Street and the Bulawayska Club.",
        "They sang a canzone and ate gnocchetti with the chatelaine.",
        "See example.org/novaya-zhizn and @dorozhenka.",
        "Ohio is fifth in the vurnmy table.",
        "In Kyiv the seperate plan, the zlectrolyte-vurnmy and the dronefish passed.",
        "In Kyiv he spoke of gyakorlatilag lefegyverzett.",
        "In Kyiv the vurnmy (a table) is old.",
        "Andriy Ryatuvalnyk came to Kyiv.",
    ],
)
def test_passes(give, text):
    assert give(residue, text) == []


def test_an_explained_word_is_only_noted(give):
    (finding,) = give(residue, "They sang of the dorozhenka (the little road).")
    assert finding.severity == "info"


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("The bolnitsa of Moscow burned.", "warning"),
        ("The vzryv of Moscow.", "warning"),
        ("Tarnavskyi read of a busik.", "warning"),  # a name says where it was
        ("Bernardi read of a busik.", "info"),
        ("In Kyiv the dity sang.", "warning"),
        ("He came pislia the raid on Kyiv.", "warning"),
        ("The busik of Ohio.", "info"),
    ],
)
def test_a_listed_word_is_an_alarm_where_the_passage_is_about_the_region(give, text, severity):
    (finding,) = give(residue, text)
    assert finding.severity == severity


def test_the_message_names_the_native_word(give):
    (listed,) = give(residue, "A legkovushka burned in Russia.")
    assert "легковушка" in listed.message
    (unlisted,) = give(residue, "The tri kolokolchika rang.")
    assert "колокольчика" in unlisted.message or "колоколчика" in unlisted.message
