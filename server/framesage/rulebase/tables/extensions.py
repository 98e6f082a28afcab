"""The declaration of what a file adds to the definitions of others."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from framesage.rulebase.tables import frameworks
from framesage.rulebase.tables.evidence import FACTS
from framesage.rulebase.tables.schema import Key, TableSchema
from framesage.rulebase.tables.types import (
    Boolean,
    Choice,
    Either,
    Id,
    ListOf,
    Strength,
    StrengthsOf,
    TableOf,
)
from framesage.rulebase.tables.values import (
    CANDIDATE,
    FRAMEWORK,
    PACKAGE,
    PACKAGE_SET,
    PACKAGES,
    TRAIT,
)
from framesage.severity import MEANINGS

_ROLES = {
    "cover": "They cover the need.",
    "alternative": "Kits show them beside the default.",
    "default": "Kits start with them.",
}

_EVIDENCE = Id("evidence", "evidence")


def _listed(facts: Key) -> Key:
    """Return the key for facts without strengths."""
    name = cast("StrengthsOf", facts.type).name
    what = facts.description.partition(",")[0].rstrip(".")
    return Key(
        facts.name,
        ListOf(name, "a list of strings"),
        f"{what}: those of the evidence group that are meant.",
        needs=("evidence",),
    )


EXTEND = TableSchema(
    "extend",
    "An addition to one definition of another file, usually a built-in one.",
    (
        Key("battery", Id("need", "battery"), "The need for which there are further `packages`."),
        Key("package-set", PACKAGE_SET, "The package set that has further `packages`."),
        Key("framework", FRAMEWORK, "The framework that has further packages or `plugins`."),
        Key("evidence", _EVIDENCE, "The evidence group that has further facts."),
        Key(
            "packages",
            Either((PACKAGES, StrengthsOf(PACKAGE)), "a list of package names"),
            "The packages to add; to `evidence` with their strengths.",
        ),
        Key(
            "for",
            ListOf(CANDIDATE, "a framework, or a list of them", single=True),
            "The candidates with which the packages cover the battery.",
            needs=("battery",),
        ),
        Key(
            "as",
            Choice("role", _ROLES),
            "What the packages are to a kit.",
            default="cover",
            needs=("battery",),
        ),
        Key(
            "plugins",
            Either((PACKAGES, TableOf("extend.plugins")), "a list of package names, or a table"),
            "The plugins to add to the framework.",
            needs=("framework",),
        ),
        Key(
            "bundled-by",
            PACKAGES,
            "Packages that install the framework for their own use.",
            needs=("framework",),
        ),
        *(replace(key, needs=("evidence",)) for key in FACTS if key.name != "packages"),
    ),
    named=CANDIDATE,
    others=Key(
        "CANDIDATE", TableOf("provision"), "What the candidate with this id has for the battery."
    ),
    one_of=(("battery",), ("package-set",), ("framework",), ("evidence",)),
)

PLUGINS = replace(
    frameworks.PLUGINS,
    name="extend.plugins",
    description="The plugins to add to a framework.",
    keys=tuple(replace(key, required=False) for key in frameworks.PLUGINS.keys),
)

OVERRIDE = TableSchema(
    "override",
    "Another weight for one definition of another file, usually a built-in one; or off.",
    (
        Key("rule", Id("rule", "rule"), "The rule: guidance or advice."),
        Key("evidence", _EVIDENCE, "The evidence group, or the facts of it that are listed."),
        Key("derivation", Id("derivation", "derivation"), "The derivation of a trait."),
        Key("trait", TRAIT, "The trait, which can only be switched off."),
        Key(
            "strength",
            Strength(),
            "The strength of guidance, a derivation or evidence.",
        ),
        Key(
            "severity",
            Choice("severity", MEANINGS),
            "The severity of the findings of advice.",
        ),
        Key("off", Boolean(), "Whether to switch the definition off."),
        *(_listed(key) for key in FACTS),
    ),
    one_of=(("rule",), ("evidence",), ("derivation",), ("trait",)),
    any_of=("strength", "severity", "off"),
)
