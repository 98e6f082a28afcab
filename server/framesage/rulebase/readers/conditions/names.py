"""Read lists of known names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.rulebase.names import unknown

if TYPE_CHECKING:
    from framesage.rulebase.strict_table import Table


def read_names(table: Table, key: str, kind: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return the known names of a list, or a single one; report the others as unknown ``kind``."""
    names = table.texts(key, required=True, single=True)
    for name in names:
        if name not in known:
            table.fail(key, unknown(kind, name, known))
    return tuple(name for name in names if name in known)
