"""Two requirements on one line are reported where the second one starts."""

from framesage.advice.builtin_rules import TWO_ON_A_LINE
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
