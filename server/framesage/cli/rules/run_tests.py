"""Run the tests of rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from framesage.cli.rules.sources import load, sources_for
from framesage.cli.stdio import UsageError, error, write
from framesage.rulebase import load_rule_base

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from framesage.advice.rule_tests import Outcome
    from framesage.rulebase.model import Rule
    from framesage.rulebase.packs.model import RuleSource
    from framesage.rulebase.rule_base import RuleBase


def run_tests(args: argparse.Namespace) -> int:
    """Run tests; return 1 if one fails, 2 if there is none or the rules are invalid, else 0."""
    from framesage.report.rule_results.formats import tests_text
    from framesage.rule_checks.coverage import coverage_of
    from framesage.rule_checks.report import added_rules, run_all, tested_rules

    try:
        sources = sources_for(args.packs)
    except UsageError as reason:
        error(str(reason))
        return 2
    rule_base = _rules(sources)
    if rule_base is None:
        return 2
    rules = added_rules(rule_base) if sources else tested_rules(rule_base)
    outcomes = [found for found in run_all(rules, rule_base) if _is_selected(found, args.k)]
    if not outcomes:
        error("no rule test has these words" if args.k else "there are no rule tests")
        return 2
    chosen = {outcome.rule.id for outcome in outcomes} if args.k else {rule.id for rule in rules}
    covered = (
        [coverage_of(rule, _of(rule, outcomes), rule_base) for rule in rules if rule.id in chosen]
        if args.coverage
        else None
    )
    write(tests_text(outcomes, covered, args.format, Path.cwd()))
    return int(not all(outcome.passed for outcome in outcomes))


def _rules(sources: tuple[RuleSource, ...]) -> RuleBase | None:
    """Return the rules; None after their errors are printed."""
    from framesage.report.locations import rule_error_text

    if not sources:
        return load_rule_base(whole=True)
    loaded = load(sources)
    for found in loaded.errors:
        error(rule_error_text(found, Path.cwd()))
    return None if loaded.errors else loaded.rule_base


def _is_selected(outcome: Outcome, words: str) -> bool:
    text = f"{outcome.rule.id} {outcome.test.name}".lower()
    return all(word in text for word in words.lower().split())


def _of(rule: Rule, outcomes: Iterable[Outcome]) -> list[Outcome]:
    return [outcome for outcome in outcomes if outcome.rule.id == rule.id]
