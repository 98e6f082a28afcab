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
    the weights of the reasons: where weights in between favor a framework, the highest ones for it
    and the lowest for the others do, too.
    """
    verdict = assessment.verdict.favors
    return all(
        reach_verdict(
            memory, assessment.sightings, assessment.rule_base, assessment.framework
        ).favors
        == verdict
        for memory in _extremes(assessment, outlook)
    )


def _extremes(assessment: Assessment, outlook: Outlook) -> Iterator[WorkingMemory]:
    """Yield the results of inference with the extreme weights for each framework, from one reason
    and from several: a single one can be too little against the framework in use."""
    candidates = assessment.rule_base.candidates
    bounds = [outlook.weights(symbols.favors(framework.id)).support for framework in candidates]
    counts = (1, 2) if assessment.framework.candidate else (1,)
    for weights, count in product(product(*bounds), counts):
        found = dict(zip(candidates, weights, strict=True))
        yield _memory_with(found, count, assessment.memory)


def _memory_with(
    weights: Mapping[Framework, float], count: int, memory: WorkingMemory
) -> WorkingMemory:
    conclusions = {
        symbols.favors(framework.id): Conclusion(
            symbols.favors(framework.id), _reasons(weight, count), ()
        )
        for framework, weight in weights.items()
    }
    return WorkingMemory(memory.facts, {**memory.conclusions, **conclusions})


def _reasons(weight: float, count: int) -> tuple[Reason, ...]:
    """Return so many independent reasons of a weight; none for no weight."""
    each = weight / count
    return tuple(Reason("", str(number), each) for number in range(count) if each > 0)
