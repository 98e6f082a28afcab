"""A framework in an extra or for development, with its extensions, is not the project's."""

import pytest

EXTRA = '[project]\nname = "x"\n[project.optional-dependencies]\n{} = {}\n'
GROUP = '[project]\nname = "x"\n[dependency-groups]\n{} = {}\n'
LISTS = ['["flask", "flask-login"]', '["flask", "flask-wtf", "flask-admin"]']


@pytest.mark.parametrize("listed", [*LISTS, '["django", "djangorestframework"]'])
@pytest.mark.parametrize("text", [EXTRA.format("docs", "{}"), GROUP.format("dev", "{}")])
def test_framework_with_extensions_aside(assess_project, text, listed):
    assessment = assess_project(pyproject__toml=text.replace("{}", listed))
    assert assessment.framework.state == "none"
