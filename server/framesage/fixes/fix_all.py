"""All automatic fixes of one file, as a single edit: *fix all*, which editors can run on save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.fixes.catalogue import auto_fix
from framesage.fixes.model import Edit, apply_edits, common_prefix_length, position_of
from framesage.text import Range, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from framesage.advice.model import Assessment
    from framesage.fixes.model import Fix

MOST_FIXES = 50


def fix_all(
    assessment: Assessment, path: Path, assess_with: Callable[[str], Assessment | None]
) -> Edit | None:
    """Return the edit that makes every automatic fix of a file; None if there are none.

    The file is assessed again after each fix, because the edits of two fixes may overlap.
    ``assess_with`` returns the assessment of the project with another text of the file.
    """
    before = after = _source(assessment, path)
    for _ in range(MOST_FIXES):
        fix = next(_auto_fixes(assessment, path), None)
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


def _auto_fixes(assessment: Assessment, path: Path) -> Iterator[Fix]:
    for finding in assessment.findings:
        fix = auto_fix(finding, assessment) if finding.location.path == path else None
        if fix:
            yield fix


def _source(assessment: Assessment, path: Path) -> Source | None:
    sources = (manifest.source for manifest in assessment.project.manifests)
    return next((source for source in sources if source.path == path), None)


def difference(before: Source, after: str) -> Edit:
    """Return the smallest single edit that changes one text to another."""
    old = before.text
    first = common_prefix_length(old, after)
    if first and old[first - 1] == "\r":
        first -= 1  # do not separate CR and LF
    last = common_prefix_length(old[first:][::-1], after[first:][::-1])
    if last and old[-last] == "\n":
        last -= 1
    start, end = position_of(before, first), position_of(before, len(old) - last)
    return Edit(before.path, Range(start, end), after[first : len(after) - last])
