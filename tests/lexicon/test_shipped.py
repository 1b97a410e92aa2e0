"""Tables for a wheel: the same rules make the same bytes, so that who builds one can check another's."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

CODE = "import sys; from lintnews.lexicon import shipped; shipped.write(sys.argv[1])"


def test_what_is_compiled_does_not_hang_on_the_order_of_sets(tmp_path: Path, few_rules: Path) -> None:
    made = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        folder.mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        subprocess.run([sys.executable, "-c", CODE, str(folder)], check=True, env=environment)
        made.append({path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()})
    assert len(made[0]) == 3
    assert made[0] == made[1]
