"""Read needs, and the minimum versions and bases of the packages for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.manifests.names import canonicalize_name
from framesage.rulebase.names import is_package, not_a_package, unknown
from framesage.rulebase.need_model import Cause, Need, Provision
from framesage.rulebase.strict_table import Table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_VERSION = re.compile(r"\d+(\.\d+)*")


def read_need(table: Table, traits: Collection[str], candidates: Collection[str]) -> Need:
    """Read a ``[[need]]`` with a table for each candidate."""
    provisions = dict(read_provisions(table, candidates))
    need = Need(
        id=table.identifier(),
        title=table.text("title"),
        causes=tuple(_causes(table, traits)),
        provisions=provisions,
        is_battery=len({bool(provision.included) for provision in provisions.values()}) > 1,
        large=table.flag("large"),
        covered_by=table.choice("covered-by", "trait", traits, ""),
        not_covered_by=table.packages("not-covered-by"),
    )
    if need.large and not need.is_battery:
        table.fail("large", "'large' has no effect: no framework includes this instead of another")
    return need


def _causes(table: Table, traits: Collection[str]) -> Iterator[Cause]:
    """Yield the causes of a need; one without conditions is only the id of its trait."""
    table.read.add("traits")
    items = table.raw.get("traits")
    if not isinstance(items, list) or not items:
        table.fail("traits", "'traits' must be a list of traits, or of tables with 'trait'")
        return
    for position, item in enumerate(items):
        location = table.location.at("traits", position)
        raw = item if isinstance(item, dict) else {"trait": item}
        yield _read_cause(Table(raw, location, table.errors), traits)


def _read_cause(table: Table, traits: Collection[str]) -> Cause:
    cause = Cause(table.text("trait"), table.texts("with"), table.texts("unless"))
    for name in (cause.trait, *cause.others, *cause.unless):
        if name not in traits:
            table.errors.add(table.location, unknown("trait", name, traits))
    table.finish()
    return cause


def read_provisions(table: Table, candidates: Collection[str]) -> Iterator[tuple[str, Provision]]:
    """Yield what candidates have for a need, from the tables that their ids name."""
    for name in candidates:
        part = table.table(name)
        if name in table.raw:
            yield name, _read_provision(part)
            part.finish()


def _read_provision(table: Table) -> Provision:
    provision = Provision(
        included=table.text("included", ""),
        packages=table.packages("packages"),
        choices=table.packages("choices"),
        alternatives=table.packages("alternatives"),
        also=table.packages("also"),
        duplicates=table.packages("duplicates"),
        by_hand=table.flag("by-hand"),
        docs=table.page("docs", required=True),
    )
    ways = (provision.included, provision.packages, provision.choices, provision.by_hand)
    if sum(map(bool, ways)) != 1:
        table.fail("packages", "give one of 'included', 'packages', 'choices' or 'by-hand = true'")
    return provision


def read_package_lists(table: Table) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the packages of a table such as ``[extends]``, each with a list of packages."""
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


def read_spellings(table: Table) -> Iterator[tuple[str, str]]:
    """Yield the packages of ``[spellings]``, each with its name as its documentation writes it."""
    for name in table.raw:
        spelling = table.text(name)
        if canonicalize_name(spelling) != name:
            table.fail(name, f"'{spelling}' must be '{name}' apart from capitals and separators")
        else:
            yield name, spelling
