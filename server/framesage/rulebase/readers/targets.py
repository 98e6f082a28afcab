"""Read which definition of another rule file a table is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from framesage.rulebase.strict_table import Table


def read_target(table: Table, known: Mapping[str, Collection[str]]) -> tuple[str, str]:
    """Return the kind and the id of the one definition that a table names.

    ``known`` are the ids by kind, such as ``package-set``, which is also the key of the table.
    Returns ("", "") after an error; the other keys are then not worth reporting.
    """
    kinds = [kind for kind in known if kind in table.raw]
    if len(kinds) == 1:
        kind = kinds[0]
        target = table.choice(kind, kind.replace("-", " "), known[kind])
        if target in known[kind]:
            return kind, target
    elif kinds:
        table.fail(kinds[1], f"'{kinds[1]}' needs a table of its own: this one has '{kinds[0]}'")
    else:
        names = ", ".join(f"'{kind}'" for kind in known)
        table.fail("", f"name what this is about with one of {names}")
    table.read.update(table.raw)
    return "", ""
