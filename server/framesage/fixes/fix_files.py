"""All automatic fixes of all files of some projects, the same as in an editor."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from framesage.advice.workspace import assess_root
from framesage.fixes.fix_all import fix_all
from framesage.fixes.model import apply_edits
from framesage.project import Overlay, project_root_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from framesage.advice.model import Assessment
    from framesage.project import FileSystem
    from framesage.project.model import Project


def fix_files(assessments: Iterable[Assessment], files: FileSystem, today: date) -> dict[Path, str]:
    """Return the new texts of the files that fixes change; no file is written.

    ``files`` is the file system that the assessments were made from. A file that several projects
    read is fixed for the project that it belongs to, as in an editor.
    """
    texts: dict[Path, str] = {}
    changed = Overlay(files, texts)
    for before in assessments:
        project = before.project
        assessment = _assess(project, changed, today) if texts else before
        for path in [manifest.source.path for manifest in project.manifests]:
            text = _fixed(assessment, path, changed, today)
            if text is not None and project_root_of(path, files, project.boundary) == project.start:
                texts[path] = text
                assessment = _assess(project, changed, today)
    return texts


def _fixed(assessment: Assessment, path: Path, files: FileSystem, today: date) -> str | None:
    project = assessment.project
    edit = fix_all(assessment, path, partial(_assess_with, project, path, files, today))
    sources = (manifest.source for manifest in project.manifests)
    source = next((source for source in sources if source.path == path), None)
    return apply_edits(source, [edit]) if source and edit else None


def _assess_with(
    project: Project, path: Path, files: FileSystem, today: date, text: str
) -> Assessment:
    return _assess(project, Overlay(files, {path: text}), today)


def _assess(before: Project, files: FileSystem, today: date) -> Assessment:
    return assess_root(before.start, files, today, before.boundary)
