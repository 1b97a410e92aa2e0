"""Where the shipped rules are, and where compiled tables are kept.

A compiled table is disposable: its name holds a digest of the version and of the state (path, size, time of
change) of every file it was made from, so it is never stale and may be deleted at any time.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from zlib import adler32, crc32

from lintnews import __version__

FORMAT = "86"  # raise when the compiled form changes
_KEEP = 8  # compiled tables kept per name; older ones are removed


def rules_dir() -> str:
    """The folder of the built-in rules: LINTNEWS_RULES, else inside the installed package, or beside it in a checkout."""
    if os.environ.get("LINTNEWS_RULES"):
        return os.environ["LINTNEWS_RULES"]
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    shipped = os.path.join(package, "rules")
    return shipped if os.path.isdir(shipped) else os.path.join(os.path.dirname(package), "rules")


def files_of(folder: str) -> list[str]:
    """Every rules file below ``folder`` in a stable order; romanization tables are not rules files."""
    found = []
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in ("romanization", "words"))
        found += [os.path.join(parent, name) for name in sorted(names) if name.endswith(".toml")]
    return found


def cache_dir() -> str:
    """The folder for compiled tables, made when missing: LINTNEWS_CACHE, else the platform's cache folder."""
    folder = os.environ.get("LINTNEWS_CACHE") or os.path.join(_platform_cache(), "lintnews")
    try:
        os.makedirs(folder, exist_ok=True)
        if os.access(folder, os.W_OK):
            return folder
    except OSError:
        pass
    return _temporary()


def _platform_cache() -> str:
    # platformdirs gives the same three answers and costs 20 ms to import: more than a lint run may spend on it.
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        return os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Caches")
    return os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")


def _temporary() -> str:
    import tempfile

    folder = os.path.join(tempfile.gettempdir(), f"lintnews-{os.getuid() if hasattr(os, 'getuid') else 'user'}")
    os.makedirs(folder, mode=0o700, exist_ok=True)
    return folder


def digest(files: Iterable[str], *more: str) -> str:
    """A digest of the state of ``files`` (those that exist) and of the strings ``more``."""
    parts = [FORMAT, __version__, str(sys.version_info[:2]), *more]
    for path in files:
        status = os.stat(path)
        parts.append(f"{path} {status.st_size} {status.st_mtime_ns}")
    return _checksum(parts)


def _checksum(parts: Iterable[str]) -> str:
    state = "\0".join(parts).encode("utf-8", "surrogateescape")
    # Two checksums name a state well enough and, unlike hashlib, cost nothing to import.
    return f"{crc32(state):08x}{adler32(state):08x}"


def shipped(name: str) -> str:
    """Where an installed wheel has the table ``name``; there may be none.

    A wheel's rules are compiled when it is built and are not looked at again: a desk has a glossary of its own, and a
    checkout has no such folder.
    """
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    return os.path.join(package, "compiled", f"{name}-{_checksum([FORMAT, __version__])}.bin")


def path_for(name: str, key: str) -> str:
    """Where the compiled table ``name`` made from the state ``key`` (see ``digest``) is kept."""
    return os.path.join(cache_dir(), f"{name}-{key}.bin")


def prune(name: str) -> None:
    """Remove all but the newest compiled tables of ``name``; another run may do the same at once."""
    folder = cache_dir()
    mine = [os.path.join(folder, file) for file in os.listdir(folder) if file.startswith(f"{name}-")]
    try:
        mine.sort(key=os.path.getmtime, reverse=True)
        for path in mine[_KEEP:]:
            os.unlink(path)
    except OSError:
        pass
