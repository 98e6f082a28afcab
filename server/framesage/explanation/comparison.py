"""How the frameworks compare, and which of their differences matter to a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.rulebase import symbols
from framesage.wording.reasons import traits_behind
from framesage.wording.verdict import is_decided

if TYPE_CHECKING:
    from framesage.advice.model import Assessment
    from framesage.analysis.model import InferredTrait
    from framesage.rulebase.framework_model import Comparison


@frozen
class ComparisonRow:
    """A difference between the frameworks, the traits that make it matter to the project, and the
    ids of the frameworks that it favors here, if the project has not decided on one."""

    difference: Comparison
    traits: tuple[InferredTrait, ...]
    favors: frozenset[str]


def comparison_rows(assessment: Assessment) -> tuple[ComparisonRow, ...]:
    """Return all differences between the frameworks, with those that matter to the project."""
    return tuple(_row(difference, assessment) for difference in assessment.rule_base.comparison)


def _row(difference: Comparison, assessment: Assessment) -> ComparisonRow:
    traits = tuple(found for found in assessment.traits if found.trait.id in difference.traits)
    relevant = {found.trait.id for found in traits}
    candidates = () if is_decided(assessment) else assessment.rule_base.candidates
    favors = {
        framework.id
        for framework in candidates
        for reason in assessment.memory.conclusion(symbols.favors(framework.id)).supporting
        if not relevant.isdisjoint(traits_behind(reason))
    }
    return ComparisonRow(difference, traits, frozenset(favors))
