"""Answers that contradict the evidence or each other. The answers count; the person is warned."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.consultation.model import Answer
from framesage.rulebase import symbols
from framesage.wording.consultation import contradicted_by_reasons, contradicting_answers
from framesage.wording.reasons import reason_words, traits_behind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from framesage.advice.model import Assessment
    from framesage.inference import Reason


def find_contradictions(assessment: Assessment, answers: Mapping[str, Answer]) -> Iterator[str]:
    """Yield a sentence for each contradiction; ``assessment`` is that with the answers."""
    base = assessment.rule_base
    seen: set[frozenset[str]] = set()
    for exclusion in base.exclusions:
        if all(answers.get(trait) is Answer.YES for trait in exclusion.traits):
            seen.add(frozenset(exclusion.traits))
            yield contradicting_answers(exclusion.traits, exclusion.why, base)
    for trait, answer in answers.items():
        evidence = []
        for reason in _opposite_reasons(assessment, trait, answer):
            others = [other for other in traits_behind(reason) if _is_stated(other, answers)]
            if not others:
                evidence.append(reason)
            elif frozenset((trait, others[0])) not in seen:
                seen.add(frozenset((trait, others[0])))
                pair = (others[0], trait)
                yield contradicting_answers(pair, reason_words(reason, assessment), base)
        if evidence:
            yield contradicted_by_reasons(base.traits[trait], evidence, assessment)


def _is_stated(trait: str, answers: Mapping[str, Answer]) -> bool:
    """Return whether a person has said that a trait holds, or that it does not."""
    return answers.get(trait, Answer.UNKNOWN) is not Answer.UNKNOWN


def _opposite_reasons(assessment: Assessment, trait: str, answer: Answer) -> tuple[Reason, ...]:
    """Return the reasons for the opposite of an answer if they make it likely."""
    medium = assessment.rule_base.threshold("medium")
    inferred = replace(assessment.memory.conclusion(symbols.trait(trait)), declared=None)
    if answer is Answer.YES and inferred.disbelief >= medium:
        return inferred.opposing
    if answer is Answer.NO and inferred.belief >= medium:
        return inferred.supporting
    return ()
