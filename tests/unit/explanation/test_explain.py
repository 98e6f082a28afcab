"""Explanations of rules in every state of the framework."""

import pytest

from framesage.explanation.explain import explain_rule
from framesage.rulebase.framework_states import STATES
from framesage.wording.statement import StatementKind

PROJECTS = {
    "flask": "flask\n",
    "any": "django\n",
    "none": "gunicorn\njinja2\n",
    "both": "flask\ndjango\n",
    "other": "fastapi\n",
    "beside": "django\nfastapi\n",
}


def test_every_state_has_a_project():
    assert PROJECTS.keys() >= set(STATES)


@pytest.mark.parametrize("state", PROJECTS)
def test_every_rule_has_an_explanation(assess_project, state):
    assessment = assess_project(PROJECTS[state])
    for rule in assessment.rule_base.advice:
        assert explain_rule(assessment, rule).text


def test_a_verdict_between_two_certainties_has_both_limits(assess_project):
    explained = explain_rule(
        assess_project("jinja2\nmarkdown\npillow\ngunicorn\n"), "lean-to-flask"
    )
    words = [part.text for part in explained.parts]
    assert "the verdict is Flask with at least low certainty" in words
    assert "the verdict is not Flask with at least medium certainty" in words


def test_no_rule_applies_to_a_project_that_does_not_choose(assess_project):
    package = '[project]\nname = "x"\ndependencies = ["django>=6", "django-csp"]\n'
    settings = "[tool.framesage.traits]\nreusable-package = true\n"
    explained = explain_rule(assess_project(pyproject__toml=package), "built-in-by-now")
    assert explained.kind is StatementKind.HOLDS
    assessment = assess_project(pyproject__toml=package + settings)
    assert "built-in-by-now" not in [finding.rule for finding in assessment.findings]
    explained = explain_rule(assessment, "built-in-by-now")
    assert explained.kind is StatementKind.FAILS
    assert explained.parts[0].text == "the project does not choose a framework"


def test_that_everything_was_read_is_said_once(assess_project):
    rule = explain_rule(assess_project("flask\nflask-login"), "flask-login-without-throttling")
    waiting, texts = [rule], []
    for statement in waiting:  # grows during the iteration
        texts.append(statement.text)
        waiting += statement.parts
    said = "everything of the repository that it requires can be read"
    assert texts.count(said) == 1
    assert rule.parts[-1].text == said
