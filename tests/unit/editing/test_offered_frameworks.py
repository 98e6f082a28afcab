"""Both frameworks are completed first, as long as the choice is open."""

import pytest

from unit.editing.test_package_completion import at_cursor

HEAD = '[project]\nname = "x"\n'
NEEDS = "[tool.framesage.traits]\nneeds-admin = true\ncontent-heavy = true\n"
EMPTY = {
    "an empty file": ("requirements.txt", "|"),
    "a file with a comment": ("requirements.txt", "# web\n|\n"),
    "a name half-typed": ("requirements.txt", "dj|\n"),
    "an array on one line": ("pyproject.toml", f'{HEAD}dependencies = ["|"]\n'),
    "an array on several lines": ("pyproject.toml", f'{HEAD}dependencies = [\n  "fl|"\n]\n'),
    "an unclosed array": ("pyproject.toml", f'{HEAD}dependencies = [\n  "|\n'),
    "Poetry": ("pyproject.toml", '[tool.poetry.dependencies]\npython = "^3.12"\n|\n'),
    "Pipenv": ("Pipfile", "[packages]\n|\n"),
    "Conda": ("environment.yml", "dependencies:\n  - python\n  - |\n"),
    "setup.cfg": ("setup.cfg", "[options]\ninstall_requires =\n  f|\n"),
}
NOT_OFFERED = {
    "a list that may be of no web application": ("requirements.txt", "psycopg\n|"),
    "a project that is not web": (
        "pyproject.toml",
        f'{HEAD}dependencies = ["|"]\n[tool.framesage.traits]\nweb-application = false\n',
    ),
    "a group for development": ("pyproject.toml", f'{HEAD}[dependency-groups]\ndev = ["|"]\n'),
    "a comment": ("requirements.txt", "# |\n"),
}


def labels(name, text):
    return [suggestion.label for suggestion in at_cursor(name, text)[0]]


@pytest.mark.parametrize(("name", "text"), EMPTY.values(), ids=EMPTY)
def test_both_frameworks_are_offered_in_an_empty_list(name, text):
    assert sorted(labels(name, text)[:2]) == ["django", "flask"]


def test_the_frameworks_are_offered_in_the_list_of_a_web_application_without_one():
    text = f'{HEAD}dependencies = [\n  "psycopg",\n  "dj|"\n]\n{NEEDS}web-application = true\n'
    assert labels("pyproject.toml", text)[:2] == ["django", "flask"]


@pytest.mark.parametrize(("name", "text"), NOT_OFFERED.values(), ids=NOT_OFFERED)
def test_no_framework_is_offered_elsewhere(name, text):
    assert not {"django", "flask"} & set(labels(name, text))


def test_the_favored_framework_comes_first_with_its_verdict_and_reasons():
    found, _ = at_cursor("pyproject.toml", f'{HEAD}dependencies = ["|"]\n{NEEDS}')
    first, second = found[:2]
    assert (first.label, second.label) == ("django", "flask")
    assert first.detail.startswith("Suits this project (")
    assert second.detail == "Django suits this project better"
    assert "- It needs an admin back office" in first.about
    assert "packages" in second.about


def test_without_evidence_the_details_favor_none():
    found, _ = at_cursor("requirements.txt", "|")
    assert {offer.detail for offer in found[:2]} == {"Not clear yet which framework fits"}


def test_only_the_framework_of_a_decision_is_offered():
    decided = f'{HEAD}dependencies = ["|"]\n[tool.framesage]\nframework = "flask"\n{NEEDS}'
    found, _ = at_cursor("pyproject.toml", decided)
    assert (found[0].label, found[0].detail) == ("flask", "Flask, as decided")
    assert "django" not in [suggestion.label for suggestion in found]
