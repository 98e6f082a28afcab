"""The headlines of verdicts, and the settings that correct them."""

import pytest

from framesage.wording.verdict import (
    decision_note,
    enough_words,
    headline_with_count,
    how_to_correct,
    verdict_headline,
)

SHOP = "flask-login\nflask-sqlalchemy\nflask-admin\n"
BOTH_FIT = "microservice = true\nneeds-auth = true\nneeds-admin = false\n"


@pytest.mark.parametrize(
    ("requirements", "traits", "headline"),
    [
        (f"flask\n{SHOP}", "", "Django would suit this project better than Flask ({} certainty)"),
        ("django\n", "needs-admin = true", "Django fits this project ({} certainty)"),
        ("gunicorn\n", "needs-admin = true", "Django would suit this project ({} certainty)"),
        ("gunicorn\n", BOTH_FIT, "Both fit: there are good reasons for Flask and for Django"),
        ("flask\n", "", "No reason to change from Flask"),
        ("gunicorn\n", "", "Undecided: not enough evidence"),
        ("django\ndjangorestframework\n", "", "No reason to change from Django"),
        ("numpy\n", "", "Not a web application: nothing to advise"),
        ("fastapi\n", "", "Not applicable: this project uses FastAPI"),
        (
            "flask\n",
            "reusable-package = true",
            "Not applicable: this is a package for other projects",
        ),
    ],
)
def test_every_kind_of_verdict_has_a_headline(assess_project, requirements, traits, headline):
    assessment = assess_project(requirements, framesage__toml=f"[traits]\n{traits}\n")
    assert verdict_headline(assessment) == headline.format(assessment.verdict.certainty)


def test_a_project_that_only_supports_a_framework_does_not_choose(assess_project):
    project = '[project]\nname = "x"\n[project.optional-dependencies]\ndjango = ["django"]\n'
    traits = "[traits]\nweb-application = true\n"
    assessment = assess_project(pyproject__toml=project, framesage__toml=traits)
    assert verdict_headline(assessment) == (
        "Not applicable: Django only in an extra or for development"
    )


@pytest.mark.parametrize(
    ("requirements", "framework", "headline"),
    [
        (f"flask\n{SHOP}", "flask", "Flask, as decided"),
        ("gunicorn\n", "django", "Django, as decided"),
        ("flask\ndjango\n", "django", "Django, as decided"),
        ("fastapi\n", "fastapi", "FastAPI, as decided"),
    ],
)
def test_no_headline_argues_with_a_decision(assess_project, requirements, framework, headline):
    decided = assess_project(requirements, framesage__toml=f'framework = "{framework}"\n')
    assert verdict_headline(decided) == headline
    assert decided.verdict.because == decided.verdict.despite == ()


@pytest.mark.parametrize(
    ("count", "words"), [("", ": nothing left to do"), ("2 findings", ". 2 findings")]
)
def test_the_headline_of_a_decision_says_what_is_left_to_do(assess_project, count, words):
    decided = assess_project("flask\n", framesage__toml='framework = "flask"\n')
    assert headline_with_count(decided, count) == f"Flask, as decided{words}"


@pytest.mark.parametrize(("count", "words"), [("", ""), ("2 findings", ". 2 findings")])
def test_the_headline_counts_the_findings(assess_project, count, words):
    assessment = assess_project("flask\n")
    assert headline_with_count(assessment, count) == f"{verdict_headline(assessment)}{words}"


def test_the_note_of_a_decision_is_one_line(assess_project):
    note = 'framework = "flask"\ndecision = "2026-11-28:\\n  an API \\u001b[0m"\n'
    assert decision_note(assess_project("flask\n")) == ""
    assert decision_note(assess_project("flask\n", framesage__toml=note)) == (
        "2026-11-28: an API [0m"
    )


@pytest.mark.parametrize(
    ("requirements", "traits", "setting"),
    [
        ("numpy\n", "", "`web-application = true`"),
        ("numpy\n", "web-application = false", ""),
        ("flask\n", "reusable-package = true", "`reusable-package = false`"),
        ("flask\n", "", ""),
    ],
)
def test_a_project_without_a_verdict_has_a_setting_for_one(
    assess_project, requirements, traits, setting
):
    assessment = assess_project(requirements, framesage__toml=f"[traits]\n{traits}\n")
    correction = how_to_correct(assessment)
    assert setting in correction
    assert bool(correction) is bool(setting)


@pytest.mark.parametrize(
    ("requirements", "words"),
    [
        (
            "django\ndjangorestframework\npsycopg\n",
            "Django includes more of what this project needs than Flask",
        ),
        (
            "django\ndjango-ninja\n",
            "Django includes as much of what this project needs as Flask",
        ),
        ("flask\n", ""),
        (f"flask\n{SHOP}", ""),
        ("gunicorn\n", ""),
    ],
)
def test_a_kept_framework_has_a_reason(assess_project, requirements, words):
    assert enough_words(assess_project(requirements)) == words
