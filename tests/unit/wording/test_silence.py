"""What keeps Framesage silent about a project is said, with the words that are the reason."""

import pytest

from framesage.wording.silence import find_silence

PROJECT = """\
[project]
name = "x"
description = "{}"
dependencies = [{}]
"""


def silence(assessment):
    found = find_silence(assessment)
    return (found.words, found.location and found.location.text) if found else None


@pytest.mark.parametrize(
    ("description", "dependencies", "words", "text"),
    [
        (
            "A client for the API of Acme",
            '"requests"',
            "Treated as a reusable package because of 'client' in the description",
            "client",
        ),
        (
            "A Flask extension",
            '"flask"',
            "Treated as a reusable package because of 'Flask extension' in the description",
            "Flask extension",
        ),
        (
            "Command-line tool for parsing dates",
            "",
            "Not treated as a web application because of 'Command-line' in the description",
            "Command-line",
        ),
        (
            "A web service for exchange rates",
            '"uvicorn"',
            "Treated as mostly asynchronous code because it runs on an ASGI server, without a "
            "WSGI framework",
            "uvicorn",
        ),
    ],
)
def test_the_reason_for_silence(assess_project, description, dependencies, words, text):
    project = PROJECT.format(description, dependencies)
    assert silence(assess_project(pyproject__toml=project)) == (words, text)


@pytest.mark.parametrize(
    ("description", "dependencies"),
    [
        ("An online shop", '"pandas", "matplotlib"'),  # not outvoted
        ("A client for the API of Acme", '"flask", "gunicorn"'),  # deploys itself
        ("Salt", '"numpy"'),  # no evidence for a web application, so none is outvoted
        ("Salt", '"fastapi"'),  # another framework, which the verdict names
    ],
)
def test_no_reason_for_silence(assess_project, description, dependencies):
    assert (
        silence(assess_project(pyproject__toml=PROJECT.format(description, dependencies))) is None
    )


def test_a_framework_for_tests_alone(assess_project):
    project = PROJECT.format("Salt", '"requests"') + '[dependency-groups]\ntest = ["flask"]\n'
    cause = "Flask is only for development or in an extra"
    expected = (f"Not treated as a web application because {cause}", "flask")
    assert silence(assess_project(pyproject__toml=project)) == expected


@pytest.mark.parametrize("trait", ["reusable-package = true", "web-application = false"])
def test_a_declaration_needs_no_reason(assess_project, trait):
    project = PROJECT.format("A client for Acme", '"flask"')
    project += f"[tool.framesage.traits]\n{trait}\n"
    assert silence(assess_project(pyproject__toml=project)) is None


def test_one_word_does_not_silence_a_project_with_a_manage_py(assess_project):
    project = PROJECT.format("Library of our town", '"flask"')
    assert silence(assess_project(pyproject__toml=project))
    assert silence(assess_project(pyproject__toml=project, manage__py="")) is None
