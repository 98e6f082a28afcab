"""Every rule can be explained, in every state that a project can be in."""

import pytest

from framesage.explanation.explain import explain_rule
from framesage.rulebase.framework_states import STATES

PROJECTS = {
    "flask": "flask\n",
    "none": "gunicorn\njinja2\n",
    "both": "flask\ndjango\n",
    "other": "fastapi\n",
    "beside": "django\nfastapi\n",
}


def test_there_is_a_project_in_every_state():
    assert PROJECTS.keys() >= set(STATES)


@pytest.mark.parametrize("state", PROJECTS)
def test_every_rule_is_explained(assess_project, state):
    assessment = assess_project(PROJECTS[state])
    for rule in assessment.rule_base.advice:
        assert explain_rule(assessment, rule).text


def test_a_verdict_at_one_level_and_not_at_the_next_is_no_contradiction(assess_project):
    told = explain_rule(assess_project("jinja2\nmarkdown\npillow\ngunicorn\n"), "lean-to-flask")
    words = [one.text for one in told.parts]
    assert "the verdict is Flask with at least low certainty" in words
    assert "the verdict is not Flask with at least medium certainty" in words
