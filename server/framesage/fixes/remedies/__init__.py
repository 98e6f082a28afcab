"""The fixes that a finding's rule proposes: adding, removing or requiring another version."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from framesage.fixes.remedies.add import add_limits, add_proposed
from framesage.fixes.remedies.remove import removal
from framesage.fixes.remedies.require import require_others, why_not_required

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment, Finding
    from framesage.fixes.model import Fix

__all__ = ["remedy", "removal", "why_not_required"]


def remedy(finding: Finding, assessment: Assessment) -> Iterator[Fix]:
    """Yield the fixes that the finding's rule proposes, the best first, if they can be written."""
    rule = assessment.rule_base.advice.get(finding.rule)
    if rule is None or rule.fix is None:
        return
    if rule.fix.add:
        yield from add_proposed(rule.fix.add, finding, assessment)
    elif rule.fix.remove:
        yield from removal(finding, assessment)
    else:
        ways = chain(require_others(finding, assessment), add_limits(finding, assessment))
        yield from ways
