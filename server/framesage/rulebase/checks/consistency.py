"""Single rules: do they make sense, and do they show it in tests of their own?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.inference import Believed, Disbelieved
from framesage.rulebase.checks.entailment import Facts
from framesage.rulebase.checks.issue import Issue
from framesage.rulebase.symbols import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.inference import Condition
    from framesage.rulebase.model import Rule
    from framesage.rulebase.rule_base import RuleBase


def check_sense(rule_base: RuleBase) -> Iterator[Issue]:
    """Find conditions that contradict themselves, and rules without a firing and a silent test."""
    for one in rule_base.all_rules():
        both = Facts.of(one.condition).contradiction()
        if both:
            message = f"'{one.id}' can never hold: it both asks for and excludes {words(both)}"
            yield Issue("contradictory", one.location.at("when"), message)
    for rule in (*rule_base.guidance.values(), *rule_base.advice.values()):
        yield from _check_tests(rule)


def _check_tests(rule: Rule) -> Iterator[Issue]:
    wanted = {test.wanted for test in rule.tests}
    for outcome, kind in ((True, "in which it fires"), (False, "in which it stays silent")):
        if outcome not in wanted:
            yield Issue("untested", rule.location, f"'{rule.id}' has no test {kind}")


def words(condition: Condition) -> str:
    """Return a condition in a few words."""
    if isinstance(condition, (Believed, Disbelieved)):
        return f"'{_name(condition.proposition)}'"
    names = sorted(set(map(_name, set(condition.symbols()) or condition.propositions())))
    return ", ".join(f"'{name}'" for name in names[:4])


def _name(symbol: str) -> str:
    _, name, detail = parse(symbol)
    return f"{name} {detail}".strip() or symbol
