"""Generate the JSON schema of the settings from the rule base: ``make schema``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framesage.editing.settings.names import names_in, values_of
from framesage.project.settings.model import Settings
from framesage.project.settings.schema import BOOLEAN, REASON, SETTINGS, STRING_LIST
from framesage.rulebase import load_rule_base
from framesage.severity import MEANINGS, SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.editing.settings.names import Meaning
    from framesage.project.settings.schema import SettingSchema
    from framesage.rulebase.rule_base import RuleBase

TARGET = Path(__file__).resolve().parent / "framesage.schema.json"
ADDRESS = f"https://raw.githubusercontent.com/framesage/framesage/HEAD/docs/{TARGET.name}"
_NAME = "^[a-z][a-z0-9-]*$"  # of a framework that a team has added

Schema = dict[str, Any]


def settings_schema(rule_base: RuleBase) -> Schema:
    """Return the schema of ``framesage.toml`` and of ``[tool.framesage]``, in draft 7.

    Names that are not in the rule base are allowed where teams can add their own.
    """
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": ADDRESS,
        "title": "Settings of Framesage",
        "description": "The whole of framesage.toml, and [tool.framesage] of pyproject.toml.",
        "type": "object",
        "additionalProperties": False,
        "properties": {setting.name: _setting(setting, rule_base) for setting in SETTINGS.values()},
        "definitions": {"severity": _severities(SEVERITIES)},
    }


def _setting(setting: SettingSchema, rule_base: RuleBase) -> Schema:
    documented = {"description": setting.description}
    if setting.is_table:
        return documented | {
            "type": "object",
            "properties": {
                name: _named(meaning, setting) | _value(setting)
                for name, meaning in names_in((setting.name,), rule_base).items()
            },
            "additionalProperties": _value(setting),
        }
    if setting.names == "framework":
        own = {"type": "string", "enum": list(values_of((setting.name,), rule_base))}
        added = {"type": "string", "pattern": _NAME, "description": "A framework of your own rules"}
        return documented | {"anyOf": [own, added]}
    is_flag = setting.value_type is BOOLEAN
    default = {"default": getattr(Settings(), setting.field)} if is_flag else {}
    return documented | _value(setting) | default


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
    if setting.value_type is REASON:
        return {"type": "string", "pattern": r"\S"}
    if not setting.choices:
        return {"type": "string"}
    if setting.is_table:
        return {"allOf": [{"$ref": "#/definitions/severity"}]}
    return _severities(setting.choices)


def _severities(names: Sequence[str]) -> Schema:
    """Return an enumeration; Even Better TOML shows what its values mean."""
    meanings = [MEANINGS[name] for name in names]
    return {"type": "string", "enum": list(names), "x-taplo": {"docs": {"enumValues": meanings}}}


def schema_text() -> str:
    """Return the schema as it is committed."""
    return json.dumps(settings_schema(load_rule_base()), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    TARGET.write_text(schema_text(), encoding="utf-8", newline="\n")
