"""The knowledge in rules/: it loads, every example gives what it promises, and there is enough of it."""

import re
from pathlib import Path

import pytest

from lintnews.config import Settings
from lintnews.errors import RuleError
from lintnews.lexicon.cache import files_of, rules_dir
from lintnews.lexicon.load import load, read_file
from lintnews.lexicon.portable import portable
from lintnews.lexicon.runaway import is_tame
from lintnews.lexicon.schema import SHAPES
from lintnews.linter import Linter

FILES = files_of(rules_dir())
EXAMPLES = r"^\[\[(term|confusion|name|rule)\.example\]\]\n(?:(?!\[\[(?!\1\.example)).*\n?)*"  # of one entry
ENOUGH = {"term": 1500, "confusion": 600, "name": 250, "rule": 300, "cues": 40}


def relative(path: str) -> str:
    return str(Path(path).relative_to(rules_dir()))


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(Settings())


@pytest.mark.parametrize("path", [path for path in FILES if "/cues/" not in path], ids=relative)
def test_every_example_gives_what_it_promises(linter, path):
    failures = list(linter.test([path]))
    assert not failures, "\n".join(failures)


def test_no_expression_needs_a_time_limit():
    """A built-in one that did would have articles import `regex`, which takes as long as linting them."""
    entries, _ = load(FILES)
    expressions = {portable(v.regex): entry.id for entry in entries for v in entry.variants if v.regex}
    assert expressions
    assert not [name for expression, name in expressions.items() if not is_tame(expression)]


def test_there_is_enough_of_each():
    entries, cues = load(FILES)
    counts = {shape: sum(entry.shape == shape for entry in entries) for shape in SHAPES} | {"cues": len(cues)}
    assert all(counts[shape] >= least for shape, least in ENOUGH.items()), counts


def test_an_entry_without_its_examples_does_not_load(tmp_path):
    """For one entry of each file that owes examples: take them away and the file is refused, by path and line."""
    for path in FILES:
        text = Path(path).read_text(encoding="utf-8")
        match = re.search(EXAMPLES, text, re.MULTILINE)
        if not match:
            continue
        bare = tmp_path / Path(path).parent.name / Path(path).name
        bare.parent.mkdir(exist_ok=True)
        bare.write_text(text[: match.start()] + text[match.end() :], encoding="utf-8")
        with pytest.raises(RuleError, match="example") as refused:
            list(read_file(str(bare)))
        assert refused.value.path == str(bare)
        assert refused.value.line > 0


def test_a_cue_set_is_worth_a_name():
    """Sets are for desks' glossaries too, so not each is used here; but each has words enough to be a topic."""
    _, cues = load(FILES)
    thin = sorted(cue_set.name for cue_set in cues if len(set(cue_set.words)) < 5)
    assert not thin, f"too few words: {', '.join(thin)}"
