"""A fix must silence its rule: it is made in the tests in which the rule fires."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.rule_tests import assess_example
from framesage.fixes import FixKind, apply_edits, fixes_for
from framesage.rule_checks.failed_tests import test_location
from framesage.rulebase.checks import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment, Finding
    from framesage.advice.rule_tests import Outcome
    from framesage.rulebase.rule_base import RuleBase


def unresolved(outcome: Outcome, rule_base: RuleBase) -> Iterator[Issue]:
    """Yield an issue if a rule still fires after its fix.

    A fix that requires another version is not always possible, so it is offered only if it is.
    """
    rule, test = outcome.rule, outcome.test
    if not outcome.fired or not outcome.passed or rule.fix is None or rule.fix.require:
        return
    name = rule.location.at("fix")
    if _is_silenced(outcome.assessment, outcome, rule_base):
        return
    line = test_location(rule, test).line
    message = f"the fix of '{rule.id}' does not silence it in its test '{test.name}' (line {line})"
    yield Issue("fix", name, message)


def _is_silenced(assessment: Assessment, outcome: Outcome, rule_base: RuleBase) -> bool:
    """Return whether a rule is silent once its fix was made for each of its findings."""
    found = _findings(assessment, outcome)
    texts: dict[str, str] = {}
    for _ in range(len(found)):
        text = _fixed(found[0], assessment)
        if text is None:
            return False
        texts[found[0].location.path.as_posix()] = text
        assessment = assess_example(outcome.rule, outcome.test, rule_base, texts)
        found = _findings(assessment, outcome)
        if not found:
            return True
    return not found


def _findings(assessment: Assessment, outcome: Outcome) -> list[Finding]:
    return [finding for finding in assessment.findings if finding.rule == outcome.rule.id]


def _fixed(finding: Finding, assessment: Assessment) -> str | None:
    """Return the text after the fix; None if it cannot be made."""
    for fix in fixes_for(finding, assessment):
        if fix.kind is FixKind.REMEDY:
            return apply_edits(finding.location.manifest.source, fix.edits)
    return None
