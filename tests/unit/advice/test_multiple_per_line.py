from framesage.advice.multiple_per_line import TWO_ON_A_LINE
from framesage.severity import Severity


def told(assessment):
    return [
        (one.severity, one.location.range.start, one.message)
        for one in assessment.findings
        if one.rule == TWO_ON_A_LINE
    ]


def test_one_quiet_hint_where_the_second_stands(assess_project):
    assert told(assess_project("flask==3.1\nsix==1.0click==8.0\n")) == [
        (Severity.HINT, (1, 8), "pip takes one requirement a line: put click==8.0 on the next one.")
    ]


def test_silent_on_what_is_no_web_application(assess_project):
    assert told(assess_project("six==1.0click==8.0\n")) == []


def test_a_comment_or_a_setting_silences_it(assess_project):
    ignored = f"flask\nsix click  # framesage: ignore[{TWO_ON_A_LINE}] generated\n"
    assert [one.rule for one in assess_project(ignored).findings] == []
    off = assess_project(
        "flask\nsix click\n", framesage__toml=f'[rules]\n{TWO_ON_A_LINE} = "off"\n'
    )
    assert [one.rule for one in off.findings] == []
    loud = f'[rules]\n{TWO_ON_A_LINE} = "warning"\n'
    ((level, *_),) = told(assess_project("flask\nsix click\n", framesage__toml=loud))
    assert level is Severity.WARNING
