"""Choose the next question: the one whose answer brings the verdict closest to being settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.verdict import is_applicable
from framesage.rulebase import symbols

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from framesage.advice.model import Assessment
    from framesage.inference import Outlook, WorkingMemory
    from framesage.rulebase.model import Trait
    from framesage.rulebase.rule_base import RuleBase

_NEARLY = 1.05
"""How far from the best question others may be, as a factor, to be as good as it."""


def open_questions(assessment: Assessment, answered: Collection[str]) -> tuple[Trait, ...]:
    """Return the traits to ask about that can affect the verdict, in the order of the rule base.

    What an answer excludes or the evidence shows conclusively is not asked. None where the
    framework is decided, or where the project has no choice to make.
    """
    if assessment.framework.is_declared or not is_applicable(assessment):
        return ()
    declared = assessment.project.settings.traits
    known = {*answered, *declared}
    for trait in (trait for trait, holds in declared.items() if holds):
        known.update(assessment.rule_base.excluded_by(trait))
    return tuple(
        trait
        for trait in deciding_traits(assessment.rule_base)
        if trait.id not in known and not _is_shown(trait, assessment)
    )


def _is_shown(trait: Trait, assessment: Assessment) -> bool:
    conclusion = assessment.memory.conclusion(symbols.trait(trait.id))
    conclusive = assessment.rule_base.scale.strengths["conclusive"]
    return max(conclusion.belief, conclusion.disbelief) >= conclusive


def deciding_traits(rule_base: RuleBase) -> tuple[Trait, ...]:
    """Return the traits that guidance reads and that a person can answer."""
    read = {
        proposition
        for rule in rule_base.guidance.values()
        for proposition in rule.condition.propositions()
    }
    traits = rule_base.traits.values()
    return tuple(trait for trait in traits if trait.question and symbols.trait(trait.id) in read)


def most_telling(assessment: Assessment, questions: Sequence[Trait], outlook: Outlook) -> Trait:
    """Return the trait whose answer is expected to bring the verdict closest to being settled.

    Of traits that are nearly as good, the one that most projects have: it is easiest to answer.
    """
    distances = [_expected_distance(trait, assessment, outlook) for trait in questions]
    limit = min(distances) * _NEARLY
    near = [trait for trait, each in zip(questions, distances, strict=True) if each <= limit]
    return max(near, key=lambda trait: trait.question.frequency if trait.question else 0.0)


def _expected_distance(trait: Trait, assessment: Assessment, outlook: Outlook) -> float:
    """Return how far from settled the verdict is expected to be after an answer."""
    probability = _probability(trait, assessment.memory)
    yes = _distance(_after(trait, assessment, outlook, holds=True), assessment)
    no = _distance(_after(trait, assessment, outlook, holds=False), assessment)
    return probability * yes + (1 - probability) * no


def _probability(trait: Trait, memory: WorkingMemory) -> float:
    """Return how probable the answer "yes" is: by the evidence, or else by its frequency."""
    conclusion = memory.conclusion(symbols.trait(trait.id))
    if conclusion.belief or conclusion.disbelief or not trait.question:
        return (1 + conclusion.belief - conclusion.disbelief) / 2
    return trait.question.frequency


def _after(trait: Trait, assessment: Assessment, outlook: Outlook, *, holds: bool) -> Outlook:
    excluded = assessment.rule_base.excluded_by(trait.id) if holds else ()
    return outlook.supposing({symbols.trait(trait.id): holds}, map(symbols.trait, excluded))


def _distance(outlook: Outlook, assessment: Assessment) -> float:
    """Return the weight that the closest framework lacks to be favored in any case.

    It must outweigh the best of the others.
    """
    bounds = [
        outlook.weights(symbols.favors(framework.id)).support
        for framework in assessment.rule_base.candidates
    ]
    majority = assessment.rule_base.scale.majority
    needed = majority / (1 - majority)
    rivals = [max(other.high for other in bounds if other is not own) for own in bounds]
    lacking = (needed * rival - own.low for own, rival in zip(bounds, rivals, strict=True))
    return max(0.0, min(lacking))
