"""The check of rules in small steps, between which an editor can do something else."""

from __future__ import annotations

from collections import Counter
from dataclasses import field
from typing import TYPE_CHECKING

from framesage.advice.rule_tests import run_test
from framesage.frozen import frozen
from framesage.rule_checks.failed_tests import failure
from framesage.rule_checks.remedies import unresolved
from framesage.rule_checks.report import added_rules
from framesage.rulebase.checks import CHECKS
from framesage.rulebase.load import load_rule_base

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from framesage.rulebase.checks import Issue
    from framesage.rulebase.rule_base import RuleBase

MOST_RULES = 500
"""With more added rules, a check takes too long to repeat it while rules are being typed."""
MOST_TESTS = 200
"""Likewise, of the tests of the files that are being edited."""


@frozen
class CheckedFiles:
    """What the checks have found so far in some files.

    ``tested`` are the ids of the rules of which all tests were run, ``failed`` the number of tests
    that have failed, by the id of their rule.
    """

    rule_base: RuleBase
    issues: list[Issue] = field(default_factory=list)
    failed: Counter[str] = field(default_factory=Counter)
    tested: set[str] = field(default_factory=set)


def check_steps(checked: CheckedFiles, paths: Collection[Path]) -> Iterator[None]:
    """Check files of added rules; after each step, ``checked`` has more of the results."""
    if checked.rule_base is load_rule_base():  # all added files have errors
        return
    rules = added_rules(checked.rule_base)
    if len(rules) > MOST_RULES:
        return
    for check in CHECKS:
        issues = check(checked.rule_base)
        checked.issues.extend(issue for issue in issues if issue.location.path in paths)
        yield
    edited = [rule for rule in rules if rule.location.path in paths]
    if sum(len(rule.tests) for rule in edited) > MOST_TESTS:
        return
    for rule in edited:
        for test in rule.tests:
            outcome = run_test(rule, test, checked.rule_base)
            if not outcome.passed:
                checked.issues.append(failure(outcome))
                checked.failed[rule.id] += 1
            checked.issues.extend(unresolved(outcome, checked.rule_base))
            yield
        checked.tested.add(rule.id)
