"""Every rule can be explained, in every state that a project can be in."""

import pytest

from framesage.advice.explain import explain_rule
from framesage.rulebase.states import STATES

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
        assert explain_rule(assessment, rule).words
