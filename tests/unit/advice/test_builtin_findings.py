"""The built-in rules report their findings at the right locations."""

import pytest

from framesage.advice.builtin_rules import INVALID_TOML, SETTINGS, TWO_ON_A_LINE
from framesage.severity import Severity

RULE = TWO_ON_A_LINE.id


def reported(assessment):
    return [
        (finding.severity, finding.location.range.start, finding.message)
        for finding in assessment.findings
        if finding.rule == RULE
    ]


def test_a_finding_is_at_the_second_requirement(assess_project):
    message = "Put click==8.0 on its own line; pip accepts one requirement per line."
    assert reported(assess_project("flask==3.1\nsix==1.0click==8.0\n")) == [
        (Severity.INFORMATION, (1, 8), message)
    ]


def test_projects_that_are_not_web_applications_have_no_finding(assess_project):
    assert reported(assess_project("six==1.0click==8.0\n")) == []


def test_a_comment_suppresses_the_finding(assess_project):
    ignored = f"flask\nsix click  # framesage: ignore[{RULE}] generated\n"
    assert assess_project(ignored).findings == ()


def test_settings_change_the_severity(assess_project):
    off = assess_project("flask\nsix click\n", framesage__toml=f'[rules]\n{RULE} = "off"\n')
    assert off.findings == ()
    settings = f'[rules]\n{RULE} = "warning"\n'
    ((severity, *_),) = reported(assess_project("flask\nsix click\n", framesage__toml=settings))
    assert severity is Severity.WARNING


def test_errors_in_custom_rules_are_reported_at_the_path_that_names_them(assess_project, tmp_path):
    (tmp_path / "own.toml").write_text("[[rule]]\nx = 1\n")
    settings = 'rule-paths = ["own.toml"]\n'
    assessment = assess_project("flask\nwtforms\n", framesage__toml=settings)
    first, *others = assessment.rule_errors
    (found,) = (finding for finding in assessment.findings if finding.rule == SETTINGS.id)
    assert found.location.range.start == (0, 14)
    assert found.message.startswith(f"Correct line {first.line} of 'own.toml': {first.message}")
    assert found.message.endswith(f" (and {len(others)} more)")
    assert "flask-forms-without-csrf" in [finding.rule for finding in assessment.findings]


def test_a_file_that_is_not_text_is_reported(assess_project, tmp_path):
    (tmp_path / "requirements-dev.txt").write_bytes(b"flask\xff\xfe\x00\n")
    (found,) = assess_project("flask\n").findings
    assert (found.rule, found.location.path.name) == ("unreadable-file", "requirements-dev.txt")


BROKEN = [
    ('[project\nname = "x"\n', (0, 0), "the header of the table is not closed"),
    ('[project]\nname = "x"\nfoo = = 3\n', (2, 6), "not a value"),
    ('[project]\ndependencies = ["flask"\n', (1, 0), "the list is not closed"),
]


def found_toml_errors(assessment):
    return [finding for finding in assessment.findings if finding.rule == INVALID_TOML.id]


@pytest.mark.parametrize(("text", "start", "problem"), BROKEN)
def test_invalid_toml_is_a_warning_in_every_project(assess_project, text, start, problem):
    (found,) = found_toml_errors(assess_project("", pyproject__toml=text))
    assert (found.severity, found.location.range.start) == (Severity.WARNING, start)
    assert found.message.startswith(f"Correct the TOML syntax: {problem}")


def test_invalid_toml_can_be_ignored(assess_project):
    ignored = f'[project]\nfoo = = 3\n\n[tool.framesage.ignore]\n{INVALID_TOML.id} = "a template"\n'
    assert assess_project("", pyproject__toml=ignored).findings == ()


def test_a_syntax_error_in_settings_is_reported_once(assess_project):
    text = "[project]\n\n[tool.framesage]\nframework = flask\n"
    rules = [finding.rule for finding in assess_project("", pyproject__toml=text).findings]
    assert rules.count(SETTINGS.id) == 1
    assert INVALID_TOML.id not in rules


def test_syntax_errors_in_settings_and_elsewhere_are_both_reported(assess_project):
    text = "[project]\nfoo = = 3\n\n[tool.framesage]\nframework = flask\n"
    rules = [finding.rule for finding in assess_project("", pyproject__toml=text).findings]
    assert {SETTINGS.id, INVALID_TOML.id} <= set(rules)
