"""All automatic fixes of one file, as a single edit: *fix all*, which editors can run on save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.builtin_rules import UNUSED_IGNORE
from framesage.fixes.catalogue import auto_fix
from framesage.fixes.model import Edit, apply_edits, common_prefix_length, position_of
from framesage.text import Range, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from framesage.advice.model import Assessment, Finding
    from framesage.fixes.model import Fix


def fix_all(
    assessment: Assessment, path: Path, assess_with: Callable[[str], Assessment | None]
) -> Edit | None:
    """Return the edit that makes every automatic fix of a file; None if there are none.

    The file is assessed again after each fix, because the edits of two fixes may overlap, and one
    may settle what the other is for. Only unused ignores are removed together. Each fix only
    deletes text, so there is a last one.
    ``assess_with`` returns the assessment of the project with another text of the file.
    """
    before = after = _source(assessment, path)
    while after and (edits := _next_edits(assessment, path)):
        text = apply_edits(after, edits)
        if len(text) >= len(after.text):  # it would never end
            break
        after = Source(path, text)
        changed = assess_with(text)
        if changed is None:
            break
        assessment = changed
    if before is None or after is None or before.text == after.text:
        return None
    return difference(before, after.text)


def _next_edits(assessment: Assessment, path: Path) -> Sequence[Edit]:
    """Return the edits of the first fix; those of all unused comments if it is of one."""
    fixes = _auto_fixes(assessment, path)
    finding, fix = next(fixes, (None, None))
    if finding is None or fix is None:
        return ()
    edits = list(fix.edits)
    if not _is_unused_comment(finding):
        return edits
    for other, found in fixes:
        last = edits[-1].range.end.line
        if _is_unused_comment(other) and all(edit.range.start.line > last for edit in found.edits):
            edits += found.edits
    return edits


def _is_unused_comment(finding: Finding) -> bool:
    """Return whether a finding is about an ignore in a comment: each can go without the others,
    while the last one of a table of settings takes the table along."""
    return finding.rule == UNUSED_IGNORE.id and not finding.location.manifest.settings


def _auto_fixes(assessment: Assessment, path: Path) -> Iterator[tuple[Finding, Fix]]:
    """Yield the findings of a file that have an automatic fix, in its order."""
    for finding in assessment.findings:
        fix = auto_fix(finding, assessment) if finding.location.path == path else None
        if fix:
            yield finding, fix


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
