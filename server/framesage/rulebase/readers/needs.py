"""Read needs, and the minimum versions and bases of the packages for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.rulebase.names import is_package, not_a_package, unknown
from framesage.rulebase.need_model import Need, Provision

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from framesage.rulebase.strict_table import Table

_VERSION = re.compile(r"\d+(\.\d+)*")


def read_need(table: Table, traits: Collection[str], candidates: Collection[str]) -> Need:
    """Read a ``[[need]]`` with a table for each candidate."""
    need = Need(
        id=table.identifier(),
        title=table.text("title"),
        traits=table.texts("traits", required=True),
        provisions=dict(_provisions(table, candidates)),
        large=table.flag("large"),
        covered_by=table.choice("covered-by", "trait", traits, ""),
    )
    for position, name in enumerate(need.traits):
        if name not in traits:
            table.errors.add(table.location.at("traits", position), unknown("trait", name, traits))
    if need.large and not need.is_battery:
        table.fail("large", "'large' has no effect: no framework includes this instead of another")
    return need


def _provisions(table: Table, candidates: Collection[str]) -> Iterator[tuple[str, Provision]]:
    for name in candidates:
        part = table.table(name)
        if name in table.raw:
            yield name, _read_provision(part)
            part.finish()


def _read_provision(table: Table) -> Provision:
    provision = Provision(
        included=table.text("included", ""),
        packages=table.packages("packages"),
        alternatives=table.packages("alternatives"),
        also=table.packages("also"),
        duplicates=table.packages("duplicates"),
        by_hand=table.flag("by-hand"),
        docs=table.page("docs", required=True),
    )
    if sum(map(bool, (provision.included, provision.packages, provision.by_hand))) != 1:
        table.fail("packages", "give one of 'included', 'packages' or 'by-hand = true'")
    return provision


def read_extends(table: Table) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the packages of ``[extends]``, each with the packages that it extends."""
    for name in table.raw:
        if not is_package(name):
            table.fail(name, not_a_package(name))
        yield name, table.packages(name, required=True)


def read_minimums(table: Table) -> Iterator[tuple[str, str]]:
    """Yield the packages of ``[minimums]``, each with the first version for a new requirement."""
    for name in table.raw:
        minimum = table.text(name)
        if not is_package(name):
            table.fail(name, not_a_package(name))
        elif not _VERSION.fullmatch(minimum):
            table.fail(name, f"'{minimum}' must be a version like \"4.2\"")
        else:
            yield name, minimum
