"""The whole check of rules: issues in them, and what they mean for the built-in rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.rule_tests import run_test
from framesage.frozen import frozen
from framesage.rule_checks.failed_tests import result_of
from framesage.rule_checks.remedies import unresolved
from framesage.rulebase.checks import find_issues
from framesage.rulebase.paths import is_builtin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from framesage.advice.model import Assessment
    from framesage.advice.rule_tests import Outcome
    from framesage.rule_checks.failed_tests import Result
    from framesage.rulebase.checks import Issue
    from framesage.rulebase.model import Rule
    from framesage.rulebase.rule_base import RuleBase


@frozen
class RulesReport:
    """The ``issues`` of rules, and the results of all their tests.

    ``notes`` are issues between them and the built-in rules, for information.
    """

    rules: tuple[Rule, ...]
    results: tuple[Result, ...]
    issues: tuple[Issue, ...]
    notes: tuple[Issue, ...] = ()


def check_builtin(rule_base: RuleBase) -> RulesReport:
    """Check the built-in rules."""
    return _report(tested_rules(rule_base), rule_base, find_issues(rule_base))


def check_added(builtin: RuleBase, merged: RuleBase) -> RulesReport:
    """Check the rules that ``merged`` has in addition to the built-in ones."""
    known = set(map(str, find_issues(builtin)))
    found = [issue for issue in find_issues(merged) if str(issue) not in known]
    own = [issue for issue in found if not any(map(is_builtin, issue.paths))]
    notes = [issue for issue in found if issue not in own]
    return _report(added_rules(merged), merged, own, notes)


def tested_rules(rule_base: RuleBase) -> list[Rule]:
    """Return the rules that have tests: guidance and advice."""
    return [*rule_base.guidance.values(), *rule_base.advice.values()]


def added_rules(rule_base: RuleBase) -> list[Rule]:
    """Return the rules with tests that are not built in."""
    return [rule for rule in tested_rules(rule_base) if not is_builtin(rule.location.path)]


def run_all(rules: Iterable[Rule], rule_base: RuleBase) -> Iterator[Outcome]:
    """Run the tests of rules; what two after each other have in common is inferred once."""
    before: Assessment | None = None
    for rule in rules:
        for test in rule.tests:
            outcome = run_test(rule, test, rule_base, before)
            before = outcome.assessment
            yield outcome


def _report(
    rules: Sequence[Rule], rule_base: RuleBase, own: Iterable[Issue], notes: Iterable[Issue] = ()
) -> RulesReport:
    results: list[Result] = []
    issues = list(own)
    for outcome in run_all(rules, rule_base):
        results.append(result_of(outcome))
        issues += unresolved(outcome, rule_base)
    issues += (result.failure for result in results if result.failure)
    issues.sort(key=lambda issue: (issue.location.path, issue.location.line_column))
    return RulesReport(tuple(rules), tuple(results), tuple(issues), tuple(notes))
