"""Read needs, and the minimum versions and bases of the packages for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.manifests.names import canonicalize_name
from framesage.rulebase.need_model import Cause, Need, Provision
from framesage.rulebase.strict_table import Table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator


def read_need(table: Table, candidates: Collection[str]) -> Need:
    """Read a ``[[need]]`` with a table for each candidate."""
    provisions = dict(read_provisions(table, candidates))
    need = Need(
        id=table.text("id"),
        title=table.text("title"),
        causes=tuple(_causes(table)),
        provisions=provisions,
        is_battery=len({bool(provision.included) for provision in provisions.values()}) > 1,
        large=table.flag("large"),
        covered_by=table.text("covered-by"),
        not_covered_by=table.texts("not-covered-by"),
    )
    if need.large and not need.is_battery:
        table.fail("large", "'large' has no effect: no framework includes this instead of another")
    return need


def _causes(table: Table) -> Iterator[Cause]:
    """Yield the causes of a need; one without conditions is only the id of its trait."""
    for position, item in enumerate(table.items("traits")):
        raw = item if isinstance(item, dict) else {"trait": item}
        cause = Table(raw, table.location.at("traits", position), table.errors)
        yield Cause(cause.text("trait"), cause.texts("with"), cause.texts("unless"))


def read_provisions(table: Table, candidates: Collection[str]) -> Iterator[tuple[str, Provision]]:
    """Yield what candidates have for a need, from the tables that their ids name."""
    for name in candidates:
        part = table.table(name)
        if name in table.raw:
            yield name, _read_provision(part)


def _read_provision(table: Table) -> Provision:
    return Provision(
        included=table.text("included"),
        packages=table.texts("packages"),
        choices=table.texts("choices"),
        alternatives=table.texts("alternatives"),
        also=table.texts("also"),
        duplicates=table.texts("duplicates"),
        by_hand=table.flag("by-hand"),
        docs=table.text("docs"),
    )


def read_package_lists(table: Table) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the packages of a table such as ``[extends]``, each with a list of packages."""
    yield from ((name, table.texts(name)) for name in table.raw)


def read_minimums(table: Table) -> Iterator[tuple[str, str]]:
    """Yield the packages of ``[minimums]``, each with the first version for a new requirement."""
    yield from ((name, table.text(name)) for name in table.raw)


def read_spellings(table: Table) -> Iterator[tuple[str, str]]:
    """Yield the packages of ``[spellings]``, each with its name as its documentation writes it."""
    for name in table.raw:
        spelling = table.text(name)
        if canonicalize_name(spelling) != name:
            table.fail(name, f"'{spelling}' must be '{name}' apart from capitals and separators")
        else:
            yield name, spelling
