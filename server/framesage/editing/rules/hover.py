"""What a word in a rule file means: a table, a key or a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.editing.rules.names import Names
from framesage.frozen import frozen
from framesage.rulebase.tables import FILE, key_at, single_types, types_at
from framesage.toml import scan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.editing.rules.cursor import Path
    from framesage.editing.rules.names import Meaning
    from framesage.rulebase.rule_base import RuleBase
    from framesage.rulebase.tables.schema import Key, TableSchema
    from framesage.text import Position, Range, Source
    from framesage.toml import Document, Value


@frozen
class Explained:
    """A word at a range: what it is called, and what it means in plain sentences."""

    name: str
    range: Range
    sentences: tuple[str, ...]


def explain_word(
    source: Source, position: Position, rule_base: RuleBase, file: TableSchema = FILE
) -> Explained | None:
    """Return the meaning of the word at a position of a rule file; None if it has none."""
    document = scan("", source.lines)
    found = _key(document, position, file) or _value(document, position, rule_base, file)
    return found if found and found.sentences else None


def _key(document: Document, position: Position, file: TableSchema) -> Explained | None:
    for header in document.headers:
        if header.range.touches(position):
            path = header.path[:-1] if isinstance(header.path[-1], int) else header.path
            return _explained(path, header.range, file)
    for path, span in _keys(document):
        if span.touches(position):
            return _explained(path, span, file)
    return None


def _keys(document: Document) -> Iterator[tuple[Path, Range]]:
    for entry in document.entries:
        yield entry.path, entry.key_range
        yield from _keys_in(entry.value)


def _keys_in(value: Value) -> Iterator[tuple[Path, Range]]:
    for entry in value.entries:
        yield entry.path, entry.key_range
        yield from _keys_in(entry.value)
    for item in value.items:
        yield from _keys_in(item)


def _explained(path: Path, span: Range, file: TableSchema) -> Explained | None:
    key = key_at(path, file)
    return Explained(str(path[-1]), span, tuple(_sentences(key))) if key else None


def _sentences(key: Key) -> Iterator[str]:
    yield key.description
    yield f"{key.type.words[0].upper()}{key.type.words[1:]}."
    if key.required:
        yield "Required."
    elif key.default is not None:
        yield f"Default: {_written(key.default)}."


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else f'"{value}"'


def _value(
    document: Document, position: Position, rule_base: RuleBase, file: TableSchema
) -> Explained | None:
    for entry in document.entries:
        for path, value in _strings(entry.path, entry.value):
            if value.range.touches(position):
                meaning = _meaning(path, value.text, Names(rule_base, document), file)
                sentences = (meaning.title, meaning.about) if meaning else ()
                return Explained(value.text, value.range, tuple(filter(None, sentences)))
    return None


def _strings(path: Path, value: Value) -> Iterator[tuple[Path, Value]]:
    if value.kind == "string":
        yield path, value
    for number, item in enumerate(value.items):
        yield from _strings((*path, number), item)
    for entry in value.entries:
        yield from _strings(entry.path, entry.value)


def _meaning(path: Path, text: str, names: Names, file: TableSchema) -> Meaning | None:
    meanings = (names.of(found).get(text) for found in single_types(types_at(path, file)))
    return next(filter(None, meanings), None)
