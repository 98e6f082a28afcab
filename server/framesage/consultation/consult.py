"""Take a step of the consultation: apply the answers, and choose the next question."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.advice.assess import assess
from framesage.analysis.framework import disabled_rules
from framesage.consultation.contradictions import find_contradictions
from framesage.consultation.model import Answer, Consultation
from framesage.consultation.next_question import most_telling, open_questions
from framesage.consultation.presumptions import presumptions
from framesage.consultation.settled import is_settled
from framesage.inference import Outlook
from framesage.rulebase import symbols

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from framesage.advice.model import Assessment
    from framesage.rulebase.model import Trait


def consult(assessment: Assessment, answers: Mapping[str, Answer]) -> Consultation:
    """Return what follows from the answers, by trait, and the question to ask next.

    ``assessment`` is that of the project without the answers; "yes" and "no" override what its
    settings declare. A web application of its own is presumed, see ``presumptions``. Pure, as
    ``assess`` is.

    Raises KeyError for an answer about an unknown trait.
    """
    for trait in answers:
        _ = assessment.rule_base.traits[trait]
    answered = _with_answers(assessment, answers)
    questions = open_questions(answered, answers)
    outlook = _outlook(answered, questions)
    settled = not questions or is_settled(answered, outlook)
    question = None if settled else most_telling(answered, questions, outlook)
    return Consultation(
        answered, answers, question, settled, tuple(find_contradictions(answered, answers))
    )


def _outlook(assessment: Assessment, questions: Iterable[Trait]) -> Outlook:
    return Outlook.of(
        assessment.rule_base.program,
        assessment.memory,
        [symbols.trait(trait.id) for trait in questions],
        disabled_rules(assessment.project.settings),
    )


def _with_answers(assessment: Assessment, answers: Mapping[str, Answer]) -> Assessment:
    project, settings = assessment.project, assessment.project.settings
    holds = {trait: answer.holds for trait, answer in answers.items()}
    known = {trait: value for trait, value in holds.items() if value is not None}
    traits = {**presumptions(assessment), **settings.traits, **known}
    project = replace(project, settings=replace(settings, traits=traits))
    return assess(project, assessment.rule_base, assessment.today, assessment.rule_errors)
