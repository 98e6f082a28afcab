"""Read conditions that consist of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.inference import AllOf, AnyOf, AtLeast, NoneOf
from framesage.rulebase import symbols
from framesage.rulebase.readers.conditions.requirements import one_of
from framesage.rulebase.tables.conditions import BATTERIES

if TYPE_CHECKING:
    from framesage.inference import Condition
    from framesage.rulebase.readers.conditions.context import Context
    from framesage.rulebase.strict_table import Table

_LISTED = (symbols.Kind.PACKAGE, symbols.Kind.REQUIREMENT, symbols.Kind.PLUGIN)


def read_all(reader: Context, table: Table) -> Condition:
    """Read ``all``."""
    return AllOf(reader.read_list(table, "all"))


def read_any(reader: Context, table: Table) -> Condition:
    """Read ``any``."""
    return AnyOf(reader.read_list(table, "any"))


def read_none(reader: Context, table: Table) -> Condition:
    """Read ``none``; while something was not read, nothing is known to be missing."""
    parts = reader.read_list(table, "none")
    is_about_lists = any(map(_is_about_lists, parts))
    return NoneOf((*parts, *reader.unknown) if is_about_lists else parts)


def read_count(reader: Context, table: Table) -> Condition:
    """Read ``count`` and what it counts."""
    minimum = table.count("count")
    parts = _counted(reader, table)
    if parts and len(parts) < minimum:
        table.fail("count", f"{minimum} can never hold: there are only {len(parts)} conditions")
    return AtLeast(parts, minimum)


def _counted(reader: Context, table: Table) -> tuple[Condition, ...]:
    of = table.text("of")
    if of in BATTERIES:
        return tuple(
            one_of(need.packages(), need.id)
            for need in reader.vocabulary.needs.values()
            if need.large or (of == "batteries" and need.is_battery)
        )
    return reader.read_list(table, "of")


def _is_about_lists(condition: Condition) -> bool:
    return any(symbols.includes(condition.symbols(), kind) for kind in _LISTED)
