"""``python -m lintnews`` is ``lintnews``."""

from __future__ import annotations

from lintnews.cli.main import script

script()
