"""Checks of a rule base that loads without errors, for ``framesage rules check``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.rulebase.checks.consistency import check_consistency
from framesage.rulebase.checks.descriptions import check_descriptions
from framesage.rulebase.checks.frameworks import check_frameworks
from framesage.rulebase.checks.issue import Issue
from framesage.rulebase.checks.kits import check_kits
from framesage.rulebase.checks.placeholders import check_placeholders
from framesage.rulebase.checks.reachability import check_reachability
from framesage.rulebase.checks.redundancy import check_redundancy
from framesage.rulebase.checks.usage import check_usage

if TYPE_CHECKING:
    from framesage.rulebase.rule_base import RuleBase

__all__ = ["CHECKS", "Issue", "find_issues"]

CHECKS = (
    check_consistency,
    check_reachability,
    check_redundancy,
    check_usage,
    check_frameworks,
    check_kits,
    check_descriptions,
    check_placeholders,
)


def find_issues(rule_base: RuleBase) -> tuple[Issue, ...]:
    """Return the issues of all checks, sorted by location.

    Needs a rule base with its tests and locations (``load_rule_base(whole=True)``).
    """
    issues = [issue for check in CHECKS for issue in check(rule_base)]
    return tuple(
        sorted(issues, key=lambda issue: (issue.location.path, issue.location.line_column))
    )
