"""From the keys of a value in a TOML file to its line and column.

The parser that reads the rule base keeps no positions, so they are found with the tolerant
scanner, which is only run when there is something to show.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from framesage.toml import Document


def find(path: Path, keys: tuple[str | int, ...]) -> tuple[int, int]:
    """Return line and column, from 1, of what ``keys`` lead to, or of the nearest thing above."""
    if not keys:
        return 1, 1
    try:
        document = _document(path, path.stat().st_mtime_ns)
    except OSError:
        return 1, 1
    array = document.header(*keys, 0)  # an array of tables is where its first table is
    start = (array.range if array else document.locate(keys)).start
    return start.line + 1, start.character + 1


@lru_cache(maxsize=64)
def _document(path: Path, _modified: int) -> Document:
    from framesage.toml import scan

    return scan(path.read_text(encoding="utf-8-sig"))
