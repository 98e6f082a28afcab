"""All preferred fixes of one file that only take away, as a single edit.

Editors run *fix all* when a file is saved: a package is never added so, only by asking for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.fixes.catalogue import fixes_for
from framesage.fixes.model import Edit, apply_edits, position_of, shared
from framesage.text import Range, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from framesage.advice.model import Assessment, Finding
    from framesage.fixes.model import Fix

MOST = 50


def fix_all(
    assessment: Assessment, path: Path, assess_with: Callable[[str], Assessment | None]
) -> Edit | None:
    """Return the edit that makes every preferred fix of a file; None where there is none.

    One fix at a time, each found anew in the text that the last one left: two removals from one
    list do not know of each other. ``assess_with`` assesses the project with another text there.
    """
    before = after = _source(assessment, path)
    for _ in range(MOST):
        fix = next(_preferred(assessment, path), None)
        if after is None or fix is None:
            break
        after = Source(path, apply_edits(after, fix.edits))
        changed = assess_with(after.text)
        if changed is None:
            break
        assessment = changed
    if before is None or after is None or before.text == after.text:
        return None
    return difference(before, after.text)


def fix_taking_away(finding: Finding, assessment: Assessment) -> Fix | None:
    """Return a finding's preferred fix where it only takes away, and only from the same file."""
    path = finding.location.path
    for fix in fixes_for(finding, assessment):
        if fix.preferred and all(edit.path == path and not edit.text for edit in fix.edits):
            return fix
    return None


def _preferred(assessment: Assessment, path: Path) -> Iterator[Fix]:
    for finding in assessment.findings:
        fix = fix_taking_away(finding, assessment) if finding.location.path == path else None
        if fix:
            yield fix


def _source(assessment: Assessment, path: Path) -> Source | None:
    sources = (manifest.source for manifest in assessment.project.manifests)
    return next((source for source in sources if source.path == path), None)


def difference(before: Source, after: str) -> Edit:
    """Return the edit from one text to another, as small as one edit can be."""
    old = before.text
    first = shared(old, after)
    if first and old[first - 1] == "\r":
        first -= 1  # a line end is never cut in two
    last = shared(old[first:][::-1], after[first:][::-1])
    if last and old[-last] == "\n":
        last -= 1
    start, end = position_of(before, first), position_of(before, len(old) - last)
    return Edit(before.path, Range(start, end), after[first : len(after) - last])
