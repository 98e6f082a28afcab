"""Choose the next question: the one whose answer moves the verdict most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.framework import disabled_rules
from framesage.analysis.verdict import is_applicable
from framesage.inference import suppose
from framesage.rulebase import symbols

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from framesage.advice.model import Assessment
    from framesage.inference import WorkingMemory
    from framesage.rulebase.model import Trait
    from framesage.rulebase.rule_base import RuleBase


def open_questions(assessment: Assessment, answered: Collection[str]) -> tuple[Trait, ...]:
    """Return the traits to ask about that can affect the verdict, in the order of the rule base.

    Traits that an answer excludes are left out. None where the framework is decided, or where the
    project has no choice to make.
    """
    if assessment.framework.is_declared or not is_applicable(assessment):
        return ()
    declared = assessment.project.settings.traits
    known = {*answered, *declared}
    for trait in (trait for trait, holds in declared.items() if holds):
        known.update(assessment.rule_base.excluded_by(trait))
    return tuple(trait for trait in deciding_traits(assessment.rule_base) if trait.id not in known)


def deciding_traits(rule_base: RuleBase) -> tuple[Trait, ...]:
    """Return the traits that a person can answer and that the verdict depends on."""
    favored = {symbols.favors(framework.id) for framework in rule_base.candidates}
    return tuple(
        trait
        for trait in rule_base.traits.values()
        if trait.question
        and not favored.isdisjoint(rule_base.program.affected_by([symbols.trait(trait.id)]))
    )


def most_telling(assessment: Assessment, questions: Sequence[Trait]) -> Trait:
    """Return the trait whose answer is expected to move the verdict most."""
    return max(questions, key=lambda trait: _expected_movement(trait, assessment))


def _expected_movement(trait: Trait, assessment: Assessment) -> float:
    """Return how far the answers move the weights, each by how probable it is."""
    probability = _probability(trait, assessment.memory)
    return probability * _movement(trait, assessment, holds=True) + (1 - probability) * _movement(
        trait, assessment, holds=False
    )


def _probability(trait: Trait, memory: WorkingMemory) -> float:
    """Return how probable the answer "yes" is by the evidence."""
    conclusion = memory.conclusion(symbols.trait(trait.id))
    return (1 + conclusion.belief - conclusion.disbelief) / 2


def _movement(trait: Trait, assessment: Assessment, *, holds: bool) -> float:
    """Return how far an answer moves the weights for the frameworks."""
    base, before = assessment.rule_base, assessment.memory
    without = disabled_rules(assessment.project.settings)
    after = suppose(base.program, before, {symbols.trait(trait.id): holds}, without)
    return sum(
        abs(_weight(after, framework.id) - _weight(before, framework.id))
        for framework in base.candidates
    )


def _weight(memory: WorkingMemory, framework: str) -> float:
    return sum(reason.weight for reason in memory.conclusion(symbols.favors(framework)).supporting)
