"""The next steps install what is listed, and begin the code where there is none."""

import pytest

from framesage.fixes.next_steps import next_steps

DECIDED = 'framework = "django"\n'
PROJECT = '[project]\nname = "shop"\ndependencies = ["django"]\n'
POETRY = '[tool.poetry]\nname = "shop"\n[tool.poetry.dependencies]\ndjango = "^5.2"\n'
INSTALLERS = {
    "requirements": (
        {"requirements__txt": "django\n"},
        "python -m pip install -r requirements.txt",
    ),
    "pyproject": ({"pyproject__toml": PROJECT}, "python -m pip install -e ."),
    "uv": ({"pyproject__toml": PROJECT, "uv__lock": "version = 1\n"}, "uv sync"),
    "Poetry": ({"pyproject__toml": POETRY}, "poetry update"),
    "Pipenv": ({"Pipfile": '[packages]\ndjango = "*"\n'}, "pipenv install"),
}


@pytest.mark.parametrize(("files", "command"), INSTALLERS.values(), ids=INSTALLERS)
def test_the_requirements_are_installed_by_the_tool_of_their_file(assess_project, files, command):
    install, create, *_ = next_steps(assess_project("", framesage__toml=DECIDED, **files))
    assert install == f"install it: `{command}`"
    assert "django-admin startproject" in create


def test_code_is_not_begun_twice(assess_project):
    steps = next_steps(assess_project("django\n", framesage__toml=DECIDED, manage__py=""))
    assert steps == ["install it: `python -m pip install -r requirements.txt`"]


def test_without_a_decision_there_are_no_steps(assess_project):
    assert next_steps(assess_project("django\n")) == []
