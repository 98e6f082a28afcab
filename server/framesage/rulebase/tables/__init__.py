"""The declarations of all tables of rule files: keys with types, defaults and descriptions.

The strict reading checks files against them. The JSON Schema, the help in editors and the
reference are made from them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.rulebase.tables import (
    changes,
    conditions,
    evidence,
    extensions,
    frameworks,
    needs,
    packs,
    rules,
    vocabulary,
)
from framesage.rulebase.tables.schema import Key, TableSchema
from framesage.rulebase.tables.types import Either, ListOf, MapOf, TableOf, TablesOf, Text
from framesage.rulebase.tables.values import PACKAGE, SOME_PACKAGES, VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from framesage.rulebase.tables.schema import ValueType

_ARRAYS = (
    vocabulary.CLAIM,
    vocabulary.TRAIT_TABLE,
    vocabulary.EXCLUSION,
    rules.DERIVE,
    evidence.EVIDENCE,
    evidence.NEUTRAL,
    evidence.KIND,
    frameworks.PACKAGE_SET_TABLE,
    frameworks.FRAMEWORK_TABLE,
    frameworks.INSTALLER,
    frameworks.RELEASE,
    frameworks.COMPARISON,
    needs.NEED_TABLE,
    changes.CHANGE,
    changes.LIMIT,
    changes.DECLARATION,
    extensions.EXTEND,
    extensions.OVERRIDE,
    rules.RULE,
)
"""The tables that a file has any number of, ``[[name]]``."""

_SINGLE = (
    rules.DEFAULTS,
    vocabulary.SCALE,
    evidence.GRAMMAR,
    changes.COMMENTS,
    changes.PLACEHOLDER_REASONS,
)
"""The tables that a file has once, ``[name]``."""

_INNER = (
    conditions.CONDITION,
    rules.RULE_TEST,
    rules.FIX,
    vocabulary.SCALE_STRENGTHS,
    vocabulary.SCALE_RELIABILITIES,
    vocabulary.SCALE_THRESHOLDS,
    frameworks.PLUGINS,
    extensions.PLUGINS,
    needs.CAUSE,
    needs.PROVISION,
    packs.PACK,
)
"""The tables inside others."""

TABLES: Mapping[str, TableSchema] = {table.name: table for table in (*_ARRAYS, *_SINGLE, *_INNER)}
"""All tables by name."""

FILE = TableSchema(
    "file",
    "A rule file of Framesage.",
    (
        Key("title", Text(), "What the file is about."),
        *(Key(table.name, TableOf(table.name), table.description) for table in _SINGLE),
        *(Key(table.name, TablesOf(table.name), table.description) for table in _ARRAYS),
        Key(
            "minimums",
            MapOf(PACKAGE, VERSION),
            "The version from which on a new project requires a default package.",
        ),
        Key(
            "spellings",
            MapOf(PACKAGE, Text()),
            "The name of a package as its documentation writes it.",
        ),
        Key(
            "extends",
            MapOf(PACKAGE, SOME_PACKAGES),
            "What a package extends: without one of these, it is left out of a kit.",
        ),
        Key(
            "conflicts",
            MapOf(PACKAGE, SOME_PACKAGES),
            "Packages that a package breaks: with one of these, an alternative takes its place.",
        ),
        Key(
            "requires",
            MapOf(PACKAGE, SOME_PACKAGES),
            "What a package installs along with itself, which is not a choice of the project.",
        ),
    ),
)
"""A whole file."""


def types_at(path: Sequence[str | int], file: TableSchema = FILE) -> list[ValueType]:
    """Return the types that the value at a path can have, such as ``("rule", 0, "when")``."""
    tables = {**TABLES, file.name: file}
    found: list[ValueType] = [TableOf(file.name)]
    for part in path:
        found = [inner for outer in found for inner in outer.inner(part, tables)]
    return found


def tables_at(path: Sequence[str | int], file: TableSchema = FILE) -> list[TableSchema]:
    """Return the declarations of the table at a path."""
    tables = {**TABLES, file.name: file}
    return [
        tables[found.table] for found in _flat(types_at(path, file)) if isinstance(found, TableOf)
    ]


def key_at(path: Sequence[str | int], file: TableSchema = FILE) -> Key | None:
    """Return the declaration of the key at a path; None where names are free, or unknown."""
    keys = (table.key(str(path[-1])) for table in tables_at(path[:-1], file))
    return next(filter(None, keys), None)


def single_types(types: Iterable[ValueType]) -> Iterator[ValueType]:
    """Yield the types of a single value, instead of ``Either`` and of lists that are optional."""
    for found in _flat(types):
        yield found.item if isinstance(found, ListOf) and found.single else found


def _flat(types: Iterable[ValueType]) -> Iterator[ValueType]:
    for found in types:
        if isinstance(found, Either):
            yield from _flat(found.types)
        else:
            yield found
