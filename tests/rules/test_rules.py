"""Every rule passes the check of rules: with its own tests, and with its fix."""

from __future__ import annotations

from framesage.rule_checks.report import check_builtin


def test_all_checks_and_tests_pass(rule_base):
    report = check_builtin(rule_base)
    assert [str(issue) for issue in report.issues] == []
    assert len(report.results) > 4 * len(report.rules)


def test_only_what_is_plainly_wrong_is_a_warning(rule_base):
    """ADR 28: CI fails because of warnings, so the files alone have to show what is wrong."""
    assert {rule.id for rule in rule_base.advice.values() if rule.severity == "warning"} == {
        *("conflicting-versions", "incompatible-versions", "missing-limit", "broken-by-now"),
        *("django-unsupported", "flask-unsupported"),
        *("django-plugin-in-flask", "flask-plugin-in-django", "two-frameworks"),
    }
