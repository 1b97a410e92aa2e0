"""The table on disk."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.lexicon.table import Counts, Table, TableError, counted, packed

words = st.text(alphabet=st.characters(exclude_categories=["Z", "Cc"]), min_size=1, max_size=8)

keys = st.text(alphabet=st.characters(exclude_characters="\0"), max_size=12)


@given(st.dictionaries(keys, st.binary(max_size=20), max_size=40), st.lists(keys, max_size=10))
def test_gives_back_what_was_written(tmp_path_factory, mapping, others):
    path = str(tmp_path_factory.mktemp("table") / "t.bin")
    Table.write(path, mapping)
    table = Table(path)
    assert {key: table.get(key) for key in mapping} == mapping
    assert dict(table.items()) == mapping
    assert all((key in table) == (key in mapping) for key in others)


def test_two_keys_of_one_checksum_are_told_apart(tmp_path):
    path = str(tmp_path / "t.bin")
    Table.write(path, {"plumless": b"1", "buckeroo": b"2"})  # one CRC-32
    table = Table(path)
    assert (table.get("plumless"), table.get("buckeroo")) == (b"1", b"2")


@pytest.mark.parametrize("damage", [b"", b"short", b"lnTable2" + b"\xff" * 30])
def test_a_damaged_file_is_a_table_error(tmp_path, damage):
    path = tmp_path / "t.bin"
    path.write_bytes(damage)
    with pytest.raises(TableError):
        Table(str(path))


def test_a_file_cut_short_is_a_table_error(tmp_path):
    path = tmp_path / "t.bin"
    Table.write(str(path), {"a": b"1" * 100})
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(TableError):
        Table(str(path))


def test_numbers_and_lines_are_read_where_they_lie(tmp_path):
    path = str(tmp_path / "t.bin")
    Table.write(path, {"n": packed(array("I", [7, 2**32 - 1])), "l": "one\ntwo и\n".encode(), "p": b"\0\1"})
    table = Table(path)
    assert list(table.numbers("n")) == [7, 2**32 - 1]
    assert (table.lines("l")[0], table.lines("l")[4]) == ("one", "two и")
    assert bytes(table.part("p")) == b"\0\1"
    assert bytes(table.part("none")) == b""


@given(st.dictionaries(words, st.integers(0, 10**9), max_size=40), st.lists(words, max_size=10))
def test_counts_are_those_that_were_given(tmp_path_factory, mapping, others):
    path = str(tmp_path_factory.mktemp("table") / "t.bin")
    record = counted(mapping)
    Table.write(path, {"before": b"x" * 5, "counts": record})
    for counts in (Counts(record), Table(path).counts("counts")):
        assert {word: counts[word] for word in mapping} == mapping
        assert all((word in counts) == (word in mapping) for word in (*mapping, *others))
        assert all(counts[word] == mapping.get(word, 0) for word in others)
