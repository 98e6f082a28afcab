"""The answer that the evidence makes probable: the person only confirms it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from framesage.consultation.model import Answer
from framesage.rulebase import symbols
from framesage.wording.consultation import probably

if TYPE_CHECKING:
    from framesage.advice.model import Assessment
    from framesage.rulebase.model import Trait


class Probable(NamedTuple):
    """A probable answer, and the sentence that says so and why."""

    answer: Answer
    words: str


def probable_answer(trait: Trait, assessment: Assessment) -> Probable | None:
    """Return the answer to a question that has at least medium certainty, if one has."""
    base = assessment.rule_base
    found, medium = assessment.memory.conclusion(symbols.trait(trait.id)), base.threshold("medium")
    if found.belief >= medium:
        return Probable(Answer.YES, probably(Answer.YES.value, found.supporting, assessment))
    if found.disbelief >= medium:
        return Probable(Answer.NO, probably(Answer.NO.value, found.opposing, assessment))
    return None
