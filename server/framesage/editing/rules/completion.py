"""Completion of tables, keys and values in rule files."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.editing.rules.cursor import TypedHeader, TypedKey, typed_at
from framesage.editing.rules.forms import form_of
from framesage.editing.rules.names import Names
from framesage.editing.suggestion import Suggestion
from framesage.rulebase.tables import FILE, single_types, tables_at, types, types_at
from framesage.toml import scan

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from framesage.editing.rules.cursor import Path, TypedValue
    from framesage.editing.rules.names import Meaning
    from framesage.rulebase.rule_base import RuleBase
    from framesage.rulebase.tables.schema import Key, TableSchema, ValueType
    from framesage.text import Position, Source
    from framesage.toml import Document

MOST = 200
"""The maximum number of suggested values; there are thousands of packages."""


def complete_rules(
    source: Source, position: Position, rule_base: RuleBase, file: TableSchema = FILE
) -> list[Suggestion]:
    """Return what can be typed at a position of a rule file, or of another declared ``file``."""
    typed = typed_at(source, position)
    if typed is None:
        return []
    names = Names(rule_base, scan("", source.lines))
    if isinstance(typed, TypedHeader):
        return list(_tables(typed, file, names))
    if isinstance(typed, TypedKey):
        return list(_keys(typed, file, names))
    return list(_values(typed, file, names))[:MOST]


def _tables(typed: TypedHeader, file: TableSchema, names: Names) -> Iterator[Suggestion]:
    """Yield the names of tables, at first those inside of the one before."""
    inner = [
        (f"{typed.around[0]}.{key.name}", key)
        for table in (tables_at(typed.around, file) if typed.around else ())
        for key in _with_named(table, names)
    ]
    for name, key in [*inner, *((key.name, key) for key in file.keys)]:
        header = _header(name, key.type)
        is_typed = any(part.startswith(typed.typed) for part in (name, name.rpartition(".")[2]))
        if header and is_typed:
            yield Suggestion(header, header, key.description, typed.range)


def _with_named(table: TableSchema, names: Names) -> Iterator[Key]:
    """Yield the keys of a table, and those that are called by an id."""
    yield from table.keys
    if table.others and isinstance(table.named, types.Id):
        for name in names.ids(table.named.kind):
            yield replace(table.others, name=name)


def _header(name: str, value_type: ValueType) -> str:
    if isinstance(value_type, types.TablesOf):
        return f"[[{name}]]"
    tables = types.TableOf | types.MapOf | types.StrengthsOf
    inner = value_type.types if isinstance(value_type, types.Either) else (value_type,)
    return f"[{name}]" if any(isinstance(found, tables) for found in inner) else ""


def _keys(typed: TypedKey, file: TableSchema, names: Names) -> Iterator[Suggestion]:
    present = _present(names.document, typed)
    for table in tables_at(typed.table, file):
        unwanted = present | table.unlike(present)
        for key in _with_named(table, names):
            if key.name not in unwanted:
                yield _key(typed, key)
    for name, meaning in _free_names(typed.table, file, names).items():
        if name not in present:
            text = name if typed.has_value else f"{name} = "
            yield Suggestion(name, text, meaning.title, typed.range, meaning.about, typed=name)


def _present(document: Document, typed: TypedKey) -> set[str]:
    """Return the keys of a table, apart from the one that is typed."""
    depth = len(typed.table)
    paths = [header.path for header in document.headers]
    paths += [
        entry.path
        for entry in document.under(*typed.table)
        if not entry.key_range.touches(typed.range.start)
    ]
    return {str(path[depth]) for path in paths if path[:depth] == typed.table and path[depth:]}


def _key(typed: TypedKey, key: Key) -> Suggestion:
    text, snippet = key.name, ""
    if not typed.has_value:
        form = form_of(key)
        text, snippet = f"{key.name} = {form.plain}", f"{key.name} = {form.snippet}"
    return Suggestion(
        key.name, text, key.type.words, typed.range, key.description, snippet, key.name
    )


def _free_names(table: Path, file: TableSchema, names: Names) -> Mapping[str, Meaning]:
    """Return the names that the keys of a free table can be."""
    for found in types_at(table, file):
        for inner in found.types if isinstance(found, types.Either) else (found,):
            if isinstance(inner, types.MapOf):
                return names.of(inner.name)
            if isinstance(inner, types.StrengthsOf):
                return names.strengths()
    return {}


def _values(typed: TypedValue, file: TableSchema, names: Names) -> Iterator[Suggestion]:
    for value_type in single_types(types_at(typed.path, file)):
        is_flag = isinstance(value_type, types.Boolean)
        if is_flag and typed.quote:
            continue
        around = "" if is_flag or typed.quote else '"'
        space, close = "" if typed.spaced else " ", "" if typed.closes else typed.quote
        for value, meaning in names.of(value_type).items():
            if value.startswith(typed.typed):
                text = f"{space}{around}{value}{around}{close}"
                yield Suggestion(value, text, meaning.title, typed.range, meaning.about, "", value)
