"""Where a dialogue stands: how many questions it has asked, the verdict so far, and whether more
answers are worth the while."""

from __future__ import annotations

from itertools import product, takewhile
from typing import TYPE_CHECKING

from framesage.analysis.framework import disabled_rules
from framesage.analysis.verdict import reach_verdict
from framesage.consultation.model import Answer
from framesage.consultation.next_question import open_questions
from framesage.inference import suppose
from framesage.rulebase import symbols
from framesage.wording.dialogue import ENOUGH, NOTHING_KNOWN, question_number, so_far

if TYPE_CHECKING:
    from framesage.consultation.model import Consultation

_MANY_UNKNOWN = 3
"""After so many answers of "don't know" in a row, a person may not know more."""


def progress(step: Consultation) -> str:
    """Return where the dialogue stands with its next question, in a few sentences."""
    sentences = (
        question_number(len(step.answers) + 1) if step.question else "",
        so_far(step.assessment),
        _hint(step) if step.question else "",
    )
    return " ".join(filter(None, sentences))


def _hint(step: Consultation) -> str:
    """Return that the dialogue can be finished, where that is sensible; "" elsewhere."""
    if step.answers and step.assessment.verdict.certainty == "high" and _withstands(step):
        return ENOUGH
    last = reversed(list(step.answers.values()))
    unknown = sum(1 for _ in takewhile(lambda answer: answer is Answer.UNKNOWN, last))
    return NOTHING_KNOWN if unknown >= _MANY_UNKNOWN else ""


def _withstands(step: Consultation) -> bool:
    """Return whether no single answer would change the verdict; several together still could."""
    assessment, base = step.assessment, step.assessment.rule_base
    without = disabled_rules(assessment.project.settings)
    for trait, holds in product(open_questions(assessment, step.answers), (True, False)):
        supposed = {symbols.trait(trait.id): holds}
        memory = suppose(base.program, assessment.memory, supposed, without)
        verdict = reach_verdict(memory, assessment.sightings, base, assessment.framework)
        if verdict.favors != assessment.verdict.favors:
            return False
    return True
