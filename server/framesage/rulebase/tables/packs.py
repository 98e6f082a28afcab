"""The declaration of ``pack.toml``."""

from __future__ import annotations

from framesage.rulebase.tables.schema import Key, TableSchema
from framesage.rulebase.tables.types import Choice, Id, MapOf, TableOf, Text
from framesage.rulebase.tables.values import PACKAGE, SPECIFIER, TEXT
from framesage.severity import MEANINGS

PACK = TableSchema(
    "pack",
    "A pack of rules that projects share.",
    (
        Key("name", PACKAGE, "The name by which settings refer to the pack.", required=True),
        Key("version", TEXT, "The version of the pack.", required=True),
        Key(
            "requires-framesage",
            SPECIFIER,
            "The versions of Framesage with which the pack works.",
            example=">=0.1",
        ),
        Key("description", Text(), "What the pack is about, in a sentence."),
    ),
)

PACK_FILE = TableSchema(
    "pack-file",
    "The description of a pack of rules.",
    (
        Key(
            "pack",
            TableOf("pack", "a table with the name and version of the pack"),
            PACK.description,
            required=True,
        ),
        Key(
            "severities",
            MapOf(Id("rule", "rule"), Choice("severity", MEANINGS)),
            "The severity of rules of the pack, and of built-in rules.",
        ),
    ),
)
"""The whole file."""
