"""TOML to entries."""

import pytest

from lintnews.lexicon.load import read_file
from lintnews.lexicon.schema import SHAPES


@pytest.mark.parametrize("shape", SHAPES)
def test_an_entry_that_is_switched_off_needs_nothing_but_its_id(tmp_path, shape):
    path = tmp_path / "desk.toml"
    path.write_text(f'[[{shape}]]\nid = "kyiv"\nenabled = false\n', encoding="utf-8")
    (entry,) = read_file(str(path))
    assert (entry.id, entry.enabled, entry.variants) == ("kyiv", False, ())
