"""Unknown names in the settings have no effect and are reported."""

import pytest

REQUIREMENTS = '[project]\nname = "x"\ndependencies = ["flask>=3.1", "flask-login"]\n'


@pytest.mark.parametrize("written", ["Flask", "flak", ""])
def test_an_unknown_framework_has_no_effect(assess_project, written):
    plain = assess_project(pyproject__toml=REQUIREMENTS)
    settings = f'[tool.framesage]\nframework = "{written}"\n'

    assessment = assess_project(pyproject__toml=REQUIREMENTS + settings)

    assert assessment.framework.state == "flask"
    assert not assessment.framework.is_declared
    rules = [finding.rule for finding in assessment.findings]
    assert [rule for rule in rules if rule != "settings"] == [
        finding.rule for finding in plain.findings
    ]
    assert plain.findings
    reported = [finding.message for finding in assessment.findings if finding.rule == "settings"]
    assert len(reported) == bool(written)
    assert all("unknown framework" in message and "'flask'" in message for message in reported)


def test_an_unknown_trait_does_not_make_a_web_application(assess_project):
    settings = "[tool.framesage.traits]\nweb-aplication = true\n"

    assessment = assess_project(pyproject__toml=f'[project]\nname = "x"\n{settings}')

    assert not assessment.web
    assert [finding.rule for finding in assessment.findings] == ["settings"]
