"""Errors in the rules of projects; what is not there is reported at the setting that names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.rule_source_errors import rule_source_errors
from framesage.project import Disk, ManifestCache
from framesage.report.locations import rule_error_text, shown_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from framesage.advice.model import Assessment
    from framesage.manifests.manifest import Manifest
    from framesage.project.model import Project


def rule_error_lines(
    assessment: Assessment, base: Path, files: ManifestCache | None = None
) -> Iterator[str]:
    """Yield the errors in the rules of a project, with paths relative to a folder.

    ``files`` are those that the settings are in, by default those on the disk.
    """
    if not assessment.rule_errors:
        return
    settings = list(_settings_files(assessment.project, files or ManifestCache(Disk())))
    for error in assessment.rule_errors:
        named = list(rule_source_errors(settings, [error])) if error.is_missing else []
        for found in named:
            start = found.range.start
            place = f"{shown_path(found.path, base)}:{start.line + 1}:{start.character + 1}"
            yield f"{place}: {found.message}"
        if not named:
            yield rule_error_text(error, base)


def _settings_files(project: Project, files: ManifestCache) -> Iterator[Manifest]:
    """Yield the files, also around a project, whose settings name rules."""
    given = [
        item for key in ("rule-paths", "rule-packs") for item in project.written.get((key,), ())
    ]
    paths = dict.fromkeys(item.origin.path for item in given if item.origin)
    yield from filter(None, map(files.settings_file, paths))
