"""From the rule base to a program that the engine runs."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

from framesage.inference import Evidence, Program
from framesage.inference import Rule as Inference
from framesage.rulebase import symbols

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.rulebase.framework_model import Framework
    from framesage.rulebase.model import Rule
    from framesage.rulebase.rule_base import RuleBase


def compile_program(rule_base: RuleBase) -> Program:
    """Index evidence, derivations and guidance; raise CycleError where traits go in a circle.

    Propositions: ``trait:ID``, ``uses:FRAMEWORK``, ``favors:FRAMEWORK``. What favors one of the
    two speaks against the other.
    """
    evidence = [
        *_trait_evidence(rule_base),
        *_use_evidence(rule_base),
        *_rivals(rule_base),
        *_hosts(rule_base),
    ]
    return Program.build(evidence, [*_derivations(rule_base), *_guidance(rule_base)])


def _trait_evidence(rule_base: RuleBase) -> Iterator[Evidence]:
    for group in rule_base.evidence:
        for symbol, strength in group.strengths.items():
            yield Evidence(symbol, symbols.trait(group.trait), strength, group.id, group.against)


def _use_evidence(rule_base: RuleBase) -> Iterator[Evidence]:
    for framework in rule_base.frameworks.values():
        proposition = symbols.uses(framework.id)
        strength = framework.strength or rule_base.scale.framework_strength
        for package in framework.packages:
            yield Evidence(symbols.package(package), proposition, strength, proposition)
        if framework.plugin_strength:
            symbol = symbols.plugin(framework.id)
            yield Evidence(symbol, proposition, framework.plugin_strength, proposition)


def _rivals(rule_base: RuleBase) -> Iterator[Evidence]:
    """Yield what keeps a stray plugin from turning a project on another framework into one on both.

    The others count where their package is seldom anything but the framework in use.
    """
    strength = rule_base.scale.rival_strength
    for one, other in permutations(rule_base.frameworks.values(), 2):
        if other.other or (one.other and one.strength):
            continue
        for package in one.packages:
            symbol = symbols.package(package)
            yield Evidence(symbol, symbols.uses(other.id), strength, "rival", against=True)


def _hosts(rule_base: RuleBase) -> Iterator[Evidence]:
    """Yield what keeps products that sit on a framework from making the project one on it."""
    strength = rule_base.scale.framework_strength
    for one in rule_base.frameworks.values():
        for package in one.bundled_by:
            group = f"host:{one.id}"
            yield Evidence(
                symbols.package(package), symbols.uses(one.id), strength, group, against=True
            )


def _derivations(rule_base: RuleBase) -> Iterator[Inference]:
    for one in rule_base.derivations:
        yield Inference(one.id, one.condition, symbols.trait(one.trait), one.strength, one.against)


def _guidance(rule_base: RuleBase) -> Iterator[Inference]:
    for rule in rule_base.guidance.values():
        for framework in rule_base.candidates:
            yield _favoring(rule, framework)


def _favoring(rule: Rule, framework: Framework) -> Inference:
    against = framework.id != rule.favors
    return Inference(rule.id, rule.condition, symbols.favors(framework.id), rule.strength, against)
