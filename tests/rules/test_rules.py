"""Every rule's own tests."""

from __future__ import annotations

from framesage.advice.rule_tests import run_test


def test_a_rule_passes_its_own_test(case, rule_base):
    rule, test = case
    applied = run_test(rule, test, rule_base).fired
    assert applied is test.wanted
