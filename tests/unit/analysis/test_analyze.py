"""A name in the settings that nobody knows says nothing, and is told."""

import pytest

REQUIREMENTS = '[project]\nname = "x"\ndependencies = ["flask>=3.1", "flask-login"]\n'


@pytest.mark.parametrize("written", ["Flask", "flak", ""])
def test_a_framework_that_nobody_knows_decides_nothing(assess_project, written):
    plain = assess_project(pyproject__toml=REQUIREMENTS)
    settings = f'[tool.framesage]\nframework = "{written}"\n'

    assessment = assess_project(pyproject__toml=REQUIREMENTS + settings)

    assert assessment.framework.state == "flask"
    assert not assessment.framework.is_declared
    advised = [one.rule for one in assessment.findings if one.rule != "settings"]
    assert advised == [one.rule for one in plain.findings] != []
    told = [one.message for one in assessment.findings if one.rule == "settings"]
    assert len(told) == bool(written)
    assert all("unknown framework" in one and "'flask'" in one for one in told)


def test_a_trait_that_nobody_knows_makes_no_web_application(assess_project):
    settings = "[tool.framesage.traits]\nweb-aplication = true\n"

    assessment = assess_project(pyproject__toml=f'[project]\nname = "x"\n{settings}')

    assert not assessment.web
    assert [one.rule for one in assessment.findings] == ["settings"]
