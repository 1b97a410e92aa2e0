"""lintnews: a quality linter for translated news copy."""

from __future__ import annotations

__version__ = "0.1.0"
