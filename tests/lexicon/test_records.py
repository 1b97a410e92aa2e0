"""Records are read as ``json`` reads them."""

from __future__ import annotations

import json

import pytest

from lintnews.lexicon.records import decoded

VALUES = [{}, [], "", "Київ \ud800 \"\\\n\U0001f600", [1, -2, 0.5, 1e30, True, False, None], {"a": [{"b": []}], "ї": {"": 0}}]


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("ascii_only", [True, False])
def test_read_as_written(value, ascii_only):
    assert decoded(json.dumps(value, ensure_ascii=ascii_only, separators=(",", ":")).encode("utf-8", "surrogatepass")) == value
