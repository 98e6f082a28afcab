"""Name the frameworks, traits and rules of the rule base in the settings of the extension."""

from __future__ import annotations

from typing import Any

from framesage.editing.settings.names import Meaning, names_in, values_of
from framesage.rulebase import load_rule_base
from framesage.severity import MEANINGS

Properties = dict[str, dict[str, Any]]


def with_names(properties: Properties) -> None:
    """Add what VS Code offers in the Settings editor and in settings.json.

    Other traits and rules stay allowed: a team can have its own.
    """
    rule_base = load_rule_base()
    frameworks = values_of(("framework",), rule_base)
    properties["framesage.framework"] |= {
        "enum": ["", *frameworks],
        "enumItemLabels": ["Not decided", *(meaning.title for meaning in frameworks.values())],
    }
    for table in ("traits", "rules", "ignore"):
        setting = properties[f"framesage.{table}"]
        value = setting["additionalProperties"]
        if "enum" in value:
            value["enumDescriptions"] = [MEANINGS[severity] for severity in value["enum"]]
        setting["properties"] = {
            name: value | {"markdownDescription": _description(meaning, table)}
            for name, meaning in names_in((table,), rule_base).items()
        }


def _description(meaning: Meaning, table: str) -> str:
    """Return what a name means; the reasons of a rule are in the table ``rules`` only."""
    about = "" if table == "ignore" else meaning.about
    return f"**{meaning.title}**\n\n{about}".strip()
