"""Ignoring a finding with a reason: on its line or in its project."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from framesage.advice.suppressions import without_expiry
from framesage.fixes.changes import Changes, FileChange
from framesage.fixes.ignore_comments import write_ignore
from framesage.fixes.new_settings import ignore_change
from framesage.wording.ignores import NO_HASH, NO_REASON, ONE_LINE

if TYPE_CHECKING:
    from pathlib import Path

    from framesage.advice.model import Assessment, Finding
    from framesage.rulebase.rule_base import RuleBase

PLACEHOLDER = "TODO: explain why"
"""The reason that is written where an editor cannot ask for it; it is reported until replaced."""


class IgnoreScope(Enum):
    """Where an ignore holds."""

    LINE = "line"
    """In a comment, on the line of the finding."""
    PROJECT = "project"
    """In the settings, in the whole project."""


def ignore_changes(
    finding: Finding, assessment: Assessment, scope: IgnoreScope, reason: str = PLACEHOLDER
) -> Changes:
    """Return the changes that ignore a finding's rule; what cannot be written is to be pasted."""
    if scope is IgnoreScope.PROJECT:
        return Changes((ignore_change(assessment.project, finding.rule, reason),))
    edits = write_ignore(finding.rule, reason, finding.location, assessment.today)
    problem = "" if edits else "no comment can be written on this line"
    text = f"# framesage: ignore[{finding.rule}] {reason}"
    return Changes((FileChange(finding.location.path, text, edits, problem),))


def ignore_scopes(finding: Finding, assessment: Assessment) -> dict[IgnoreScope, Path]:
    """Return where a finding can be ignored, with the file that says so."""
    found = {scope: ignore_changes(finding, assessment, scope) for scope in IgnoreScope}
    return {
        scope: changes.files[0].path
        for scope, changes in found.items()
        if changes.edits and not changes.to_paste
    }


def reason_problem(reason: str, rule_base: RuleBase, *, in_comment: bool) -> str:
    """Return what is wrong with the reason of an ignore as a sentence; "" if nothing is."""
    if len(reason.splitlines()) > 1:
        return ONE_LINE
    if rule_base.placeholders.matches(without_expiry(reason)):
        return NO_REASON
    has_hash = any(not rest[:1].isdigit() for rest in reason.split("#")[1:])
    return NO_HASH if in_comment and has_hash else ""
