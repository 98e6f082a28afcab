"""The menus of the dialogue: a question to answer, and what to do at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.model import UseKind
from framesage.analysis.verdict import is_applicable
from framesage.cli.ask.menu import Menu, Option
from framesage.consultation.model import Answer
from framesage.consultation.probable import probable_answer
from framesage.consultation.progress import progress
from framesage.fixes.start import missing_packages
from framesage.report.locations import shown_path
from framesage.wording.dialogue import WRITE_ANSWERS, candidates_question, start_title
from framesage.wording.grammar import join_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from framesage.advice.model import Assessment
    from framesage.consultation.model import Consultation
    from framesage.rulebase.framework_model import Framework

ANSWERS = {"y": Answer.YES, "n": Answer.NO, "d": Answer.UNKNOWN}
WHY, BACK, QUIT, WRITE = "w", "b", "q", "a"

CONFIRM = Menu("Write these changes?", (Option("y", "Yes"), Option("n", "No", "choose again")))


def project_menu(roots: Sequence[Path], base: Path) -> Menu:
    """Return the choice between several projects, named relative to ``base``."""
    names = [shown_path(root, base) for root in roots]
    options = (Option(str(number), name) for number, name in enumerate(names, start=1))
    return Menu("Which project?", tuple(options))


def question_menu(step: Consultation) -> Menu:
    """Return the question of a step, with the verdict so far."""
    trait = step.question
    assert trait is not None
    question = trait.question
    assert question is not None
    assumed = probable_answer(trait, step.assessment)
    return Menu(
        question.text,
        (
            Option("y", "Yes", question.yes),
            Option("n", "No", question.no),
            Option("d", "Don't know", words=("dont know", "unknown")),
            Option(WHY, "Why do you ask?", words=("?", "h", "help", "why", "why?")),
            Option(BACK, "Back", "to the question before" if step.answers else ""),
            Option(QUIT, "Finish now", words=("quit", "exit", "stop", "finish")),
        ),
        question.help,
        progress(step),
        assumed.answer.value[0] if assumed else "",
        f"{assumed.words} (Enter)" if assumed else "",
    )


def startable(assessment: Assessment) -> tuple[Framework, ...]:
    """Return the frameworks that the project can start with, the favored one first."""
    chooses = assessment.framework.kind is UseKind.NONE and is_applicable(assessment)
    candidates = assessment.rule_base.candidates if chooses else ()
    favored = assessment.verdict.framework
    return tuple(sorted(candidates, key=lambda framework: framework != favored))


def offer_menu(step: Consultation, *, can_write: bool) -> Menu:
    """Return what can be done with the answers; ``can_write`` if there is anything to write."""
    starts = [
        Option(str(number), label, meaning)
        for number, (label, meaning) in enumerate(_starts(step.assessment), start=1)
    ]
    only = "without a decision" if starts else ""
    rest = (
        Option(WRITE, WRITE_ANSWERS, only) if can_write else None,
        Option(BACK, "Back", "to the last question") if step.answers else None,
        Option(QUIT, "Write nothing", words=("quit", "exit", "stop", "no", "n")),
    )
    title = f"{candidates_question(step.assessment.rule_base)} What should be written?"
    return Menu(title, (*starts, *(option for option in rest if option)))


def start_choices(assessment: Assessment) -> tuple[tuple[Framework, bool], ...]:
    """Return the starts in the order of their keys: a framework, and whether with its kit."""
    return tuple(
        (framework, kit)
        for framework in startable(assessment)
        for kit in ((False, True) if missing_packages(framework, assessment) else (False,))
    )


def _starts(assessment: Assessment) -> Iterator[tuple[str, str]]:
    for framework, kit in start_choices(assessment):
        packages = [package.name for package in missing_packages(framework, assessment)]
        label = start_title(framework.title)
        yield (
            (f"{label} and its packages", f"also {join_words(packages)}")
            if kit
            else (label, "the requirement, the decision and the answers")
        )
