"""Archives and XML that were made to harm, or that were harmed: each gives a message or is linted, and so is the rest.

Through the command line, on real files, beside a draft that has something to find.
"""

from __future__ import annotations

import os
import random
import signal
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from word_samples import W, draft, of_paragraphs, of_xml, parts_of, zipped

BLOW = "The army caused a heavy blow to the depot.\n"
FOUND = "calque/caused-a-blow"
LIMIT = 60  # seconds; only so that a hang ends the test and not the suite
UNIT = '<trans-unit id="1"><target>{}</target></trans-unit>'
XLIFF = f'<xliff version="1.2"><file target-language="en"><body>{UNIT}</body></file></xliff>'
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
BOMB = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{LAUGHS}]>'
PARAGRAPH = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"

pytestmark = pytest.mark.usefixtures("few_rules")


@pytest.fixture(autouse=True)
def _ends() -> Iterator[None]:
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def give_up(*_: object) -> None:
        raise TimeoutError(f"still at it after {LIMIT} s")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(LIMIT)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "rest.txt").write_text(BLOW, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("do not tell", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def external(path: str) -> str:
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY x SYSTEM "file://{path}">]>'


def with_document(xml: str) -> bytes:
    """A Word document whose main part is ``xml``."""
    return zipped(parts_of(of_xml("")) | {"word/document.xml": xml})


def twice(name: str, data: bytes) -> bytes:
    """An archive with one more entry of the name of the first, which says something else."""
    return zipped({"x" * len(name): "x", **parts_of(data)}).replace(b"x" * len(name), name.encode())


def locked(data: bytes) -> bytes:
    """The archive with every part marked as encrypted."""
    made = bytearray(data)
    for mark, place in ((b"PK\1\2", 8), (b"PK\3\4", 6)):
        at = made.find(mark)
        while at >= 0:
            made[at + place] |= 1
            at = made.find(mark, at + 4)
    return bytes(made)


REFUSED: dict[str, tuple[str, Callable[[], bytes], list[str]]] = {
    "billion laughs": ("a.xlf", lambda: (BOMB + XLIFF.format("&l11;")).encode(), ["entity 'l0'", "remove the DTD"]),
    "billion laughs in Word": (
        "a.docx",
        lambda: with_document(f'{BOMB}<w:document xmlns:w="{W}">&l11;</w:document>'),
        ["entity 'l0'", "remove the DTD"],
    ),
    "a file from outside": (
        "a.xlf",
        lambda: (external(os.path.abspath("secret.txt")) + XLIFF.format("&x;")).encode(),
        ["entity 'x'", "remove the DTD"],
    ),
    "a file from outside in Word": (
        "a.docx",
        lambda: with_document(f'{external(os.path.abspath("secret.txt"))}<w:document xmlns:w="{W}">&x;</w:document>'),
        ["entity 'x'"],
    ),
    "an address": (
        "a.tmx",
        lambda: b'<!DOCTYPE tmx [<!ENTITY % r SYSTEM "http://localhost:9/x.dtd"> %r;]><tmx/>',
        ["entity 'r'", "remove the DTD"],
    ),
    "a part that unpacks to a gigabyte's hundredth": (
        "a.docx",
        lambda: with_document(" " * (32 << 20)),
        ["would unpack to", "do not trust it"],
    ),
    "a part beside the text that does": (
        "a.docx",
        lambda: zipped(parts_of(of_paragraphs("a")) | {"word/media/image1.png": bytes(64 << 20)}),
        ["would unpack to", "do not trust it"],
    ),
    "twenty thousand parts": (
        "a.docx",
        lambda: zipped(parts_of(of_paragraphs("a")) | {f"x{n}": b"" for n in range(20_000)}),
        ["parts", "split the document"],
    ),
    "cut off": ("a.docx", lambda: of_paragraphs("a" * 9000)[:9000], ["still being written", "save it again"]),
    "cut off at its start": ("a.docx", lambda: of_paragraphs("a")[1:], ["save the copy as .docx"]),
    "any zip archive": ("a.docx", lambda: zipped({"notes.txt": BLOW}), ["no Word document in it", "save the copy as .docx"]),
    "an archive in an archive": ("a.docx", lambda: zipped({"draft.docx": of_paragraphs(BLOW)}), ["no Word document in it"]),
    "paths that lead out": ("a.docx", lambda: zipped({"../../secret.txt": "x", "_rels/.rels": "<R/>"}), ["no Word document"]),
    "a text part that is none": ("a.docx", lambda: with_document("The army."), ["not well-formed XML"]),
    "a text part cut off": ("a.docx", lambda: with_document(f'<w:document xmlns:w="{W}"><w:p>'), ["ends too early"]),
    "a password": ("a.docx", lambda: locked(of_paragraphs("a")), ["password"]),
    "Word's own encryption": ("a.docx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000), ["password"]),
    "nothing": ("a.docx", lambda: b"", ["empty", "save the document again"]),
    "plain text under a false name": ("a.docx", BLOW.encode, ["not a Word document"]),
    "a wrong encoding": (
        "a.xlf",
        lambda: ('<?xml version="1.0" encoding="shift_jis"?>' + XLIFF.format("Łódź")).encode("cp1250"),
        ["save it as UTF-8"],
    ),
    "UTF-16 cut in half": ("a.xlf", lambda: XLIFF.format("Київ").encode("utf-16")[:-1], ["UTF-16", "save it as UTF-8"]),
    "a NUL": ("a.tmx", lambda: b"<tmx>\0</tmx>", ["NUL"]),
    "XML cut off": ("a.tmx", lambda: b"<tmx><body><tu>", ["ends too early", "export it again"]),
    "XML that is empty": ("a.xliff", lambda: b"", ["ends too early", "export it again"]),
    "a catalogue cut off": ("a.po", lambda: b'msgid "a"\nmsgstr "b"\n\nmsgid "c', ["line 4", "mend the file"]),
}

LINTED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "an attribute of a megabyte": ("a.xlf", lambda: XLIFF.format(f"<g id='{'x' * (1 << 20)}'>{BLOW}</g>").encode()),
    "an attribute of a megabyte in Word": (
        "a.docx",
        lambda: of_xml(f'<w:p w:rsidR="{"x" * (1 << 20)}"><w:r><w:t>{BLOW}</w:t></w:r></w:p>'),
    ),
    "elements in elements": ("a.xlf", lambda: XLIFF.format("<g>" * 100_000 + BLOW + "</g>" * 100_000).encode()),
    "tables in tables": (
        "a.docx",
        lambda: of_xml("<w:tbl><w:tr><w:tc>" * 20_000 + PARAGRAPH.format(BLOW) + "</w:tc></w:tr></w:tbl>" * 20_000),
    ),
    "boxes in boxes": (
        "a.docx",
        lambda: of_xml(
            "<w:p><w:r><w:t>a</w:t><w:txbxContent>" * 5_000 + PARAGRAPH.format(BLOW) + "</w:txbxContent></w:r></w:p>" * 5_000
        ),
    ),
    "a word of fifty thousand runs": (
        "a.docx",
        lambda: of_xml(f"<w:p>{'<w:r><w:t>x</w:t></w:r>' * 50_000}<w:r><w:br/><w:br/><w:t>{BLOW}</w:t></w:r></w:p>"),
    ),
    "a megabyte without a line break": ("a.po", lambda: f'msgid "a"\nmsgstr "{BLOW.strip()} {"x" * (1 << 20)}"'.encode()),
    "half a million escapes": ("a.po", lambda: ('msgid "a"\nmsgstr "' + "\\n" * 500_000 + BLOW.strip() + '"').encode()),
    "a string of fifty thousand lines": (
        "a.po",
        lambda: ('msgid "a"\nmsgstr "' + BLOW.strip() + '"\n' + '" x"\n' * 50_000).encode(),
    ),
    "a part twice": ("a.docx", lambda: twice("word/document.xml", of_paragraphs(BLOW))),
    "links that lead out": (
        "a.docx",
        lambda: zipped(
            parts_of(of_xml(PARAGRAPH.format(BLOW)))
            | {
                "word/_rels/document.xml.rels": '<R><Relationship Type="x/header" Target="../../../secret.txt"/><Relationship '
                'Type="x/footer" Target="file:///etc/passwd" TargetMode="External"/><Relationship Type="x/styles"/></R>'
            }
        ),
    ),
    "a stale declaration": ("a.xlf", lambda: ('<?xml version="1.0" encoding="utf-16"?>' + XLIFF.format(BLOW)).encode()),
    "comments without end of sentences": ("a.tmx", lambda: TMX.encode()),
}
TMX = f'<tmx><body><tu><tuv lang="en"><seg>{"<!-- x -->" * 50_000}{BLOW}</seg></tuv></tu></body></tmx>'


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_a_message(lintnews: Callable[..., Any], desk: Path, name: str) -> None:
    path, make, parts = REFUSED[name]
    (desk / path).write_bytes(make())
    run = lintnews(path, "rest.txt", "--isolated")
    assert run.status == 2
    assert f"lintnews: {path}: " in run.stderr
    assert [part for part in parts if part not in run.stderr] == []
    assert len(run.stderr) < 500
    assert "rest.txt:1:10: warning: " + FOUND in run.stdout
    for leak in ("Traceback", "internal error", "do not tell"):
        assert leak not in run.stderr + run.stdout


@pytest.mark.parametrize("name", LINTED)
def test_linted_all_the_same(lintnews: Callable[..., Any], desk: Path, name: str) -> None:
    path, make = LINTED[name]
    (desk / path).write_bytes(make())
    run = lintnews(path, "--isolated", "--select", FOUND, "--format", "jsonl")
    assert (run.status, run.stderr) == (1, "")
    assert '"text": "caused a heavy blow to"' in run.stdout
    assert "do not tell" not in run.stdout


@pytest.mark.parametrize("name", ["a.docx", "a.xlf"])
def test_a_file_being_written(lintnews: Callable[..., Any], desk: Path, name: str) -> None:
    """Linted again and again while it grows: a message or the findings each time, and the findings in the end."""
    whole = of_paragraphs(BLOW) if name == "a.docx" else XLIFF.format(BLOW).encode()
    (desk / name).write_bytes(b"")
    done = threading.Event()

    def write() -> None:
        with open(desk / name, "r+b", buffering=0) as file:
            for start in range(0, len(whole), max(len(whole) // 60, 1)):
                file.write(whole[start : start + max(len(whole) // 60, 1)])
        done.set()

    thread = threading.Thread(target=write)
    thread.start()
    statuses = set()
    while not done.is_set():
        run = lintnews(name, "--isolated", "--select", FOUND)
        statuses.add(run.status)
        assert run.status != 2 or f"lintnews: {name}: " in run.stderr
        assert "internal error" not in run.stderr
    thread.join()
    assert statuses <= {1, 2}
    assert lintnews(name, "--isolated", "--select", FOUND).status == 1


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(150))
def test_damaged_documents(lintnews: Callable[..., Any], desk: Path, seed: int) -> None:
    """Bytes changed, lost and doubled at random: never more than a message."""
    chance = random.Random(seed)
    data = bytearray(draft())
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(data))
        match chance.randrange(3):
            case 0:
                data[place] = chance.randrange(256)
            case 1:
                del data[place : place + chance.randrange(64)]
            case _:
                data[place:place] = data[chance.randrange(len(data)) :][: chance.randrange(64)]
    (desk / "a.docx").write_bytes(data)
    run = lintnews("a.docx", "--isolated", "--annotate", "out.docx", "--select", "russian-exonym")
    assert run.status in (0, 1, 2)
    assert "internal error" not in run.stderr
    assert run.status != 2 or "lintnews: a.docx: " in run.stderr
