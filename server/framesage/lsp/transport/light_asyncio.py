"""Import asyncio without ``ssl``, which nothing here uses: a twentieth of the start.

asyncio does without it where it is missing. See docs/adr/0046.
"""

from __future__ import annotations

import importlib
import sys


def prepare() -> None:
    """Import asyncio, unless it or ``ssl`` is there already."""
    if "asyncio" in sys.modules or "ssl" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]
    try:
        importlib.import_module("asyncio")
    finally:
        del sys.modules["ssl"]
