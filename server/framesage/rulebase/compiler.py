"""Compile the rule base to a program for the inference engine."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

from framesage.inference import EvidenceSet, Program
from framesage.inference import Rule as Inference
from framesage.rulebase import symbols

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framesage.rulebase.framework_model import Framework
    from framesage.rulebase.model import Rule
    from framesage.rulebase.rule_base import RuleBase


def compile_program(rule_base: RuleBase) -> Program:
    """Compile evidence, derivations and guidance; raise CycleError for circular derivations.

    Propositions: ``trait:ID``, ``uses:FRAMEWORK``, ``favors:FRAMEWORK``. Guidance that
    favors a candidate is evidence against the others.
    """
    evidence = [
        *_trait_evidence(rule_base),
        *_use_evidence(rule_base),
        *_rivals(rule_base),
        *_bundlers(rule_base),
    ]
    return Program.build(evidence, [*_derivations(rule_base), *_guidance(rule_base)])


def _trait_evidence(rule_base: RuleBase) -> Iterator[EvidenceSet]:
    for group in rule_base.evidence:
        yield EvidenceSet(symbols.trait(group.trait), group.strengths, group.id, group.against)


def _use_evidence(rule_base: RuleBase) -> Iterator[EvidenceSet]:
    for framework in rule_base.frameworks.values():
        proposition = symbols.uses(framework.id)
        strength = framework.strength or rule_base.scale.framework_strength
        strengths = _of_packages(framework.packages, strength)
        if framework.plugin_strength:
            strengths[symbols.plugin(framework.id)] = framework.plugin_strength
        yield EvidenceSet(proposition, strengths, proposition)


def _rivals(rule_base: RuleBase) -> Iterator[EvidenceSet]:
    """Yield the evidence of each framework's package against the use of the candidates.

    It keeps a plugin that was left over from a candidate from counting as use. Frameworks with a
    strength of their own are left out: their packages are often required for another purpose.
    """
    strength = rule_base.scale.rival_strength
    for rival, candidate in permutations(rule_base.frameworks.values(), 2):
        if not candidate.other and not (rival.other and rival.strength):
            strengths = _of_packages(rival.packages, strength)
            yield EvidenceSet(symbols.uses(candidate.id), strengths, "rival", against=True)


def _bundlers(rule_base: RuleBase) -> Iterator[EvidenceSet]:
    """Yield the evidence of packages that install a framework against its use by the project."""
    for framework in rule_base.frameworks.values():
        strengths = _of_packages(framework.bundled_by, rule_base.scale.framework_strength)
        group = f"bundled:{framework.id}"
        yield EvidenceSet(symbols.uses(framework.id), strengths, group, against=True)


def _of_packages(packages: Iterable[str], strength: float) -> dict[str, float]:
    return {symbols.package(package): strength for package in packages}


def _derivations(rule_base: RuleBase) -> Iterator[Inference]:
    for derivation in rule_base.derivations:
        yield Inference(
            derivation.id,
            derivation.condition,
            symbols.trait(derivation.trait),
            derivation.strength,
            derivation.against,
        )


def _guidance(rule_base: RuleBase) -> Iterator[Inference]:
    for rule in rule_base.guidance.values():
        for framework in rule_base.candidates:
            yield _favoring(rule, framework)


def _favoring(rule: Rule, framework: Framework) -> Inference:
    against = framework.id != rule.favors
    favors = symbols.favors(framework.id)
    group = f"{rule.group}:{rule.favors}" if rule.group else ""  # against it, each rival on its own
    return Inference(rule.id, rule.condition, favors, rule.strength, against, group)
