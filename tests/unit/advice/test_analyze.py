"""The pipeline as a whole: pure, and blind to the order of things."""

import random
from datetime import date

from framesage.advice.assess import assess


def summary(assessment):
    return (
        assessment.framework.state,
        assessment.verdict.favors,
        round(assessment.verdict.score, 9),
        sorted((one.trait.id, one.certainty) for one in assessment.traits),
        sorted((one.rule, one.message.split(":")[0]) for one in assessment.findings),
    )


def test_the_same_project_gives_the_same_assessment(assess_project):
    first = assess_project("flask\nflask-login\nflask-admin\n")
    again = assess(first.project, first.rule_base, date(2026, 11, 24))
    assert summary(again) == summary(first)


def test_the_order_of_requirements_does_not_matter(assess_project):
    names = [
        "flask",
        "flask-login",
        "flask-sqlalchemy",
        "flask-wtf",
        "flask-mail",
        "celery",
        "redis",
        "pyjwt",
    ]
    expected = None
    for seed in range(5):
        random.Random(seed).shuffle(names)
        found = summary(assess_project("\n".join(names) + "\n"))
        # which battery is named first follows the text; everything else must not
        expected = expected or found
        assert found == expected


def test_the_day_decides_what_is_supported(assess_project):
    project = assess_project("django==5.2.1\n")
    rules = [one.rule for one in project.findings]
    later = assess(project.project, project.rule_base, date(2031, 1, 1))
    assert "django-unsupported" not in rules
    assert "django-unsupported" in [one.rule for one in later.findings]
