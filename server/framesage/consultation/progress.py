"""Where a dialogue stands: how many questions it has asked, the verdict so far, and whether more
answers are worth the while."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from framesage.consultation.model import Answer
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
    if step.answers and step.assessment.verdict.certainty == "high":
        return ENOUGH
    last = reversed(list(step.answers.values()))
    unknown = sum(1 for _ in takewhile(lambda answer: answer is Answer.UNKNOWN, last))
    return NOTHING_KNOWN if unknown >= _MANY_UNKNOWN else ""
