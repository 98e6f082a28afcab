"""Why a test of a rule fails: which part of the condition does not hold, or what else is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.explanation.explain import explain_rule
from framesage.frozen import frozen
from framesage.rulebase.checks import Issue
from framesage.wording.statement import StatementKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.rule_tests import Outcome
    from framesage.rulebase.location import SourceLocation
    from framesage.rulebase.model import Rule, RuleTest
    from framesage.wording.statement import Statement

_LABELS = {StatementKind.HOLDS: "yes", StatementKind.FAILS: "no"}
_AT_MATCHES = ("matches", "first-match")
_NO_MATCH = (
    "the condition holds, but at = '{}' has no requirement to point to: name one in 'when', with "
    "'package' or the like, or leave out 'at'"
)


@frozen
class Result:
    """The result of a test, without its assessment: packs can have thousands of tests."""

    rule: Rule
    test: RuleTest
    fired: bool
    failure: Issue | None

    @property
    def passed(self) -> bool:
        """Whether the rule did what its test expects."""
        return self.failure is None


def result_of(outcome: Outcome) -> Result:
    """Return what is worth keeping of an outcome."""
    failed = None if outcome.passed else failure(outcome)
    return Result(outcome.rule, outcome.test, outcome.fired, failed)


def failure(outcome: Outcome) -> Issue:
    """Return the issue of a failed test, at the name of the test."""
    rule, test = outcome.rule, outcome.test
    result = "fires unexpectedly" if outcome.fired else "does not fire"
    message = f"'{rule.id}' {result} in its test '{test.name}'"
    return Issue("test", test_location(rule, test), message, details=tuple(_causes(outcome)))


def test_location(rule: Rule, test: RuleTest) -> SourceLocation:
    """Return the location of the name of a test."""
    return rule.location.at("test", rule.tests.index(test), "name")


def _causes(outcome: Outcome) -> Iterator[str]:
    """Yield the parts of the condition that decided, or the only other cause."""
    rule = outcome.rule
    explained = explain_rule(outcome.assessment, rule.id)
    wanted = StatementKind.HOLDS if outcome.fired else StatementKind.FAILS
    parts = [part for part in explained.parts if part.kind is wanted]
    if not outcome.fired and not parts and rule.at in _AT_MATCHES:
        yield _NO_MATCH.format(rule.at)
    for part in parts:
        yield from _lines(part)


def _lines(statement: Statement, depth: int = 0) -> Iterator[str]:
    label = _LABELS.get(statement.kind, "")
    yield f"{'  ' * depth}{label:<4}{statement.text}".rstrip()
    for part in statement.parts:
        yield from _lines(part, depth + 1)
