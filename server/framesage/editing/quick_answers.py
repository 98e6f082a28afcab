"""Answers to the first question as quick fixes, where the choice of a framework is undecided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.consultation.consult import consult
from framesage.fixes import Fix, FixKind, answer_edits
from framesage.rulebase import symbols
from framesage.rulebase.model import VerdictKind
from framesage.wording.dialogue import answer_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment, Finding

_UNDECIDED = symbols.verdict(VerdictKind.UNDECIDED.value)


def quick_answers(finding: Finding, assessment: Assessment) -> Iterator[Fix]:
    """Yield the answers to the most telling question, if a finding is that all is undecided.

    Those to more questions would hide the other fixes, and *Ask me* asks these as well.
    """
    evaluation = finding.evaluation
    if evaluation is None or _UNDECIDED not in evaluation.condition.symbols():
        return
    question = consult(assessment, {}).question
    if question is None:
        return
    for holds in (True, False):
        changes = answer_edits(assessment, {question.id: holds})
        if changes.edits and not changes.to_paste:
            yield Fix(answer_title(question, holds=holds), FixKind.DECLARE, changes.edits)
