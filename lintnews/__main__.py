"""``python -m lintnews`` is ``lintnews``."""

from __future__ import annotations

import sys

from lintnews.cli.main import main

sys.exit(main())
