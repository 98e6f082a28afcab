"""Run the tests of rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from framesage.cli.rules.sources import load, sources_for
from framesage.cli.stdio import UsageError, error, write
from framesage.rulebase import load_rule_base

if TYPE_CHECKING:
    import argparse

    from framesage.rule_checks.coverage import Coverage
    from framesage.rule_checks.failed_tests import Result
    from framesage.rulebase.model import Rule, RuleTest
    from framesage.rulebase.packs.model import RuleSource
    from framesage.rulebase.rule_base import RuleBase


def run_tests(args: argparse.Namespace) -> int:
    """Run tests; return 1 if one fails, 2 if there is none or the rules are invalid, else 0."""
    from framesage.advice.rule_tests import run_test
    from framesage.report.rule_results.formats import tests_text
    from framesage.rule_checks.coverage import coverage_of
    from framesage.rule_checks.failed_tests import result_of
    from framesage.rule_checks.report import added_rules, tested_rules

    try:
        sources = sources_for(args.packs)
    except UsageError as reason:
        error(str(reason))
        return 2
    rule_base = _rules(sources)
    if rule_base is None:
        return 2
    rules = added_rules(rule_base) if sources else tested_rules(rule_base)
    results: list[Result] = []
    covered: list[Coverage] = []
    for rule in rules:
        chosen = [test for test in rule.tests if _is_selected(rule, test, args.k)]
        outcomes = [run_test(rule, test, rule_base) for test in chosen]
        results += map(result_of, outcomes)
        if args.coverage and (chosen or not args.k):
            covered.append(coverage_of(rule, outcomes, rule_base))
    if not results:
        error("no rule test has these words" if args.k else "there are no rule tests")
        return 2
    write(tests_text(results, covered if args.coverage else None, args.format, Path.cwd()))
    return int(not all(result.passed for result in results))


def _rules(sources: tuple[RuleSource, ...]) -> RuleBase | None:
    """Return the rules; None after their errors are printed."""
    from framesage.report.locations import rule_error_text

    if not sources:
        return load_rule_base(whole=True)
    loaded = load(sources)
    for found in loaded.errors:
        error(rule_error_text(found, Path.cwd()))
    return None if loaded.errors else loaded.rule_base


def _is_selected(rule: Rule, test: RuleTest, words: str) -> bool:
    text = f"{rule.id} {test.name}".lower()
    return all(word in text for word in words.lower().split())
