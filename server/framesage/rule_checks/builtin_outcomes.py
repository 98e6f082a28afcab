"""The tests of built-in rules whose outcome other rules change, and which table is the cause."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.advice.rule_tests import run_test
from framesage.frozen import frozen
from framesage.rule_checks.causes import find_causes
from framesage.rule_checks.failed_tests import test_location
from framesage.rule_checks.report import tested_rules
from framesage.rulebase.location import SourceLocation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.rulebase.model import Rule, RuleTest
    from framesage.rulebase.parsing import RuleFile
    from framesage.rulebase.rule_base import RuleBase

OFF = "is switched off"


@frozen
class Change:
    """A test of a built-in rule with another outcome; ``cause`` is a table of the other rules.

    ``cause`` is None if no single table or file is.
    """

    rule: Rule
    test: RuleTest
    now: str
    cause: SourceLocation | None = None

    def __str__(self) -> str:
        where = "" if self.now == OFF else f" in its test '{self.test.name}'"
        return f"'{self.rule.id}' {self.now}{where}"

    @property
    def key(self) -> tuple[str, str]:
        """The rule and the name of the test."""
        return self.rule.id, self.test.name

    def is_gone(self, rule_base: RuleBase) -> bool:
        """Return whether the outcome is the expected one with other rules."""
        return not _outcome(self.rule, self.test, rule_base)

    @property
    def location(self) -> SourceLocation:
        """The location of the test."""
        return test_location(self.rule, self.test)


def changed_outcomes(
    builtin: RuleBase, merged: RuleBase, files: Sequence[RuleFile]
) -> list[Change]:
    """Return the tests of built-in rules with another outcome once ``files`` are added."""
    found = [change for rule in tested_rules(builtin) for change in _changes_of(rule, merged)]
    causes = find_causes([change for change in found if change.cause is None], files)
    return [replace(change, cause=change.cause or causes.get(change.key)) for change in found]


def _changes_of(rule: Rule, merged: RuleBase) -> Iterator[Change]:
    cause = _severity_off(rule, merged)
    if cause:
        yield Change(rule, rule.tests[0], OFF, cause)
    for test in () if cause else rule.tests:
        now = _outcome(rule, test, merged)
        if now:
            yield Change(rule, test, now)
            if now == OFF:
                return


def _severity_off(rule: Rule, merged: RuleBase) -> SourceLocation | None:
    """Return where the ``[severities]`` of a pack switch a rule off."""
    for pack in merged.packs:
        if pack.severities.get(rule.id) == "off" and rule.severity != "off":
            return SourceLocation(pack.location.path, ("severities", rule.id))
    return None


def _outcome(rule: Rule, test: RuleTest, rule_base: RuleBase) -> str:
    """Return what a built-in rule does now; "" if that is what its test expects."""
    current = {**rule_base.guidance, **rule_base.advice}.get(rule.id)
    if current is None or (current.severity == "off" and rule.severity != "off"):
        return OFF
    outcome = run_test(current, test, rule_base)
    if outcome.passed:
        return ""
    return "fires" if outcome.fired else "does not fire"
