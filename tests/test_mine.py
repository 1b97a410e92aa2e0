"""The search for what systems write and translators do not: benchmarks/mine.py."""

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[1] / "benchmarks" / "mine.py"
SOURCE = ["Роздали повістки в метро", "Ще повістки", "Суд відклав справу", "Повістка дня"]
REFERENCE = ["Draft notices in the metro", "More draft notices", "The court put it off", "The agenda"]
SYSTEM = ["Subpoenas in the metro", "More subpoenas", "The court put it off", "The agenda"]


def test_the_wrong_word_comes_first_with_its_source(tmp_path):
    (tmp_path / "systems").mkdir()
    files = {"source.uk": SOURCE, "reference.en": REFERENCE, "systems/a.en": SYSTEM, "systems/b.en": SYSTEM}
    for name, lines in files.items():
        (tmp_path / name).write_text("\n".join(lines * 3 + ["..."] * 200), encoding="utf-8")
    command = [sys.executable, str(SCRIPT), str(tmp_path), "--clean", str(tmp_path)]
    rows = [line.split("\t") for line in subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()]
    assert rows[0][1:4] == ["subpoenas", "повістки", "12/18"]
    assert rows[0][4] == "0/9"
    assert "«subpoenas»" in rows[0][7].lower()
    assert not [row for row in rows if "court" in row[1] or "agenda" in row[1]]
