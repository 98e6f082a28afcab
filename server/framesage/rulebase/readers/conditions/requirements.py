"""Read conditions on requirements: packages, and what narrows down which requirements count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.inference import AllOf, Observed
from framesage.rulebase import symbols
from framesage.rulebase.readers.conditions.names import read_names
from framesage.rulebase.requirement_query import ANYWHERE, PURPOSES, RUNTIME

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from framesage.inference import Condition
    from framesage.rulebase.readers.conditions.context import Context
    from framesage.rulebase.strict_table import Table

_LISTS = ("group", "extra", "file")
"""The keys that name the lists in which requirements count."""


def read_package(reader: Context, table: Table) -> Condition:
    """Read ``package``: names, or patterns with ``*``."""
    return _observed(reader, table, table.texts("package"))


def read_package_set(reader: Context, table: Table) -> Condition:
    """Read ``package-set``."""
    sets = reader.vocabulary.package_sets
    names = read_names(table, "package-set", sets)
    packages = (package for name in names for package in sets[name].packages)
    return _observed(reader, table, dict.fromkeys(packages))


def read_package_for(reader: Context, table: Table) -> Condition:
    """Read ``package-for``."""
    needs = reader.vocabulary.needs
    need = needs.get(table.text("package-for"))
    return _observed(reader, table, need.packages(), need.id) if need else AllOf(())


def read_duplicate(reader: Context, table: Table) -> Condition:
    """Read ``duplicate-of``."""
    needs = reader.vocabulary.needs
    need = needs.get(table.text("duplicate-of"))
    return _observed(reader, table, need.duplicates(), need.id) if need else AllOf(())


def read_plugin(reader: Context, table: Table) -> Condition:
    """Read ``plugin-of``."""
    names = read_names(table, "plugin-of", reader.vocabulary.frameworks)
    return Observed(tuple(symbols.plugin(name) for name in names))


def one_of(packages: Iterable[str], label: str = "") -> Observed:
    """Return the condition that the application requires one of the packages."""
    return Observed(tuple(symbols.package(name) for name in packages), label=label)


def _observed(reader: Context, table: Table, names: Iterable[str], label: str = "") -> Observed:
    """Return the condition that a requirement for one of the packages keeps to the limits."""
    limits = _limits(reader, table)
    names = tuple(names)
    version = limits.get("version", "")
    is_plain = limits.keys() <= {"version"} and not any("*" in name for name in names)
    if is_plain and not reader.of_any_project:
        return Observed(tuple(symbols.package(name, version) for name in names), label=label)
    limits = _with_where(limits)
    return Observed(tuple(symbols.requirement(name, limits) for name in names), label=label)


def _with_where(limits: Mapping[str, str]) -> dict[str, str]:
    """Return limits with the lists that count: by default those of the application, or any if the
    limits name a list; nothing for all of them."""
    where = limits.get("where") or (ANYWHERE if limits.keys() & _LISTS else RUNTIME)
    others = {key: value for key, value in limits.items() if key != "where"}
    everywhere = where == ANYWHERE or set(where.split(",")) == set(PURPOSES)
    return others if everywhere else {"where": where, **others}


def _limits(reader: Context, table: Table) -> dict[str, str]:
    limits = {
        "where": _where(table),
        **{key: _pattern(table, key) for key in _LISTS},
        **{key: table.text(key) for key in ("version", "admits")},
        "specifier": table.text("specifier"),
        "except": ",".join(_exceptions(reader, table)),
    }
    return {key: value for key, value in limits.items() if value}


def _where(table: Table) -> str:
    found = table.texts("where")
    return ANYWHERE if ANYWHERE in found else ",".join(name for name in PURPOSES if name in found)


def _pattern(table: Table, key: str) -> str:
    found = table.text(key)
    if ";" in found:
        table.fail(key, f"'{key}' must not contain ';'")
    return found if key == "file" else found.lower()


def _exceptions(reader: Context, table: Table) -> Iterable[str]:
    names = table.texts("except")
    sets = reader.vocabulary.package_sets
    named = read_names(table, "except-set", sets)
    return dict.fromkeys((*names, *(package for name in named for package in sets[name].packages)))
