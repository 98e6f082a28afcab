"""The messages of the dialogue: a question or the verdict, and the actions to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.model import UseKind
from framesage.analysis.verdict import is_applicable
from framesage.consultation.heard import remarks
from framesage.consultation.model import Answer
from framesage.consultation.next_question import open_questions
from framesage.consultation.probable import probable_answer
from framesage.consultation.progress import progress
from framesage.explanation.kits import kits_sentence, kits_to_show
from framesage.fixes.start import missing_packages
from framesage.frozen import frozen
from framesage.wording.consultation import STOPPED, why_asked
from framesage.wording.dialogue import (
    WRITE_ANSWERS,
    conclusion_sentence,
    offer_kit,
    start_title,
    stop_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from framesage.consultation.model import Consultation
    from framesage.rulebase.framework_model import Framework

ANSWERS = {"Yes": Answer.YES, "No": Answer.NO, "Don't know": Answer.UNKNOWN}
WHY, BACK, STOP, CLOSE = "Why?", "Back", "Stop", "Close"
ADD, ONLY = "Add them", "Only {}"


@frozen
class Message:
    """A text, and the titles of the actions to choose from."""

    text: str
    actions: tuple[str, ...]


def question_message(step: Consultation, *, explained: bool) -> Message:
    """Return the question, the verdict so far and, if ``explained``, why it is asked."""
    trait, base = step.question, step.assessment.rule_base
    assert trait is not None
    assert trait.question is not None
    assumed = probable_answer(trait, step.assessment)
    lines = (
        *(why_asked(trait, base) if explained else ()),
        *(() if step.answers else remarks(step.assessment)),
        *step.contradictions[-1:],
        trait.question.text,
        trait.question.help,
        assumed.words if assumed else "",
        progress(step),
    )
    actions = (*ANSWERS, "" if explained else WHY, BACK if step.answers else "", STOP)
    return _message(lines, actions)


def verdict_message(step: Consultation) -> Message:
    """Return the verdict with its reasons and both kits, and what can be done about it."""
    assessment = step.assessment
    lines = (
        *step.contradictions,
        conclusion_sentence(assessment),
        kits_sentence(kits_to_show(assessment)),
        _ending(step),
    )
    starts = (start_title(framework.title) for framework in startable(step))
    write, back = WRITE_ANSWERS if step.declared else "", BACK if step.answers else ""
    return _message(lines, (write, *starts, back, CLOSE))


def kit_message(step: Consultation, framework: Framework) -> Message | None:
    """Return the offer to add the packages that a framework takes; None if it takes none."""
    packages = [package.name for package in missing_packages(framework, step.assessment)]
    if not packages:
        return None
    return Message(offer_kit(framework.title, packages), (ADD, ONLY.format(framework.title)))


def startable(step: Consultation) -> Sequence[Framework]:
    """Return the frameworks that the project can start with, the favored one first."""
    assessment, use = step.assessment, step.assessment.framework
    if use.is_declared or use.kind is not UseKind.NONE or not is_applicable(assessment):
        return ()
    favored = assessment.verdict.framework
    return sorted(assessment.rule_base.candidates, key=lambda framework: framework != favored)


def _ending(step: Consultation) -> str:
    """Return why the dialogue asks no more."""
    if step.question:
        return f"{STOPPED}."
    return stop_words(is_settled=bool(open_questions(step.assessment, step.answers)))


def _message(lines: Iterable[str], actions: Iterable[str]) -> Message:
    return Message("\n".join(filter(None, lines)), tuple(filter(None, actions)))
