"""Read which definition of another rule file a table is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.rulebase.names import unknown

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from framesage.rulebase.strict_table import Table


def read_target(table: Table, known: Mapping[str, Collection[str]]) -> tuple[str, str]:
    """Return the kind and the id of the one definition that a table names.

    ``known`` are the ids by kind, such as ``package-set``, which is also the key of the table.
    Returns ("", "") after an error.
    """
    kinds = [kind for kind in known if kind in table.raw]
    if len(kinds) != 1:
        return "", ""
    kind, target = kinds[0], table.text(kinds[0])
    if target not in known[kind]:
        table.fail(kind, unknown(kind.replace("-", " "), target, known[kind]))
        return "", ""
    return kind, target
