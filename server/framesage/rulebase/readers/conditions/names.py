"""Read lists of known names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

    from framesage.rulebase.strict_table import Table


def read_names(table: Table, key: str, known: Container[str]) -> tuple[str, ...]:
    """Return the known names of a list, or of a single one."""
    return tuple(name for name in table.texts(key) if name in known)
