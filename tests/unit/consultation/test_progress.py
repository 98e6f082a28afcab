"""Where a dialogue stands: numbers, and when it can be finished."""

from itertools import product

import pytest

from framesage import Answer, check_text
from framesage.consultation.consult import consult
from framesage.consultation.next_question import open_questions
from framesage.consultation.progress import progress
from framesage.wording.dialogue import ENOUGH, NOTHING_KNOWN

EMPTY = check_text("")
YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


def steps(answer):
    """Yield the steps of a dialogue in which every question is answered by ``answer(trait)``."""
    answers = {}
    while (step := consult(EMPTY, dict(answers))).question:
        yield step
        answers[step.question.id] = answer(step.question.id)


def test_each_step_has_its_number():
    for number, step in enumerate(steps(lambda _: NO), start=1):
        assert progress(step).startswith(f"Question {number}. So far: ")


def test_the_end_has_no_number():
    step = consult(check_text("fastapi\n"), {})
    assert progress(step).startswith("So far: Not applicable")


@pytest.mark.parametrize("needs", [{"needs-auth", "needs-admin"}, {"api-only"}, {"enterprise"}])
def test_no_single_answer_changes_a_verdict_that_is_said_to_be_enough(needs):
    for step in steps(lambda trait: YES if trait in needs else UNKNOWN):
        if ENOUGH in progress(step):
            questions = open_questions(step.assessment, step.answers)
            for trait, answer in product(questions, (YES, NO)):
                after = consult(EMPTY, {**step.answers, trait.id: answer})
                assert after.assessment.verdict.favors == step.assessment.verdict.favors


def test_a_certain_verdict_is_enough_and_an_uncertain_one_is_not():
    assert ENOUGH in progress(
        consult(EMPTY, {"needs-auth": YES, "needs-admin": YES, "enterprise": YES})
    )
    assert ENOUGH not in progress(consult(EMPTY, {"needs-auth": YES}))


def test_three_answers_unknown_in_a_row_are_enough():
    unknown = [NOTHING_KNOWN in progress(step) for step in steps(lambda _: UNKNOWN)]
    assert unknown[:5] == [False, False, False, True, True]
    assert not any(NOTHING_KNOWN in progress(step) for step in steps(lambda _: NO))


def test_a_person_who_needs_nothing_of_django_is_led_to_flask_before_everything_is_asked():
    favored = [step.assessment.verdict.favors for step in steps(lambda _: NO)]
    assert favored[0] == "undecided"
    assert set(favored[4:]) == {"flask"}
    assert len(favored) <= 10
