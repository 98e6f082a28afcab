"""The hover on a requirement says what it suggests, and what the frameworks bring for that."""

import pytest

from framesage.advice.model import Assessment
from framesage.analysis.location import Location
from framesage.lsp.markdown.requirement_hover import requirement_text
from framesage.rulebase import load_rule_base

SHOP = "Flask\nFlask-Login\nFlask-SQLAlchemy\nFlask-Admin\nFlask-WTF\ncelery\npsycopg\npytest\n"


def location(assessment: Assessment, name: str) -> Location:
    for manifest in assessment.project.manifests:
        for requirement in manifest.requirements:
            if requirement.name == name:
                return Location(manifest, requirement.range, requirement)
    raise KeyError(name)


def hover(assessment: Assessment, name: str) -> str:
    return requirement_text(location(assessment, name), assessment)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "flask-login",
            "**Flask-Login** suggests user accounts and login (strong). Django includes accounts "
            "and login; with Flask, you add and maintain a package.",
        ),
        (
            "celery",
            "**celery** suggests background jobs (strong). "
            "Neither framework includes background jobs.",
        ),
        (
            "psycopg",
            "**psycopg** suggests relational data (fair). Django includes an ORM and database "
            "migrations; with Flask, you add and maintain packages.",
        ),
        (
            "pytest",
            "**pytest** makes no difference between Flask and Django: runs or supports tests.",
        ),
    ],
)
def test_a_requirement_suggests_something_that_the_frameworks_bring_or_not(
    assess_project, name, text
):
    assert hover(assess_project(SHOP), name) == text


def test_a_trait_that_the_project_is_not_believed_to_have_is_not_shown(assess_project):
    assessment = assess_project(SHOP)
    for line in SHOP.split():
        text = hover(assessment, line.lower())
        assert not any(word in text for word in ("reusable", "against", "none", "certainty"))


def test_evidence_against_what_the_project_seems_to_be_is_shown(assess_project):
    declared = "[traits]\nsmall-project = true\n"
    assessment = assess_project("flask\ncelery\n", framesage__toml=declared)
    assert "but is evidence against small project" in hover(assessment, "celery")


def test_a_decision_is_not_compared_with_the_other_framework(assess_project):
    decided = assess_project(SHOP, framesage__toml='framework = "flask"\n')
    text = hover(decided, "flask-login")
    assert text == "**Flask-Login** suggests user accounts and login (strong)."


def test_an_unknown_requirement_has_no_hover(assess_project):
    assert hover(assess_project("flask\nunknown-package\n"), "unknown-package") == ""


def test_every_neutral_requirement_is_one_calm_line(assess_project):
    neutral = load_rule_base().neutral
    name = next(name for name in neutral if not name.endswith("*"))
    assert "makes no difference" in hover(assess_project(f"flask\n{name}\n"), name)
    assert "makes no difference" in hover(assess_project("flask\npytest-x\n"), "pytest-x")


def test_a_requirement_that_another_one_installs_suggests_nothing(assess_project):
    text = hover(assess_project("flask\nitsdangerous\n"), "itsdangerous")
    assert "another requirement installs it anyway" in text


def test_the_role_of_a_requirement_is_a_line_of_its_own(assess_project):
    text = hover(assess_project("flask\nflask-login; python_version < '3.14'\n"), "flask-login")
    assert text.splitlines()[-1] == "Only if `python_version < '3.14'`."
