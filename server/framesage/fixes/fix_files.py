"""All automatic fixes of all files of some projects, the same as in an editor."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from framesage.advice.baseline import with_known
from framesage.advice.shared_ignores import knows_unused_ignores, with_unused_ignores
from framesage.advice.workspace import assess_root
from framesage.fixes.fix_all import fix_all
from framesage.fixes.model import apply_edits
from framesage.project import Overlay, project_root_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from framesage.advice.model import Assessment
    from framesage.project import FileSystem


def fix_files(assessments: Iterable[Assessment], files: FileSystem, today: date) -> dict[Path, str]:
    """Return the new texts of the files that fixes change; no file is written.

    ``files`` is the file system that the assessments were made from. A file that several projects
    read is fixed for the project that it belongs to, as in an editor.
    """
    texts: dict[Path, str] = {}
    changed = Overlay(files, texts)
    found = list(map(with_known, assessments))
    for before in found:
        project = before.project
        assess = partial(_assess, before, found, today)
        assessment = assess(changed) if texts else before
        for path in [manifest.source.path for manifest in project.manifests]:
            text = _fixed(assessment, path, changed, assess)
            if text is not None and project_root_of(path, files, project.boundary) == project.start:
                texts[path] = text
                assessment = assess(changed)
    return texts


def _fixed(
    assessment: Assessment,
    path: Path,
    files: FileSystem,
    assess: Callable[[FileSystem], Assessment],
) -> str | None:
    project = assessment.project
    edit = fix_all(assessment, path, lambda text: assess(Overlay(files, {path: text})))
    sources = (manifest.source for manifest in project.manifests)
    source = next((source for source in sources if source.path == path), None)
    return apply_edits(source, [edit]) if source and edit else None


def _assess(
    before: Assessment, others: Sequence[Assessment], today: date, files: FileSystem
) -> Assessment:
    """Return the assessment of a project with other files; no baseline hides a finding."""
    project = before.project
    after = with_known(assess_root(project.start, files, today, project.boundary))
    if not knows_unused_ignores(before):
        return after
    return with_unused_ignores(after, [other for other in others if other is not before])
