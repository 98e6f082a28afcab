"""The headlines of verdicts, and the settings that correct them."""

import pytest

from framesage.wording.verdict import decision_words, how_to_correct, verdict_headline

SHOP = "flask-login\nflask-sqlalchemy\nflask-admin\n"
BOTH_FIT = "microservice = true\nneeds-auth = true\nneeds-admin = false\n"


@pytest.mark.parametrize(
    ("requirements", "traits", "headline"),
    [
        (f"flask\n{SHOP}", "", "Django would suit this project better ({} certainty)"),
        ("django\n", "needs-admin = true", "Django fits ({} certainty)"),
        ("gunicorn\n", "needs-admin = true", "Django would suit this project ({} certainty)"),
        ("gunicorn\n", BOTH_FIT, "Both fit: there are strong reasons for Flask and for Django"),
        ("flask\n", "", "Undecided: not enough evidence for either framework"),
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
        "Not applicable: this project does not choose between Flask and Django"
    )


def test_a_declared_framework_is_a_decision(assess_project):
    assert decision_words(assess_project("flask\n")) == ""
    declared = assess_project("flask\n", framesage__toml='framework = "flask"\n')
    assert decision_words(declared) == "Flask, as declared in the settings"


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
