"""Every rule's own tests, through the one pipeline."""

from __future__ import annotations

import pytest

from framesage.advice.rule_tests import run_test
from framesage.rulebase import load_rule_base

RULE_BASE = load_rule_base(whole=True)
CASES = [
    pytest.param(rule, test, id=f"{rule.id}: {test.name}")
    for rule in (*RULE_BASE.guidance.values(), *RULE_BASE.advice.values())
    for test in rule.tests
]


@pytest.mark.parametrize(("rule", "test"), CASES)
def test_a_rule_does_as_its_own_test_wants(rule, test):
    fired = run_test(rule, test, RULE_BASE).fired
    assert fired is test.wanted  # alone, so that a failure does not print the rule base
