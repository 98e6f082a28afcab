"""Answers that contradict the evidence or each other. The answers count; the person is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.consultation.model import Answer
from framesage.rulebase import symbols
from framesage.wording.consultation import contradicted_by_answer, contradicted_by_reasons

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from framesage.advice.model import Assessment
    from framesage.inference import Reason


def find_contradictions(assessment: Assessment, answers: Mapping[str, Answer]) -> Iterator[str]:
    """Yield a sentence for each contradiction; ``assessment`` is that with the answers."""
    base = assessment.rule_base
    for trait, answer in answers.items():
        reasons = _opposite_reasons(assessment, trait, answer)
        if reasons:
            yield contradicted_by_reasons(base.traits[trait], reasons, base)
    for exclusion in base.exclusions:
        if all(answers.get(trait) is Answer.YES for trait in exclusion.traits):
            yield contradicted_by_answer(exclusion, base)


def _opposite_reasons(assessment: Assessment, trait: str, answer: Answer) -> tuple[Reason, ...]:
    """Return the reasons for the opposite of an answer if they make it likely."""
    medium = assessment.rule_base.threshold("medium")
    inferred = replace(assessment.memory.conclusion(symbols.trait(trait)), declared=None)
    if answer is Answer.YES and inferred.disbelief >= medium:
        return inferred.opposing
    if answer is Answer.NO and inferred.belief >= medium:
        return inferred.supporting
    return ()
