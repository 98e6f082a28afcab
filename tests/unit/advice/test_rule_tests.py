"""The rules' own tests are run for real: a test that wants the opposite fails."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from framesage.advice.rule_tests import run_test, run_tests
from framesage.rulebase import load_rule_base
from framesage.rulebase.model import RuleTest

RULE_BASE = load_rule_base(whole=True)


def test_every_test_of_every_rule_is_run():
    rules = (*RULE_BASE.guidance.values(), *RULE_BASE.advice.values())
    assert len(list(run_tests(RULE_BASE))) == sum(len(rule.tests) for rule in rules) > 0


def test_a_test_that_wants_the_opposite_fails():
    rule = RULE_BASE.guidance["admin-favors-django"]
    turned = tuple(replace(test, wanted=not test.wanted) for test in rule.tests)
    changed = replace(RULE_BASE, guidance={rule.id: replace(rule, tests=turned)}, advice={})
    outcomes = list(run_tests(changed))
    assert outcomes
    assert not any(outcome.passed for outcome in outcomes)


def test_what_a_test_gives_reaches_the_analysis():
    rule = RULE_BASE.advice["django-unsupported"]
    old = RuleTest("x", wanted=True, requirements=("django==4.2.1",), today=date(2026, 5, 1))
    assert run_test(rule, old, RULE_BASE).fired
    assert not run_test(rule, replace(old, today=date(2026, 4, 1)), RULE_BASE).fired
    developing = replace(old, requirements=(), development=old.requirements)
    assert not run_test(rule, developing, RULE_BASE).fired


@pytest.mark.parametrize("declared", [True, False])
def test_declared_traits_count(declared):
    rule = RULE_BASE.guidance["mvp-favors-flask"]
    test = RuleTest("x", wanted=declared, traits={"mvp": declared})
    assert run_test(rule, test, RULE_BASE).fired is declared
