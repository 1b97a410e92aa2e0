"""The rules of which nothing is listed that descent should find: benchmarks/derivation.py."""

import pytest

from lintnews.lexicon.load import load


@pytest.fixture(scope="module")
def derivation(script):
    return script("benchmarks/derivation.py")


def test_listed_forms_are_switched_off_and_the_rest_stays(derivation, tmp_path):
    source = tmp_path / "rules"
    (source / "glossary").mkdir(parents=True)
    (source / "patterns").mkdir()
    (source / "glossary" / "places.toml").write_text(
        '[[term]]\nid = "one"\nen = ["Kyiv"]\n[term.reject]\nrussian-exonym = ["Kiev"]\n'
        '[[term.example]]\nflag = "In Kiev."\n'
        '[[term]]\nid = "two"\nen = ["Vostochny"]\n[term.reject]\nwrong-romanization = ["Vostochnyj"]\nliteral-name = ["East"]\n'
        '[[term.example]]\nflag = "In the East."\n[[term.example]]\npass = "In Vostochny."\n'
    )
    (source / "patterns" / "untranslated-residue.toml").write_text('[[rule]]\nid = "three"\nphrase = ["podpiski"]\n')
    assert derivation.strip(source, tmp_path / "stripped") == 3
    entries, _ = load([str(tmp_path / "stripped" / "glossary" / "places.toml")])
    assert {entry.id: [variant.kind for variant in entry.variants] for entry in entries} == {"one": [], "two": ["literal-name"]}
    assert "podpiski" not in (tmp_path / "stripped" / "patterns" / "untranslated-residue.toml").read_text()
