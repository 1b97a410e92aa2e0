"""Records of a ``Table`` that are JSON."""

from __future__ import annotations

import json

from lintnews.typed import Any

_scan = json.JSONDecoder().raw_decode  # json.loads looks at a value thrice before it reads it


def decoded(raw: bytes) -> Any:
    """The value of a record, as ``json.dumps`` without spaces around it wrote it."""
    return _scan(raw.decode("utf-8", "surrogatepass"))[0]
