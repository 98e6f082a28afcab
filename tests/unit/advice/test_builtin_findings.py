"""The built-in rules report their findings at the right locations."""

from framesage.advice.builtin_rules import SETTINGS, TWO_ON_A_LINE
from framesage.severity import Severity

RULE = TWO_ON_A_LINE.id


def reported(assessment):
    return [
        (finding.severity, finding.location.range.start, finding.message)
        for finding in assessment.findings
        if finding.rule == RULE
    ]


def test_a_hint_is_at_the_second_requirement(assess_project):
    message = "Put click==8.0 on its own line; pip accepts one requirement per line."
    assert reported(assess_project("flask==3.1\nsix==1.0click==8.0\n")) == [
        (Severity.HINT, (1, 8), message)
    ]


def test_projects_that_are_not_web_applications_have_no_hint(assess_project):
    assert reported(assess_project("six==1.0click==8.0\n")) == []


def test_a_comment_suppresses_the_hint(assess_project):
    ignored = f"flask\nsix click  # framesage: ignore[{RULE}] generated\n"
    assert assess_project(ignored).findings == ()


def test_settings_change_the_severity_of_the_hint(assess_project):
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
    assert f"'own.toml', line {first.line}: {first.message}" in found.message
    assert f"(and {len(others)} more); no custom rule is used" in found.message
    assert "flask-forms-without-csrf" in [finding.rule for finding in assessment.findings]


def test_a_file_that_is_not_text_is_reported(assess_project, tmp_path):
    (tmp_path / "requirements-dev.txt").write_bytes(b"flask\xff\xfe\x00\n")
    (found,) = assess_project("flask\n").findings
    assert (found.rule, found.location.path.name) == ("unreadable-file", "requirements-dev.txt")
