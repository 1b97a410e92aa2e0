"""The rules are as good as the floor says, and docs/accuracy.md tells what they reach."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from lintnews.evaluate import Figures

SCRIPT = Path(__file__).parents[1] / "benchmarks" / "accuracy.py"


@pytest.fixture(scope="module")
def accuracy(script) -> ModuleType:
    module: ModuleType = script("benchmarks/accuracy.py")
    return module


@pytest.mark.slow
@pytest.mark.skipif(not os.environ.get("LINTNEWS_SHARED"), reason="elsewhere: the labelled copy is not here: set LINTNEWS_SHARED")
def test_no_figure_is_below_the_floor_and_the_page_is_true():
    run = subprocess.run([sys.executable, SCRIPT, "--check"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


@pytest.fixture
def measured() -> dict[str, Figures]:
    labelled, clean = Figures(), Figures()
    labelled.counts.update(passages=1, labels=4, noted=3, sure=4, hit=3, fixable=2, fixed=1, right=3)
    clean.counts.update(passages=10, clean=10, words=10_000, false_alarms=2, clean_flagged=1)
    return {"copy": labelled, "clean": clean}


def test_the_floor_just_reached_holds(accuracy, measured):
    assert accuracy.below(measured, tomllib.loads(accuracy.floor_of(measured))) == []


@pytest.mark.parametrize(
    ("floor", "worse"),
    [
        ({"copy": {"recall": 0.8}}, "copy: recall is 0.75, the floor is 0.8"),
        ({"clean": {"per_10k_words": 1.9}}, "clean: per_10k_words is 2.0, the floor is 1.9"),
        ({"gone": {"recall": 0.1}}, "gone: recall is nan, the floor is 0.1"),
        ({"copy": {"precison": 0.1}}, "copy: precison is nan, the floor is 0.1"),
    ],
)
def test_what_is_worse_or_not_measured_is_said(accuracy, measured, floor, worse):
    assert accuracy.below(measured, floor) == [worse]


def test_a_labelled_set_is_parted_as_the_page_says(accuracy, tmp_path):
    """Every fourth line behind the first ten is the part that nobody reads; other sets have no such part."""
    path = tmp_path / "dev" / "wild.jsonl"
    path.parent.mkdir()
    path.write_text("".join(f'{{"id": "{n}", "text": "A.", "family": "f"}}\n' for n in range(1, 18)), encoding="utf-8")
    parts = accuracy.sets("wild", path)
    unseen = [passage.name for passage in parts["wild", "wild, not looked at", "f"]]
    assert unseen == ["12", "16"]
    assert sum(map(len, parts.values())) == 17
    assert list(accuracy.sets("negatives", path)) == [("negatives", "f")]
