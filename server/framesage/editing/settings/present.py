"""What a TOML file defines already, apart from what is typed at the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framesage.text import Position
    from framesage.toml import Document

Path = tuple[str, ...]


def defined_keys(document: Document, table: Path, cursor: Position) -> set[str]:
    """Return the keys in a table, and the tables below it; not the key that starts at or around
    ``cursor``."""
    paths = [header.path for header in document.headers]
    paths += [entry.path for entry in document.flat if not entry.key_range.touches(cursor)]
    depth = len(table)
    return {str(path[depth]) for path in paths if len(path) > depth and path[:depth] == table}


def is_defined(document: Document, table: Path, cursor: Position) -> bool:
    """Return whether a table has a header, is an inline table or has dotted keys.

    The header on the line of ``cursor`` does not count.
    """
    depth = len(table)
    below = [header.path for header in document.headers if header.path[:depth] == table]
    others = (header for header in document.headers if header.range.start.line != cursor.line)
    if any(header.path == table for header in others):
        return True
    return any(
        entry.path[:depth] == table and not any(entry.path[: len(path)] == path for path in below)
        for entry in document.entries
    )
