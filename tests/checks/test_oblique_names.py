import pytest

from lintnews.checks import oblique_names


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        ("They met Volodymyra Tarnavskoho.", "Volodymyra Tarnavskoho", "Volodymyr Tarnavsky"),
        ("They met Serhiya Bondarova’s wife.", "Serhiya Bondarova", "Serhiy Bondarov"),
        ("The office of Dmytra Halushky.", "Dmytra Halushky", "Dmytro Halushka"),
        ("A letter to Shavkatu Aliyev.", "Shavkatu Aliyev", "Shavkat Aliyev"),
        ("A talk with Ihorem Tarasenkom.", "Ihorem Tarasenkom", "Igor Tarasenko"),
    ],
)
def test_flags(give, text, found, right):
    (finding,) = give(oblique_names, text)
    assert (text[finding.start : finding.end], finding.suggestions) == (found, (right,))


@pytest.mark.parametrize(
    "text",
    [
        "They met Oleksandra Bondarova, Valeria Halushka and Petra Kvita.",
        "Nikola Tesla, Emma Stone and Andrea Bocelli.",
        "Serhiy Bondarov and Volodymyr Tarnavsky came.",
        "Martti Ahtisaari and Marty McFly came.",
        "SERHIYA BONDAROVA",
        "Dmytra and others stayed.",
    ],
)
def test_passes(give, text):
    assert give(oblique_names, text) == []
