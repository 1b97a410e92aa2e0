from __future__ import annotations

import os
import random
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from lintnews.errors import FixError
from lintnews.fix import write

OLD, NEW = b"The Kharkov road.\n", b"The Kharkiv road.\n"
POSIX = pytest.mark.skipif(os.name != "posix", reason="elsewhere: about POSIX permissions and links")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_bytes(OLD)
    return path


def test_the_new_bytes_are_there_and_nothing_else(draft: Path) -> None:
    write.replace(str(draft), OLD, NEW)
    assert draft.read_bytes() == NEW
    assert os.listdir(draft.parent) == ["draft.txt"]


def test_a_file_that_changed_meanwhile_is_left_alone(draft: Path) -> None:
    with pytest.raises(FixError, match="changed since it was read"):
        write.replace(str(draft), b"something else", NEW)
    assert draft.read_bytes() == OLD
    assert os.listdir(draft.parent) == ["draft.txt"]


def test_a_file_that_went_away_is_not_made_anew(tmp_path: Path) -> None:
    with pytest.raises(FixError, match="cannot be written"):
        write.replace(str(tmp_path / "gone.txt"), OLD, NEW)
    assert os.listdir(tmp_path) == []


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o664])
def test_the_mode_is_kept(draft: Path, mode: int) -> None:
    draft.chmod(mode)
    write.replace(str(draft), OLD, NEW)
    assert stat.S_IMODE(draft.stat().st_mode) == mode


@POSIX
def test_the_owner_is_kept(draft: Path) -> None:
    if os.geteuid():
        pytest.skip("elsewhere: only root may give files away")
    os.chown(draft, 12345, 54321)
    write.replace(str(draft), OLD, NEW)
    assert (draft.stat().st_uid, draft.stat().st_gid) == (12345, 54321)


@POSIX
def test_a_link_stays_a_link(draft: Path, tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    link = tmp_path / "desk" / "link.txt"
    link.symlink_to(Path("..") / "draft.txt")
    write.replace(str(link), OLD, NEW)
    assert link.is_symlink()
    assert draft.read_bytes() == NEW
    assert os.listdir(tmp_path / "desk") == ["link.txt"]


@POSIX
def test_a_read_only_file_is_left_alone(draft: Path) -> None:
    draft.chmod(0o444)
    with pytest.raises(FixError, match="read-only"):
        write.replace(str(draft), OLD, NEW)
    assert draft.read_bytes() == OLD


@POSIX
def test_a_pipe_is_no_file_to_correct(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FixError, match="not an ordinary file"):
        write.replace(str(tmp_path / "pipe"), OLD, NEW)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that users other than the one who runs the tests can look into."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@POSIX
def test_a_folder_that_takes_no_file_gives_a_message(open_folder: Path) -> None:
    draft = open_folder / "draft.txt"
    draft.write_bytes(OLD)
    draft.chmod(0o666)
    child = os.fork()
    if child == 0:  # root may write anywhere: try as somebody else
        os.chmod(open_folder, 0o555)
        if os.geteuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
        try:
            write.replace(str(draft), OLD, NEW)
        except FixError as error:
            os._exit(0 if "check the permissions" in str(error) else 1)
        os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    open_folder.chmod(0o755)
    assert draft.read_bytes() == OLD


KILLED = """\
import sys
from lintnews.fix import write
path, size = sys.argv[1], int(sys.argv[2])
old, new = b"a" * size, b"b" * size
while True:
    write.replace(path, old, new)
    write.replace(path, new, old)
"""


@POSIX
def test_killing_it_at_any_moment_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    size = 1 << 20
    path = tmp_path / "draft.txt"
    moments = random.Random(7)
    seen: set[bytes] = set()
    for _ in range(12):
        path.write_bytes(b"a" * size)
        process = subprocess.Popen([sys.executable, "-c", KILLED, str(path), str(size)], stderr=subprocess.PIPE)
        before = path.stat().st_ino
        while path.stat().st_ino == before and process.poll() is None:
            time.sleep(0.001)  # until it is in the midst of it
        time.sleep(moments.uniform(0, 0.02))
        process.send_signal(signal.SIGKILL)
        _, errors = process.communicate()
        assert errors == b""
        content = path.read_bytes()
        assert content in (b"a" * size, b"b" * size)
        seen.add(content[:1])
        for leftover in set(os.listdir(tmp_path)) - {"draft.txt"}:
            assert leftover.startswith(".draft.txt.")  # hidden, and no draft
            assert leftover.endswith(".lintnews")
            (tmp_path / leftover).unlink()
    assert seen
