"""Assessing is pure, and the order of requirements does not matter."""

import random
from datetime import date

from framesage.advice.assess import assess


def summary(assessment):
    return (
        assessment.framework.state,
        assessment.verdict.favors,
        round(assessment.verdict.score, 9),
        sorted((found.trait.id, found.certainty) for found in assessment.traits),
        sorted((finding.rule, finding.message.split(":")[0]) for finding in assessment.findings),
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
        # Only the order in which a message names batteries follows the text.
        expected = expected or found
        assert found == expected


def test_the_date_decides_which_releases_are_supported(assess_project):
    assessment = assess_project("django==5.2.1\n")
    later = assess(assessment.project, assessment.rule_base, date(2031, 1, 1))
    assert "django-unsupported" not in [finding.rule for finding in assessment.findings]
    assert "django-unsupported" in [finding.rule for finding in later.findings]
