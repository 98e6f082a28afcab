"""Report an ignore in shared settings that no project below the settings needs.

That can only be known of a whole tree: a project that was not looked at may need the ignore. So
nothing is reported if part of the tree was not searched, or if the input of a project is unusable.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.advice.baseline import split_known
from framesage.advice.builtin_findings import unused_shared_ignore
from framesage.advice.builtin_rules import UNUSABLE_INPUT, UNUSED_IGNORE, configurable_rules
from framesage.advice.suppressions import suppressions_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path

    from framesage.advice.model import Assessment, Finding
    from framesage.advice.suppressions import Suppression


def is_whole(folder: Path, searched: Collection[Path], skipped: Collection[Path]) -> bool:
    """Return whether all projects in a folder were found.

    ``searched`` are the folders in which projects were searched for, ``skipped`` those below which
    the search ended early.
    """
    is_searched = any(folder.is_relative_to(start) for start in searched)
    return is_searched and not any(
        path.is_relative_to(folder) or folder.is_relative_to(path) for path in skipped
    )


def with_unused_ignores(assessment: Assessment, all_found: Sequence[Assessment]) -> Assessment:
    """Return an assessment with a finding for each of its shared ignores that nothing needs.

    ``all_found`` are the assessments of all projects in its folder, at least.
    """
    if not assessment.project.shares_ignores:
        return assessment
    root = assessment.project.root
    below = [found for found in all_found if found.project.root.is_relative_to(root)]
    if any(map(_is_unusable, below)):
        return assessment
    new, known = split_known(_unused(assessment, below), assessment.project.baseline)
    findings = sorted(
        {*assessment.findings, *new},
        key=lambda finding: (finding.location.path, finding.location.range, finding.rule),
    )
    return replace(assessment, findings=tuple(findings), known=(*assessment.known, *known))


def knows_unused_ignores(assessment: Assessment) -> bool:
    """Return whether a shared ignore is reported as unused: the whole tree was looked at."""
    unused = [found.location for found in assessment.findings if found.rule == UNUSED_IGNORE.id]
    ignores = suppressions_of(assessment.project)
    return any(
        ignore.shared and not ignore.comment and ignore.location in unused for ignore in ignores
    )


def _unused(assessment: Assessment, below: Sequence[Assessment]) -> Iterator[Finding]:
    rules = configurable_rules(assessment.rule_base)
    for ignore in suppressions_of(assessment.project):
        is_current = ignore.rule in rules and not ignore.is_expired(assessment.today)
        if ignore.comment or not ignore.location or not is_current:
            continue
        if not any(_needs(project, ignore) for project in below):
            yield from unused_shared_ignore(ignore, assessment)


def _needs(assessment: Assessment, ignore: Suppression) -> bool:
    """Return whether an ignore holds in a project, and hides a finding there."""
    given = assessment.project.written.get(("ignore", ignore.rule), ())
    origin = given[-1].origin if given else None
    holds = origin and ignore.location and origin.path == ignore.location.path
    return bool(holds) and any(finding.rule == ignore.rule for finding in assessment.suppressed)


def _is_unusable(assessment: Assessment) -> bool:
    findings = assessment.findings
    return bool(assessment.rule_errors) or any(item.rule in UNUSABLE_INPUT for item in findings)
