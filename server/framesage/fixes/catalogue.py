"""All fixes that a finding has, in the order in which to offer them."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from framesage.fixes.cleanup import clean
from framesage.fixes.declarations import decide_framework, ignore_in_project, state_traits
from framesage.fixes.ignore_here import ignore_here
from framesage.fixes.remedies import remedy

if TYPE_CHECKING:
    from framesage.advice.model import Assessment, Finding
    from framesage.fixes.model import Fix


def fixes_for(finding: Finding, assessment: Assessment) -> tuple[Fix, ...]:
    """Return a finding's fixes: what remedies it, what silences it, what the user may state."""
    if finding.rule not in assessment.rule_base.advice:
        return tuple(clean(finding, assessment))
    return tuple(
        chain(
            remedy(finding, assessment),
            ignore_here(finding),
            ignore_in_project(finding, assessment),
            decide_framework(assessment),
            state_traits(finding, assessment),
        )
    )
