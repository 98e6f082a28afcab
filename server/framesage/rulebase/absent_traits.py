"""A rule base without some of its traits: without their evidence, questions and rules."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from framesage.inference import AllOf, AtLeast, Believed, Compound, Disbelieved, NoneOf
from framesage.rulebase import symbols

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framesage.inference import Condition
    from framesage.rulebase.model import Derivation, Rule
    from framesage.rulebase.need_model import Need
    from framesage.rulebase.rule_base import RuleBase

_Rule = TypeVar("_Rule", "Rule", "Derivation")


def without_traits(rule_base: RuleBase, off: frozenset[str]) -> RuleBase:
    """Return a rule base for which no project has the traits in ``off`` (ids), nor lacks them.

    Rules that need one of them are gone; ``switched_off`` has what is gone.
    """
    if not off:
        return rule_base
    guidance = {rule.id: rule for rule in _kept(rule_base.guidance.values(), off)}
    advice = {rule.id: rule for rule in _kept(rule_base.advice.values(), off)}
    gone = {*rule_base.guidance, *rule_base.advice} - guidance.keys() - advice.keys()
    needs = {need.id: need for need in _needs(rule_base.needs.values(), off)}
    return replace(
        rule_base,
        traits={name: trait for name, trait in rule_base.traits.items() if name not in off},
        exclusions=tuple(item for item in rule_base.exclusions if off.isdisjoint(item.traits)),
        derivations=tuple(
            item for item in _kept(rule_base.derivations, off) if item.trait not in off
        ),
        evidence=tuple(group for group in rule_base.evidence if group.trait not in off),
        needs=needs,
        comparison=tuple(
            replace(row, traits=tuple(name for name in row.traits if name not in off))
            for row in rule_base.comparison
        ),
        guidance=guidance,
        advice=advice,
        switched_off=rule_base.switched_off | {f"rule:{name}" for name in gone},
    )


def _kept(rules: Iterable[_Rule], off: frozenset[str]) -> Iterator[_Rule]:
    propositions = frozenset(map(symbols.trait, off))
    for rule in rules:
        condition = without_propositions(rule.condition, propositions)
        if condition is not None:
            yield replace(rule, condition=condition)


def without_propositions(condition: Condition, off: frozenset[str]) -> Condition | None:
    """Return what is left of a condition if nothing is known of the propositions in ``off``; None
    if it can no longer hold."""
    if isinstance(condition, (Believed, Disbelieved)):
        return None if condition.proposition in off else condition
    if not isinstance(condition, Compound) or off.isdisjoint(condition.propositions()):
        return condition
    parts = tuple(without_propositions(part, off) for part in condition.parts)
    kept = tuple(part for part in parts if part is not None)
    least = 0 if isinstance(condition, NoneOf) else 1
    if isinstance(condition, AtLeast):
        least = condition.minimum
    if isinstance(condition, AllOf):
        least = len(parts)
    return replace(condition, parts=kept) if len(kept) >= least else None


def _needs(needs: Iterable[Need], off: frozenset[str]) -> Iterator[Need]:
    """Yield the needs that still have a cause."""
    for need in needs:
        causes = tuple(
            replace(cause, unless=tuple(name for name in cause.unless if name not in off))
            for cause in need.causes
            if not off & {cause.trait, *cause.others}
        )
        if causes:
            covered_by = "" if need.covered_by in off else need.covered_by
            yield replace(need, causes=causes, covered_by=covered_by)
