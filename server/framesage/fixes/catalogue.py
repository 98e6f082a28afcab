"""The fixes of a finding, and the one that can be made automatically."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from framesage.fixes.cleanup import clean_up
from framesage.fixes.remedies import remedy, removal
from framesage.fixes.start_actions import starts

if TYPE_CHECKING:
    from framesage.advice.model import Assessment, Finding
    from framesage.fixes.model import Fix


def fixes_for(finding: Finding, assessment: Assessment) -> tuple[Fix, ...]:
    """Return what can be done about a finding: its remedy, then starts; for ignores, clean-ups.

    Ignoring it and declaring what it rests on come on top (see ``ignores`` and ``declarations``).
    """
    if finding.rule not in assessment.rule_base.advice:
        return tuple(clean_up(finding, assessment))
    return tuple(chain(remedy(finding, assessment), starts(finding, assessment)))


def auto_fix(finding: Finding, assessment: Assessment) -> Fix | None:
    """Return the fix that may be made without asking, or None.

    It is preferred and only deletes text, in the file of the finding: a package is never added
    when a file is saved, and a choice of the user is never made.
    """
    path = finding.location.path
    for fix in chain(clean_up(finding, assessment), removal(finding, assessment)):
        if fix.preferred and all(edit.path == path and not edit.text for edit in fix.edits):
            return fix
    return None
