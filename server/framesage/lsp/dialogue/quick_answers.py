"""Answers to the first questions as quick fixes, where the choice of a framework is undecided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.consultation.consult import consult
from framesage.consultation.model import Answer
from framesage.fixes import Fix, FixKind, answer_edits
from framesage.rulebase import symbols
from framesage.rulebase.model import VerdictKind
from framesage.wording.dialogue import answer_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment, Finding
    from framesage.rulebase.model import Trait

_QUESTIONS = 3
"""More answers than those to so many questions would hide the other fixes."""

_UNDECIDED = symbols.verdict(VerdictKind.UNDECIDED.value)


def quick_answers(finding: Finding, assessment: Assessment) -> Iterator[Fix]:
    """Yield the answers to the most telling questions, if a finding is that all is undecided."""
    evaluation = finding.evaluation
    if evaluation is None or _UNDECIDED not in evaluation.condition.symbols():
        return
    for trait in _first_questions(assessment):
        for holds in (True, False):
            changes = answer_edits(assessment, {trait.id: holds})
            if changes.edits and not changes.to_paste:
                yield Fix(answer_title(trait, holds=holds), FixKind.DECLARE, changes.edits)


def _first_questions(assessment: Assessment) -> Iterator[Trait]:
    """Yield the questions that the dialogue asks a person who knows no answer."""
    answers: dict[str, Answer] = {}
    for _ in range(_QUESTIONS):
        question = consult(assessment, answers).question
        if question is None:
            return
        yield question
        answers[question.id] = Answer.UNKNOWN
