from __future__ import annotations

import subprocess
import sys

CALL = "import sys; sys.modules['pygls'] = None; from lintnews.cli.main import main; sys.exit(main(['lsp']))"


def test_without_its_extra_the_command_says_what_to_install():
    run = subprocess.run([sys.executable, "-c", CALL], capture_output=True, text=True, check=False, input="")
    assert run.returncode == 2
    assert run.stderr == "lintnews: the language server needs pygls: pip install 'lintnews[lsp]'\n"
    assert run.stdout == ""
