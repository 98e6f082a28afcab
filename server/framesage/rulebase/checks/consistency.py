"""Check rules one by one: contradictory conditions and missing tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.inference import Believed, Disbelieved
from framesage.rulebase.checks.entailment import Demands
from framesage.rulebase.checks.issue import Issue
from framesage.rulebase.symbols import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.inference import Condition
    from framesage.rulebase.model import Rule
    from framesage.rulebase.rule_base import RuleBase


def check_consistency(rule_base: RuleBase) -> Iterator[Issue]:
    """Find contradictory conditions, and rules without a test for each outcome."""
    for rule in rule_base.all_rules():
        both = Demands.of(rule.condition).contradiction()
        if both:
            message = f"'{rule.id}' can never hold: it both requires and excludes {words(both)}"
            yield Issue("contradictory", rule.location.at("when"), message)
    for tested in (*rule_base.guidance.values(), *rule_base.advice.values()):
        yield from _check_tests(tested)


def _check_tests(rule: Rule) -> Iterator[Issue]:
    wanted = {test.wanted for test in rule.tests}
    for outcome, kind in ((True, "in which it applies"), (False, "in which it does not apply")):
        if outcome not in wanted:
            yield Issue("untested", rule.location, f"'{rule.id}' has no test {kind}")


def words(condition: Condition) -> str:
    """Return the names in a condition, for messages."""
    if isinstance(condition, (Believed, Disbelieved)):
        return f"'{_name(condition.proposition)}'"
    names = sorted(set(map(_name, set(condition.symbols()) or condition.propositions())))
    return ", ".join(f"'{name}'" for name in names[:4])


def _name(symbol: str) -> str:
    _, name, detail = parse(symbol)
    return f"{name} {detail}".strip() or symbol
