"""Why a name of a rule or trait cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.rulebase.names import unknown

if TYPE_CHECKING:
    from collections.abc import Collection

    from framesage.rulebase.rule_base import RuleBase


def not_found(kind: str, name: str, known: Collection[str], rule_base: RuleBase) -> str:
    """Return that a rule file switches a ``rule``, ``derivation`` or ``trait`` off, or that there
    is none with this name among the known ones."""
    kinds = ("rule", "derivation") if kind == "rule" else (kind,)
    if not any(name in rule_base.switched_off_ids(kind) for kind in kinds):
        return unknown(kind, name, known)
    needed = "" if kind == "trait" else ", or a trait that it needs"
    return f"'{name}' is off: a rule file switches it off{needed}"
