"""What a project says of itself: a description in the settings replaces the others."""

from dataclasses import replace

import pytest

from framesage import check_text

PROJECT = '[project]\nname = "x"\ndescription = "An online shop"\n'


def descriptions(project):
    return [found.value for _, found in project.metadata() if found.key == "description"]


@pytest.mark.parametrize(
    ("setting", "found"),
    [
        ("", ["An online shop"]),
        ('[tool.framesage]\ndescription = "A tiny API"\n', ["A tiny API"]),
        ('[tool.framesage]\ndescription = "an  online SHOP"\n', ["An online shop"]),
        ('[tool.framesage]\ndescription = ""\n', ["An online shop", ""]),
    ],
)
def test_a_description_in_the_settings_replaces_the_others(setting, found):
    project = check_text(f"{PROJECT}{setting}", "pyproject.toml").project
    assert descriptions(project) == found


def test_settings_from_elsewhere_replace_nothing():
    project = check_text(PROJECT, "pyproject.toml").project
    settings = replace(project.settings, description="A tiny API")
    assert descriptions(replace(project, settings=settings)) == ["An online shop"]
