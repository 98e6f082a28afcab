"""Requirements that others of the same list install anyway."""

import pytest


def observed(assessment, package: str):
    (fact,) = assessment.sightings.of(f"package:{package}")
    return fact


@pytest.mark.parametrize(
    ("requirements", "package"),
    [
        ("flask\njinja2\n", "jinja2"),
        ("Flask==3.1.1\nMarkupSafe==3.0.2\n", "markupsafe"),
        ("flask\nflask-migrate\nmako\n", "mako"),
        ("flask\nflask-wtf\nwtforms\n", "wtforms"),
        ("django\nasgiref\n", "asgiref"),
    ],
)
def test_what_another_requirement_installs_is_no_evidence(assess_project, requirements, package):
    assessment = assess_project(requirements)
    assert observed(assessment, package).implied
    used = [
        location.subject.name
        for conclusion in assessment.memory.conclusions.values()
        for reason in conclusion.supporting
        for location in assessment.sightings.of_reason(reason)
    ]
    assert package not in used


@pytest.mark.parametrize(
    ("requirements", "package"),
    [
        ("bottle\njinja2\n", "jinja2"),
        ("flask\nsqlalchemy\nflask-sqlalchemy\n", "sqlalchemy"),
        ("flask-security\nflask-login\nflask\n", "flask"),
    ],
)
def test_what_was_chosen_is_evidence(assess_project, requirements, package):
    assert not observed(assess_project(requirements), package).implied


def test_conditions_see_it_all_the_same(assess_project):
    assessment = assess_project("flask\nflask-wtf\nwtforms<3\n")
    assert observed(assessment, "wtforms").reliability == 1.0


def test_a_development_group_does_not_imply_what_the_application_requires(assess_project):
    project = (
        '[project]\nname = "x"\ndependencies = ["bottle", "jinja2"]\n'
        '[dependency-groups]\ndev = ["sphinx"]\n'
    )
    assert not observed(assess_project(pyproject__toml=project), "jinja2").implied


def test_the_application_implies_what_a_development_group_lists(assess_project):
    project = (
        '[project]\nname = "x"\ndependencies = ["flask"]\n[dependency-groups]\ndev = ["jinja2"]\n'
    )
    assert observed(assess_project(pyproject__toml=project), "jinja2").implied
