"""Generate the JSON Schemas of the settings and of rule files: ``make schema``."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framesage.editing.settings.names import names_in, values_of
from framesage.project.settings.model import Settings
from framesage.project.settings.schema import (
    BOOLEAN,
    DATE,
    IGNORED,
    SETTINGS,
    STRING_LIST,
    STRING_OR_LIST,
)
from framesage.rulebase import load_rule_base
from framesage.rulebase.tables import FILE, TABLES
from framesage.rulebase.tables.json_schema import file_schema
from framesage.rulebase.tables.packs import PACK_FILE
from framesage.severity import MEANINGS, SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.editing.settings.names import Meaning
    from framesage.project.settings.schema import SettingSchema
    from framesage.rulebase.rule_base import RuleBase

FOLDER = Path(__file__).resolve().parents[1] / "server" / "framesage" / "schemas"
ADDRESS = "https://raw.githubusercontent.com/framesage/framesage/HEAD/server/framesage/schemas/"
_NAME = "^[a-z][a-z0-9-]*$"  # of a framework that a team has added

Schema = dict[str, Any]

RULES = "#/properties/rules"
REASON: Schema = {"type": "string", "pattern": r"\S"}


def settings_schema(rule_base: RuleBase) -> Schema:
    """Return the schema of ``framesage.toml`` and of ``[tool.framesage]``, in draft 7.

    Names that are not in the rule base are allowed where teams can add their own.
    """
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": ADDRESS + "settings.schema.json",
        "title": "Settings of Framesage",
        "description": "The whole of framesage.toml, and [tool.framesage] of pyproject.toml.",
        "type": "object",
        "additionalProperties": False,
        "properties": {setting.name: _setting(setting, rule_base) for setting in SETTINGS.values()},
        "definitions": {
            "severity": _severities(SEVERITIES),
            "reason": REASON,
            "ignored": _ignored(SETTINGS["ignore"]),
        },
    }


def _setting(setting: SettingSchema, rule_base: RuleBase) -> Schema:
    documented = {"description": setting.description}
    if setting.is_by_file:
        return documented | {"type": "object", "additionalProperties": {"$ref": RULES}}
    if setting.is_table:
        return documented | _table(setting, rule_base)
    if setting.names == "framework":
        own = {"type": "string", "enum": list(values_of((setting.name,), rule_base))}
        added = {"type": "string", "pattern": _NAME, "description": "A framework of your own rules"}
        return documented | {"anyOf": [own, added]}
    is_flag = setting.value_type is BOOLEAN
    default = {"default": getattr(Settings(), setting.field, False)} if is_flag else {}
    return documented | _value(setting) | default


def _table(setting: SettingSchema, rule_base: RuleBase) -> Schema:
    """Return the schema of a table whose keys are names from the rule base."""
    return {
        "type": "object",
        "properties": {
            name: _named(meaning, setting) | _value(setting)
            for name, meaning in names_in((setting.name,), rule_base).items()
        },
        "additionalProperties": _value(setting),
    }


def _named(meaning: Meaning, setting: SettingSchema) -> Schema:
    """Return what a name means; of a rule only its title, because a hover shows its reasons."""
    is_trait = setting.names == "trait"
    about = meaning.about.replace("*", "") if is_trait else ""
    return {"title": meaning.title} | ({"description": about} if about else {})


def _value(setting: SettingSchema) -> Schema:
    """Return the schema of a value of a setting, or of each value in its table."""
    if setting.value_type is BOOLEAN:
        return {"type": "boolean"}
    if setting.value_type is STRING_LIST:
        return {"type": "array", "items": {"type": "string"}}
    if setting.value_type is STRING_OR_LIST:
        return {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
    if setting.value_type is IGNORED:
        return {"anyOf": [{"$ref": f"#/definitions/{name}"} for name in ("reason", "ignored")]}
    if not setting.choices:
        return {"type": "string"}
    if setting.is_table:
        return {"allOf": [{"$ref": "#/definitions/severity"}]}
    return _severities(setting.choices)


def _ignored(setting: SettingSchema) -> Schema:
    """Return the schema of the table that can be in place of a reason."""
    written = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
    date = {"anyOf": [{"type": "string", "format": "date"}, written]}  # of TOML, or a string
    return {
        "type": "object",
        "properties": {
            name: {"description": key.description} | (date if key.value_type is DATE else REASON)
            for name, key in setting.keys.items()
        },
        "required": ["reason"],
        "additionalProperties": False,
    }


def _severities(names: Sequence[str]) -> Schema:
    """Return an enumeration; Even Better TOML shows what its values mean."""
    meanings = [MEANINGS[name] for name in names]
    return {"type": "string", "enum": list(names), "x-taplo": {"docs": {"enumValues": meanings}}}


def rules_schema(rule_base: RuleBase) -> Schema:
    """Return the schema of all files of a pack, in draft 7: of rule files and of pack.toml.

    A single one, because patterns for the names of files cannot tell them apart.
    """
    pack, *others = PACK_FILE.keys
    file = replace(
        FILE,
        description="A rule file of Framesage, or the pack.toml of a pack of rules.",
        keys=(*FILE.keys, replace(pack, required=False), *others),
    )
    head = {"$id": ADDRESS + "rules.schema.json", "title": "Rules of Framesage"}
    return file_schema(file, TABLES, _ids(rule_base), head)


def _ids(rule_base: RuleBase) -> dict[str, dict[str, str]]:
    """Return the built-in ids by kind, each with what it stands for."""
    rules = {**rule_base.guidance, **rule_base.advice}
    return {
        "claim": {claim.id: claim.text for claim in rule_base.claims.values()},
        "strength": {name: f"{value:g}" for name, value in rule_base.scale.strengths.items()},
        "trait": {trait.id: trait.title for trait in rule_base.traits.values()},
        "framework": {found.id: found.title for found in rule_base.frameworks.values()},
        "candidate": {found.id: found.title for found in rule_base.candidates},
        "need": {need.id: need.title for need in rule_base.needs.values()},
        "package-set": dict.fromkeys(_defined(rule_base, "package-set"), ""),
        "rule": {rule.id: rule.title for rule in rules.values()},
        "evidence": {group.id: group.why for group in rule_base.evidence if ":" not in group.id},
        "derivation": {found.id: found.why for found in rule_base.derivations},
    }


def _defined(rule_base: RuleBase, kind: str) -> list[str]:
    prefix = f"{kind}:"
    return [key.removeprefix(prefix) for key in rule_base.locations if key.startswith(prefix)]


def schema_texts() -> dict[str, str]:
    """Return the schemas as they are committed, by the names of their files."""
    rule_base = load_rule_base(whole=True)
    schemas = (settings_schema(rule_base), rules_schema(rule_base))
    return {
        schema["$id"].removeprefix(ADDRESS): json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        for schema in schemas
    }


if __name__ == "__main__":
    for name, text in schema_texts().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
