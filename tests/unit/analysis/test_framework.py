"""The framework in use, and whether a project is a web application."""

import pytest

from framesage.wording.verdict import how_to_correct

STATES = {
    "flask\n": ("flask", True),
    "Django>=5\n": ("django", True),
    "flask\ndjango\n": ("both", True),
    "fastapi\nuvicorn\n": ("other", True),
    "flask-login\nflask-sqlalchemy\n": ("flask", True),  # only plugins
    "djangorestframework\n": ("django", True),
    "flask\ndjango-axes\n": ("flask", True),  # a stray plugin is not a second framework
    "litestar\nflask-sqlalchemy\n": ("other", True),
    "litestar\nflask\nflask-sqlalchemy\n": ("flask", True),
    "flask\ndjango\nfastapi\nlitestar\n": ("both", True),
    "dash\nflask\n": ("other", True),  # built on Flask, which a frozen list contains as well
    "dash\nflask-login\n": ("other", True),
    "dash\nflask\nflask-login\nflask-sqlalchemy\n": ("flask", True),  # an application around it
    "apache-airflow\nflask-appbuilder\n": ("none", False),
    "gunicorn\njinja2\npsycopg2\n": ("none", True),
    "requests\nclick\nrich\n": ("none", False),
    "numpy\npandas\nscikit-learn\n": ("none", False),
}


@pytest.mark.parametrize(("requirements", "expected"), STATES.items())
def test_framework_in_use_and_web_application(assess_project, requirements, expected):
    assessment = assess_project(requirements)
    assert (assessment.framework.state, assessment.web) == expected


def test_a_framework_for_development_only_is_not_in_use(assess_project):
    project = '[project]\nname = "lib"\ndependencies = ["attrs"]\n[dependency-groups]\n'
    assessment = assess_project(pyproject__toml=project + 'test = ["django", "pytest"]\n')
    assert (assessment.framework.state, assessment.web) == ("none", False)


def test_a_framework_in_an_extra_is_not_in_use(assess_project):
    project = '[project]\nname = "lib"\ndependencies = ["attrs"]\n[project.optional-dependencies]\n'
    assessment = assess_project(pyproject__toml=project + 'flask = ["flask"]\n')
    assert assessment.framework.state == "none"


def test_a_declared_framework_overrides_the_evidence(assess_project):
    project = '[project]\nname = "x"\ndependencies = ["gunicorn"]\n'
    settings = '[tool.framesage]\nframework = "django"\n'
    assessment = assess_project(pyproject__toml=project + settings)
    assert (assessment.framework.state, assessment.framework.is_declared) == ("django", True)


def test_the_locations_of_a_framework_are_its_own_requirements(assess_project):
    assessment = assess_project("# shop\nflask-login\nFlask==3.1\n")
    assert [location.text for location in assessment.framework.locations] == ["Flask"]
    assert assessment.framework.locations[0].range.start.line == 2


def test_declaring_a_trait_makes_a_web_application(assess_project):
    settings = "[traits]\napi-only = true\n"
    assessment = assess_project("requests\n", framesage__toml=settings)
    assert assessment.web
    assert assessment.verdict.favors == "flask"
    denied = "[traits]\nweb-application = false\n"
    assert not assess_project("flask\n", framesage__toml=denied).web


SHOP = """[project]
name = "shop"
description = "An online shop with customer accounts, product catalogue, checkout and back office"
"""


def test_a_shop_is_a_web_application_before_it_requires_anything(assess_project):
    assert assess_project(pyproject__toml=f"{SHOP}dependencies = []\n").web


def test_other_projects_are_told_how_to_declare_a_web_application(assess_project):
    other = assess_project("numpy\n")
    assert "`web-application = true`" in how_to_correct(other)
    denied = "[traits]\nweb-application = false\n"
    assert how_to_correct(assess_project("numpy\n", framesage__toml=denied)) == ""
    assert how_to_correct(assess_project("flask\n")) == ""
