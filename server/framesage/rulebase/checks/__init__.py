"""What can be wrong with a rule base that loads: ``framesage rules check``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.rulebase.checks.consistency import check_sense
from framesage.rulebase.checks.frameworks import check_frameworks
from framesage.rulebase.checks.issue import Issue
from framesage.rulebase.checks.reachability import check_reach
from framesage.rulebase.checks.redundancy import check_pairs
from framesage.rulebase.checks.usage import check_usage

if TYPE_CHECKING:
    from framesage.rulebase.rule_base import RuleBase

__all__ = ["Issue", "find_issues"]

_CHECKS = (check_sense, check_reach, check_pairs, check_usage, check_frameworks)


def find_issues(rule_base: RuleBase) -> tuple[Issue, ...]:
    """Return everything that looks wrong, by location.

    Needs a rule base with its rules' tests (``load_rule_base(whole=True)``).
    """
    remarks = [remark for check in _CHECKS for remark in check(rule_base)]
    return tuple(sorted(remarks, key=lambda one: (one.location.path, one.location.line_column)))
