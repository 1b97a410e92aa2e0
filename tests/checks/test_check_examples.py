"""Every rule of every check shows what it flags and what it passes, and does so."""

import pytest

from lintnews import checks
from lintnews.model import KINDS

# Two checks ask the glossary for names and are tested with one.
MODULES = [module for module in checks.modules() if not module.__name__.endswith((".romanized", ".given_names"))]
CASES = [(module, info.rule, example) for module in MODULES for info in module.rules() for example in info.examples]
NAMES = [f"{rule}-{'flag' if example.flag else 'pass'}" for _, rule, example in CASES]


def test_rules_are_unique_and_of_a_known_kind():
    rules = [info.rule for module in MODULES for info in module.rules()]
    assert len(rules) == len(set(rules))
    assert {rule.partition("/")[0] for rule in rules} <= set(KINDS)


def test_every_rule_explains_itself():
    for module in MODULES:
        for info in module.rules():
            assert {example.flag for example in info.examples} == {True, False}, f"{info.rule} needs both examples"
            assert info.title, info.rule
            assert info.why, info.rule


@pytest.mark.parametrize(("module", "rule", "example"), CASES, ids=NAMES)
def test_examples(give, module, rule, example):
    assert [finding.rule for finding in give(module, example.text)] == ([rule] if example.flag else [])
    if example.fix:
        assert give(module, example.fix) == []
