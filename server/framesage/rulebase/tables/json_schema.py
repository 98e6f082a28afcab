"""JSON Schemas of declared files, in draft 7, as editors and linters of TOML understand them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from framesage.rulebase.tables import types
from framesage.rulebase.tables.types import GUIDE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from framesage.rulebase.tables.schema import Key, TableSchema, ValueType

    Schema = dict[str, Any]

_ID = "^[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*$"


def file_schema(
    file: TableSchema,
    tables: Mapping[str, TableSchema],
    ids: Mapping[str, Mapping[str, str]],
    head: Schema,
) -> Schema:
    """Return the schema of a file.

    ``ids`` are the ids to offer, by kind, each with what it stands for; a file may have others.
    ``head`` has the address and the title.
    """
    writer = _Writer(tables, ids)
    body = writer.table(file)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **head,
        **body,
        "definitions": dict(sorted(writer.definitions.items())),
    }


class _Writer:
    """Translates declarations; ``definitions`` collects what they refer to."""

    def __init__(
        self, tables: Mapping[str, TableSchema], ids: Mapping[str, Mapping[str, str]]
    ) -> None:
        self.tables = tables
        self.ids = ids
        self.definitions: Schema = {}

    def table(self, schema: TableSchema) -> Schema:
        """Return the schema of a table."""
        rules = [*_required(schema), *_alternatives(schema)]
        others = self.key(schema.others) if schema.others else False
        first = [key.name for key in schema.keys if key.required and not key.unless]
        return {
            "type": "object",
            "description": schema.description,
            "properties": {key.name: self.key(key) for key in schema.keys},
            "additionalProperties": others,
            **({"required": first, "x-taplo": {"initKeys": first}} if first else {}),
            **({"minProperties": 1} if schema.filled else {}),
            **({"dependencies": found} if (found := dict(_dependencies(schema))) else {}),
            **({"allOf": rules} if rules else {}),
        }

    def key(self, key: Key) -> Schema:
        """Return the schema of a key; keys beside a reference are ignored."""
        found = self.value(key.type)
        written = {"allOf": [found]} if "$ref" in found else found
        default = {} if key.default is None else {"default": key.default}
        examples = {} if key.example is None else {"examples": [key.example]}
        return {"description": key.description, **written, **default, **examples}

    def value(self, found: ValueType) -> Schema:  # noqa: C901 - one case for each type
        """Return the schema of a value."""
        match found:
            case types.Text():
                return {"type": "string", **({"pattern": found.pattern} if found.pattern else {})}
            case types.Id():
                own = self._define(f"{found.kind}-id", self._id(found.kind))
                return {"anyOf": [{"enum": list(found.also)}, own]} if found.also else own
            case types.Reference():
                claims = _words({GUIDE + name: text for name, text in self.ids["claim"].items()})
                form = {"type": "string", "pattern": f"^({GUIDE}.|https://)"}
                return self._define("reference", {"anyOf": [claims, form]})
            case types.Choice():
                return _words(found.meanings)
            case types.Boolean():
                return {"type": "boolean"}
            case types.Count():
                return {"type": "integer", "minimum": 1}
            case types.Fraction():
                return _fraction(found)
            case types.Strength():
                words = _words(self.ids["strength"])
                return self._define("strength", {"anyOf": [words, _fraction(types.Fraction())]})
            case types.Day():
                return {"type": "string", "format": "date"}
            case types.ListOf():
                item = self.value(found.item)
                least = {"minItems": 1} if found.filled else {}
                array = {"type": "array", "items": item, **least}
                return {"anyOf": [item, array]} if found.single else array
            case types.TableOf():
                return self._table(found.table)
            case types.TablesOf():
                return {"type": "array", "items": self._table(found.table)}
            case types.MapOf():
                names = self.value(found.name)
                return {
                    "type": "object",
                    "propertyNames": names,
                    "additionalProperties": self.value(found.value),
                }
            case types.StrengthsOf():
                return self._strengths(found)
            case types.Either():
                return {"anyOf": [self.value(inner) for inner in found.types]}
        raise TypeError(f"no schema for {found!r}")

    def _strengths(self, found: types.StrengthsOf) -> Schema:
        names = self.value(types.ListOf(found.name, found.words))
        return {
            "type": "object",
            "properties": {
                word: {"description": meaning, **names}
                for word, meaning in self.ids["strength"].items()
            },
            "additionalProperties": _fraction(types.Fraction()),
        }

    def _id(self, kind: str) -> Schema:
        own = {"type": "string", "pattern": _ID, "description": "An id of your own rules"}
        return {"anyOf": [_words(self.ids[kind]), own]} if self.ids.get(kind) else own

    def _table(self, name: str) -> Schema:
        reference = f"table-{name.replace('.', '-')}"
        if reference not in self.definitions:
            self.definitions[reference] = {}  # a condition contains conditions
            self.definitions[reference] = self.table(self.tables[name])
        return {"$ref": f"#/definitions/{reference}"}

    def _define(self, name: str, schema: Schema) -> Schema:
        self.definitions[name] = schema
        return {"$ref": f"#/definitions/{name}"}


def _words(meanings: Mapping[str, str]) -> Schema:
    """Return an enumeration; Even Better TOML shows what its values mean."""
    found: Schema = {"type": "string", "enum": list(meanings)}
    if any(meanings.values()):
        found["x-taplo"] = {"docs": {"enumValues": list(meanings.values())}}
    return found


def _fraction(found: types.Fraction) -> Schema:
    if found.closed:
        return {"type": "number", "minimum": 0, "maximum": 1}
    return {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1}


def _required(schema: TableSchema) -> Iterator[Schema]:
    """Yield the keys that are required unless there are others."""
    for key in schema.keys:
        if key.required and key.unless:
            yield _any_of((key.name, *key.unless))


def _alternatives(schema: TableSchema) -> Iterator[Schema]:
    if schema.one_of:
        yield {"oneOf": [_any_of(group) for group in schema.one_of]}
    if schema.any_of:
        yield _any_of(schema.any_of)


def _dependencies(schema: TableSchema) -> Iterator[tuple[str, Schema | Sequence[str]]]:
    """Yield what each key needs beside it."""
    for group in (*schema.together, *schema.one_of):
        for name in group:
            rest = [other for other in group if other != name]
            if rest:
                yield name, rest
    for key in schema.keys:
        if len(key.needs) == 1:
            yield key.name, list(key.needs)
        elif key.needs:
            yield key.name, _any_of(key.needs)


def _any_of(names: Iterable[str]) -> Schema:
    found = [{"required": [name]} for name in names]
    return {"anyOf": found} if len(found) > 1 else found[0]
