from __future__ import annotations

import io
import zipfile

import pytest
from word_samples import parts_of, zipped

from lintnews.errors import InputError
from lintnews.formats import archive
from lintnews.formats.archive import Archive


def read_all(data: bytes) -> None:
    opened = Archive(data, "draft.docx")
    for name in opened.names():
        opened.read(name)


def refused(data: bytes, *words: str) -> None:
    with pytest.raises(InputError) as caught:
        read_all(data)
    assert caught.value.path == "draft.docx"
    assert [word for word in words if word not in str(caught.value)] == []


def test_parts_are_read_by_name() -> None:
    opened = Archive(zipped({"a.xml": "one", "b/c.xml": "two"}))
    assert (opened.names(), opened.read("b/c.xml"), "a.xml" in opened) == (["a.xml", "b/c.xml"], b"two", True)
    with pytest.raises(KeyError):
        opened.read("gone.xml")


def test_a_part_is_replaced_and_the_rest_is_as_it_was() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr(zipfile.ZipInfo("stored.png", (2020, 2, 2, 2, 2, 2)), bytes(range(256)))
        made.writestr("a.xml", "old", zipfile.ZIP_DEFLATED)
        made.writestr("z.xml", "last", zipfile.ZIP_DEFLATED)
    new = Archive(out.getvalue()).replaced({"a.xml": b"new", "added.xml": b"more"})
    assert list(parts_of(new)) == ["stored.png", "a.xml", "z.xml", "added.xml"]
    assert parts_of(new) == {**parts_of(out.getvalue()), "a.xml": b"new", "added.xml": b"more"}
    kept = zipfile.ZipFile(io.BytesIO(new)).getinfo("stored.png")
    assert (kept.date_time, kept.compress_type) == ((2020, 2, 2, 2, 2, 2), zipfile.ZIP_STORED)


def test_the_same_input_gives_the_same_bytes() -> None:
    data = zipped({"a.xml": "old"})
    assert Archive(data).replaced({"b.xml": b"new"}) == Archive(data).replaced({"b.xml": b"new"})


def test_what_would_fill_the_disk_is_not_unpacked() -> None:
    refused(zipped({"a.xml": b"\0" * (32 << 20)}), "would unpack to 32 MB", "do not trust it")
    refused(zipped({"a.xml": b"\0" * (32 << 20), "photo.png": "x"}), "do not trust it")


def test_limits_on_size_and_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_PART", 2)
    refused(zipped({"a.xml": "abc"}), "a.xml", "split")
    monkeypatch.setattr(archive, "MOST_BYTES", 5)
    refused(zipped({"a.xml": "abc", "b.xml": "def"}), "2 parts", "split")
    monkeypatch.setattr(archive, "MOST_ENTRIES", 1)
    refused(zipped({"a.xml": "", "b.xml": ""}), "2 parts", "split")


def test_a_bomb_behind_an_innocent_part_is_not_written_either() -> None:
    noise = b"".join(n.to_bytes(4, "big") for n in range(1 << 17))
    opened = Archive(zipped({"a.xml": "x", "noise.bin": noise, "bomb.xml": b"\0" * (32 << 20)}))
    with pytest.raises(InputError, match="do not trust it"):
        opened.replaced({"a.xml": b"y"})


@pytest.mark.parametrize("cut", [0, 2, 10, 40, -40, -1])
def test_a_damaged_archive(cut: int) -> None:
    refused(zipped({"a.xml": "some text", "b.xml": "more"})[:cut], "save it again")


def test_a_damaged_part() -> None:
    data = bytearray(zipped({"a.xml": "some text that is long enough to be packed"}))
    data[40] ^= 0xFF
    refused(bytes(data), "a.xml", "damaged", "save the document again")


def test_a_locked_part() -> None:
    data = bytearray(zipped({"a.xml": "text"}))
    data[data.index(b"PK\1\2") + 8] |= 1
    data[6] |= 1
    refused(bytes(data), "password")
