"""Take a step of the consultation: apply the answers, and choose the next question."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.advice.assess import assess
from framesage.consultation.contradictions import find_contradictions
from framesage.consultation.model import Answer, Consultation
from framesage.consultation.next_question import most_telling, open_questions
from framesage.consultation.outlook import can_change
from framesage.rulebase.vocabulary import GATE, REUSABLE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framesage.advice.model import Assessment

PRESUMED = {GATE: True, REUSABLE: False}
"""Who asks for a framework has a web application of their own."""


def consult(assessment: Assessment, answers: Mapping[str, Answer]) -> Consultation:
    """Return what follows from the answers, by trait, and the question to ask next.

    ``assessment`` is that of the project without the answers; an answer overrides what its settings
    declare. A web application is presumed (``PRESUMED``). Pure, as ``assess`` is.

    Raises KeyError for an answer about an unknown trait.
    """
    for trait in answers:
        _ = assessment.rule_base.traits[trait]
    answered = _with_answers(assessment, answers)
    questions = open_questions(answered, answers)
    settled = not questions or not can_change(answered, questions)
    question = None if settled else most_telling(answered, questions)
    return Consultation(
        answered, answers, question, settled, tuple(find_contradictions(answered, answers))
    )


def _with_answers(assessment: Assessment, answers: Mapping[str, Answer]) -> Assessment:
    project, settings = assessment.project, assessment.project.settings
    holds = {trait: answer.holds for trait, answer in answers.items()}
    known = {trait: value for trait, value in holds.items() if value is not None}
    kept = {trait: value for trait, value in settings.traits.items() if trait not in answers}
    traits = {**PRESUMED, **kept, **known}
    project = replace(project, settings=replace(settings, traits=traits))
    return assess(project, assessment.rule_base, assessment.today, assessment.rule_errors)
