"""Whether the verdict can still change, whatever the answers to the open questions are."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from framesage.analysis.framework import disabled_rules
from framesage.analysis.verdict import reach_verdict
from framesage.inference import Conclusion, Reason, WorkingMemory, weight_bounds
from framesage.rulebase import symbols

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from framesage.advice.model import Assessment
    from framesage.rulebase.framework_model import Framework
    from framesage.rulebase.model import Trait


def can_change(assessment: Assessment, questions: Sequence[Trait]) -> bool:
    """Return whether answers to these questions could lead to another verdict.

    Sound: False only if none can. The verdict does not change if it is the same for all extremes of
    the weights of the reasons: the weights that lead to it have no gaps.
    """
    verdict = assessment.verdict.favors
    return any(
        reach_verdict(memory, assessment.rule_base, assessment.framework).favors != verdict
        for memory in _extremes(assessment, questions)
    )


def _extremes(assessment: Assessment, questions: Sequence[Trait]) -> Iterator[WorkingMemory]:
    """Yield the results of inference with the extreme weights for and against each framework.

    The reasons against a framework are the reasons for the others.
    """
    base, memory = assessment.rule_base, assessment.memory
    unknown = [symbols.trait(trait.id) for trait in questions]
    without = disabled_rules(assessment.project.settings)
    bounds = [
        weight_bounds(base.program, memory, unknown, symbols.favors(framework.id), without)[0]
        for framework in base.candidates
    ]
    for weights in product(*bounds):
        yield _memory_with(dict(zip(base.candidates, weights, strict=True)), memory)


def _memory_with(weights: Mapping[Framework, float], memory: WorkingMemory) -> WorkingMemory:
    total = sum(weights.values())
    conclusions = {
        symbols.favors(framework.id): Conclusion(
            symbols.favors(framework.id), _reasons(weight), _reasons(total - weight)
        )
        for framework, weight in weights.items()
    }
    return WorkingMemory(memory.facts, {**memory.conclusions, **conclusions})


def _reasons(weight: float) -> tuple[Reason, ...]:
    return (Reason("", "", weight),) if weight > 0 else ()
