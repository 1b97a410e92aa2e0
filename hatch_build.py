"""Build hook: compiles the built-in rules, the word list and the languages into the wheel; a first run compiles nothing."""

from __future__ import annotations

import os
import sys
import tempfile
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileRules(BuildHookInterface):  # type: ignore[type-arg]
    """Puts ``lintnews/compiled/*.bin`` into a standard wheel; an editable install compiles on its first run."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and name what was compiled as data of the wheel."""
        if self.target_name != "wheel" or version == "editable":
            return
        sys.path.insert(0, self.root)
        from lintnews.lexicon import shipped

        folder = tempfile.mkdtemp()
        for path in shipped.write(folder):
            build_data["force_include"][path] = f"lintnews/compiled/{os.path.basename(path)}"
