"""All fixes that a finding has, in the order in which to offer them."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from framesage.advice.fixes.cleaning import clean
from framesage.advice.fixes.here import ignore_here
from framesage.advice.fixes.remedy import remedy
from framesage.advice.fixes.statements import decide_framework, ignore_in_project, state_traits

if TYPE_CHECKING:
    from framesage.advice.fixes.model import Fix
    from framesage.advice.model import Assessment, Finding


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
