"""The dialogue: questions, stops, unknown answers and contradictions."""

import itertools
import sys
from datetime import date

import pytest

from framesage import Answer, check_text
from framesage.consultation import next_question
from framesage.consultation.consult import consult
from framesage.consultation.next_question import deciding_traits
from framesage.rulebase import load_rule_base

TODAY = date(2026, 11, 24)
YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN
EMPTY = check_text("", today=TODAY)


def dialogue(answer, assessment=EMPTY):
    """Answer every question by ``answer(trait id)``; return the last step."""
    answers = {}
    while (step := consult(assessment, answers)).question:
        answers[step.question.id] = answer(step.question.id)
    return step


def test_an_empty_project_is_asked_what_decides():
    step = consult(EMPTY, {})
    assert step.question.question.text.endswith("?")
    assert not step.settled
    assert step.assessment.web


def test_needs_of_a_shop_lead_to_django():
    needs = {"needs-auth", "needs-admin", "security-critical"}
    step = dialogue(lambda trait: YES if trait in needs else NO)
    assert step.assessment.verdict.favors == "django"
    assert step.settled


def test_a_small_api_leads_to_flask():
    step = dialogue(lambda trait: YES if trait in {"api-only", "small-project"} else NO)
    assert step.assessment.verdict.favors == "flask"


def test_who_knows_nothing_is_asked_everything_once_and_stays_undecided():
    step = dialogue(lambda trait: UNKNOWN)
    assert step.assessment.verdict.favors == "undecided"
    assert step.settled and step.question is None
    assert step.declared == {}


@pytest.mark.parametrize("needs", [{"needs-auth", "needs-admin"}, {"api-only"}, {"mvp"}, set()])
def test_no_combination_of_open_answers_changes_a_settled_verdict(needs):
    step = dialogue(lambda trait: YES if trait in needs else NO)
    excluded = {
        other
        for trait, holds in step.declared.items()
        if holds
        for other in step.assessment.rule_base.excluded_by(trait)
    }
    traits = [trait.id for trait in deciding_traits(load_rule_base())]
    open_ = [trait for trait in traits if trait not in {*step.answers, *excluded}]
    for values in itertools.product((YES, NO), repeat=len(open_)):
        answers = {**step.answers, **dict(zip(open_, values, strict=True))}
        after = consult(EMPTY, answers)
        assert after.assessment.verdict.favors == step.assessment.verdict.favors, answers


def test_what_the_files_show_is_not_asked():
    shop = check_text("flask\nflask-login\nflask-security-too\nauthlib\nflask-bcrypt\n")
    certain = {found.trait.id for found in shop.traits if found.belief >= 0.95}
    assert "needs-auth" in certain
    assert not certain & set(dialogue(lambda trait: UNKNOWN, shop).answers)


def test_what_an_answer_excludes_is_not_asked():
    base = load_rule_base()
    step = dialogue(lambda trait: YES if trait in {"small-project", "api-only"} else NO)
    for trait in (trait for trait, holds in step.declared.items() if holds):
        asked_later = list(step.answers)[list(step.answers).index(trait) :]
        assert not set(base.excluded_by(trait)) & set(asked_later)


def test_a_decided_framework_is_not_questioned():
    decided = check_text(
        '[project]\ndependencies = []\n[tool.framesage]\nframework = "flask"\n', "pyproject.toml"
    )
    step = consult(decided, {})
    assert (step.question, step.settled) == (None, True)


def test_a_project_on_another_framework_is_not_questioned():
    step = consult(check_text("fastapi\n"), {})
    assert step.question is None
    assert step.assessment.verdict.favors == "outside"


def test_a_declared_trait_is_not_asked():
    declared = check_text("", today=TODAY)
    first = consult(declared, {}).question.id
    text = f"[project]\nname = 'x'\n[tool.framesage.traits]\n{first} = false\n"
    assert consult(check_text(text, "pyproject.toml"), {}).question.id != first


def test_an_answer_overrides_the_files_and_says_so():
    step = consult(check_text("flask\nflask-login\n"), {"needs-auth": NO})
    (sentence,) = step.contradictions
    assert "flask-login" in sentence and "overrides" in sentence
    assert "needs-auth" not in {found.trait.id for found in step.assessment.traits}


def test_answers_that_exclude_each_other_are_reported():
    step = consult(EMPTY, {"small-project": YES, "large-scale": YES})
    assert any("contradict each other" in sentence for sentence in step.contradictions)


def test_answers_of_which_one_follows_from_the_opposite_of_the_other_are_no_evidence():
    step = consult(EMPTY, {"renders-html": YES, "api-only": YES})
    (sentence,) = step.contradictions
    assert "'HTML pages'" in sentence and "contradict each other" in sentence


def test_a_derived_contradiction_names_both_answers():
    step = consult(EMPTY, {"enterprise": YES, "small-project": YES, "large-scale": NO})
    assert [sentence.count("contradict each other") for sentence in step.contradictions] == [1]


def test_who_does_not_know_leaves_what_the_settings_declare():
    text = "[tool.framesage.traits]\nneeds-auth = true\n"
    declared = check_text(text, "pyproject.toml", today=TODAY)
    step = consult(declared, {"needs-auth": UNKNOWN})
    assert step.assessment.project.settings.traits["needs-auth"] is True


def test_every_trait_can_be_answered_and_unknown_ones_raise():
    step = consult(EMPTY, {"renders-html": YES, "needs-auth": UNKNOWN})
    assert step.assessment.project.settings.traits["renders-html"] is True
    with pytest.raises(KeyError):
        consult(EMPTY, {"needs-oath": YES})


def test_the_next_question_takes_few_calls():
    """It may take 20 ms, in which a slow machine makes as many; their number is the same on all."""
    project = check_text("psycopg\npillow\nstripe\n")
    assert consult(project, {}).question  # what is computed once
    calls = 0

    def count(_frame, event, _argument):
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        consult(project, {})
    finally:
        sys.setprofile(None)
    assert calls <= 185_000


def test_of_nearly_equal_questions_the_most_common_need_comes_first(monkeypatch):
    distances = {"mvp": 8.0, "needs-auth": 8.3, "needs-admin": 8.5}
    monkeypatch.setattr(
        next_question, "_expected_distance", lambda trait, *_: distances.get(trait.id, 9.0)
    )
    assert consult(EMPTY, {}).question.id == "needs-auth"
