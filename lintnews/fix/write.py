"""Putting corrected bytes where the old ones are: all of them or none, whatever happens in between."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile

from lintnews.errors import FixError

_SUFFIX = ".lintnews"  # of the file that is prepared beside the old one


def replace(path: str, old: bytes, new: bytes) -> None:
    """Make ``new`` the content of the file at ``path``, which was read as ``old``.

    The new file is complete on the disk before it takes the place of the old one, keeps its mode and, where allowed, its
    owner and extended attributes; a symbolic link stays, and what it points to is replaced. Raises FixError, and leaves
    the file alone, when it no longer holds ``old``, is no ordinary file, is read-only, or cannot be written.
    """
    target = os.path.realpath(path)
    try:
        status = os.stat(target)
        if not stat.S_ISREG(status.st_mode):
            raise FixError("is not an ordinary file and stays as it was", path)
        if not status.st_mode & 0o222:
            raise FixError("is read-only and stays as it was: make it writable first", path)
        _write_beside(path, target, status, old, new)
    except OSError as error:
        reason = error.strerror or error
        raise FixError(f"cannot be written: {reason}; check the permissions of the file and of its folder", path) from None


def _write_beside(path: str, target: str, status: os.stat_result, old: bytes, new: bytes) -> None:
    folder, name = os.path.split(target)
    handle, prepared = tempfile.mkstemp(_SUFFIX, f".{name[:40]}.", folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(new)
            file.flush()
            _keep_attributes(prepared, target, status)
            os.fsync(file.fileno())
        if _content(target) != old:
            raise FixError("changed since it was read and stays as it is: run again", path)
        os.replace(prepared, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(prepared)
        raise
    _sync_folder(folder)


def _keep_attributes(prepared: str, target: str, status: os.stat_result) -> None:
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):  # the owner may be another user's; the mode below then holds for ours
            os.chown(prepared, status.st_uid, status.st_gid)
    os.chmod(prepared, stat.S_IMODE(status.st_mode))
    if hasattr(os, "listxattr"):
        with contextlib.suppress(OSError):
            for name in os.listxattr(target):
                os.setxattr(prepared, name, os.getxattr(target, name))


def _content(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _sync_folder(folder: str) -> None:
    """Ask the disk to keep the change of name; systems that cannot are none the worse."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
