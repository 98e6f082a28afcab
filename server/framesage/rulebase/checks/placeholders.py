"""Check that something in the condition of a rule gives the placeholders of its message a value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.inference import AtLeast, Compound, NoneOf, Observed
from framesage.rulebase import symbols
from framesage.rulebase.checks.issue import Issue
from framesage.rulebase.symbols import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.inference import Condition
    from framesage.rulebase.rule_base import RuleBase

_REQUIREMENTS = (
    Kind.PACKAGE, Kind.REQUIREMENT, Kind.PLUGIN, Kind.RELEASE, Kind.CHANGE, Kind.CLASH,
)  # fmt: skip
_SOURCES = {
    ("packages",): ("'package' or the like", (*_REQUIREMENTS, Kind.PROJECT, Kind.PYTHON)),
    ("batteries",): ("'package-for' or the like", (Kind.PACKAGE, Kind.REQUIREMENT)),
    ("versions", "until", "supported"): ("'release'", (Kind.RELEASE,)),
    ("change", "changed", "since", "upgrades"): ("'change'", (Kind.CHANGE,)),
    ("require", "limited", "other"): ("'clash'", (Kind.CLASH,)),
}
"""Groups of placeholders: the key of a condition that gives them a value, and what it observes."""


def check_placeholders(rule_base: RuleBase) -> Iterator[Issue]:
    """Find placeholders that are never filled, because the condition has no key for them."""
    for rule in rule_base.advice.values():
        used = set(re.findall(r"\{(\w+)\}", rule.message.replace("{{", "")))
        parts = list(_supporting(rule.condition))
        for name, key in _without_value(used, parts):
            message = f"{{{name}}} has no value in '{rule.id}': its condition needs {key}"
            yield Issue("placeholder", rule.location.at("message"), message)


def _without_value(used: set[str], parts: list[Condition]) -> Iterator[tuple[str, str]]:
    """Yield placeholders without a value, and the key that would give them one."""
    kinds = {symbols.parse(symbol).kind for part in parts for symbol in _symbols(part)}
    for names, (key, sources) in _SOURCES.items():
        if kinds.isdisjoint(sources):
            yield from ((name, key) for name in names if name in used)
    if not any(isinstance(part, AtLeast) for part in parts):
        yield from ((name, "'count'") for name in ("count", "total") if name in used)


def _symbols(part: Condition) -> tuple[str, ...]:
    return part.any_of if isinstance(part, Observed) else ()


def _supporting(condition: Condition) -> Iterator[Condition]:
    """Yield the parts of a condition that count in favor, so none below a ``NoneOf``."""
    if isinstance(condition, NoneOf):
        return
    yield condition
    for part in condition.parts if isinstance(condition, Compound) else ():
        yield from _supporting(part)
