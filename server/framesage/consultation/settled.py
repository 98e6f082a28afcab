"""Whether the verdict stays the same, whatever the answers to the open questions are."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from framesage.analysis.verdict import reach_verdict
from framesage.inference import Conclusion, Reason, WorkingMemory
from framesage.rulebase import symbols

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from framesage.advice.model import Assessment
    from framesage.inference import Outlook
    from framesage.rulebase.framework_model import Framework


def is_settled(assessment: Assessment, outlook: Outlook) -> bool:
    """Return whether no answer to the questions that are open in ``outlook`` changes the verdict.

    Sound: True only if none can. The verdict does not change if it is the same for all extremes of
    the weights of the reasons: the weights that lead to it have no gaps.
    """
    verdict = assessment.verdict.favors
    return all(
        reach_verdict(memory, assessment.rule_base, assessment.framework).favors == verdict
        for memory in _extremes(assessment, outlook)
    )


def _extremes(assessment: Assessment, outlook: Outlook) -> Iterator[WorkingMemory]:
    """Yield the results of inference with the extreme weights for and against each framework.

    The reasons against a framework are the reasons for the others.
    """
    candidates = assessment.rule_base.candidates
    bounds = [outlook.weights(symbols.favors(framework.id)).support for framework in candidates]
    for weights in product(*bounds):
        yield _memory_with(dict(zip(candidates, weights, strict=True)), assessment.memory)


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
