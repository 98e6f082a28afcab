"""Every rule's own tests."""

from __future__ import annotations

from framesage.advice.rule_tests import run_test


def test_a_rule_passes_its_own_test(case, rule_base):
    rule, test = case
    applied = run_test(rule, test, rule_base).fired
    assert applied is test.wanted


def test_only_what_is_plainly_wrong_is_a_warning(rule_base):
    """ADR 28: CI fails because of warnings, so the files alone have to show what is wrong."""
    assert {rule.id for rule in rule_base.advice.values() if rule.severity == "warning"} == {
        *("conflicting-versions", "incompatible-versions", "missing-limit", "broken-by-now"),
        *("django-unsupported", "flask-unsupported"),
        *("django-plugin-in-flask", "flask-plugin-in-django", "two-frameworks"),
    }
