"""Assess the projects that the command line names, and report what cannot be used."""

from __future__ import annotations

import logging
import os.path
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.advice.baseline import baseline_problem
from framesage.advice.builtin_rules import SETTINGS, UNREADABLE_FILE
from framesage.advice.workspace import assess_paths
from framesage.cli.rule_errors import rule_error_lines
from framesage.cli.stdio import UsageError, error, warning
from framesage.frozen import frozen
from framesage.project import NO_SETTINGS, CachedFileSystem, Disk, ManifestCache, Overlay
from framesage.project.decoding import decode
from framesage.project.named_files import admit, why_unread
from framesage.report.locations import position_name, shown_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.advice.model import Assessment
    from framesage.project import FileSystem, SettingsLayer

NO_FILES = "no dependency files found; for a project that is still an idea, try `framesage ask`"


@frozen
class CheckResult:
    """The assessments of all projects found, and the files, date and paths they are based on.

    ``is_valid`` is False if a path, a setting, a rule or a dependency file could not be used.
    """

    assessments: tuple[Assessment, ...]
    is_valid: bool
    files: ManifestCache
    today: date
    paths: tuple[Path, ...]
    overrides: SettingsLayer


def check_paths(
    paths: Sequence[Path],
    overlay: FileSystem | None = None,
    overrides: SettingsLayer = NO_SETTINGS,
) -> CheckResult:
    """Assess the projects at or below the paths; print errors to standard error.

    ``overlay`` replaces the files on the disk. ``overrides`` are settings that take precedence over
    those of the projects.
    """
    logging.basicConfig(format="framesage: warning: %(message)s", level=logging.WARNING)
    files = ManifestCache(CachedFileSystem(overlay or Disk()))
    missing = [path for path in paths if not _exists(path, overlay)]
    absolute = [Path(os.path.abspath(path)) for path in paths if path not in missing]  # noqa: PTH100
    unread = [path for path in absolute if files.is_file(path) and not admit(path, files)]
    found = [path for path in absolute if path not in unread]
    today = date.today()  # noqa: DTZ011  # support ends at midnight where the user is
    assessments = tuple(assess_paths(found, today, files, Path.cwd(), overrides))
    for path in missing:
        error(f"{path}: no such file or folder")
    for path in unread:
        error(f"{shown_path(path, Path.cwd())}: {why_unread(path)}")
    is_valid = report_errors(assessments, files) and not missing and not unread
    return CheckResult(assessments, is_valid, files, today, tuple(found), overrides)


def report_errors(assessments: Sequence[Assessment], files: ManifestCache | None = None) -> bool:
    """Print the errors in rules and settings; return whether everything could be used."""
    errors = dict.fromkeys(_errors(assessments, files))
    for message in errors:
        error(message)
    return not errors and _is_readable(assessments)


def check_stdin(filename: Path, overrides: SettingsLayer = NO_SETTINGS) -> CheckResult:
    """Assess the project of a file whose text is read from standard input.

    Raises UsageError if standard input cannot be read.
    """
    path = Path(os.path.abspath(filename))  # noqa: PTH100  # symbolic links stay as they are
    result = check_paths([path], _stdin_overlay(path), overrides)
    projects = [assessment.project for assessment in result.assessments]
    manifests = [manifest for project in projects for manifest in project.manifests]
    if projects and all(manifest.source.path != path for manifest in manifests):
        warning(f"stdin is not used, because {filename} is not a dependency file")
    return result


def _stdin_overlay(path: Path) -> FileSystem:
    if sys.stdin is None:
        raise UsageError("cannot read stdin: it is closed")
    try:
        return Overlay(Disk(), {path: decode(sys.stdin.buffer.read())})
    except ValueError as reason:
        raise UsageError(f"cannot read stdin: {reason}") from reason


def _exists(path: Path, overlay: FileSystem | None) -> bool:
    if overlay is not None:
        return overlay.text(path.absolute()) is not None
    return os.path.exists(path)  # noqa: PTH110  # it never raises


def _errors(assessments: Sequence[Assessment], files: ManifestCache | None) -> Iterator[str]:
    rule_errors = {
        line: None
        for assessment in assessments
        for line in rule_error_lines(assessment, Path.cwd(), files)
    }
    yield from rule_errors
    for assessment in assessments:
        baseline = assessment.project.settings.baseline
        name = shown_path(Path(baseline), Path.cwd()) if baseline else ""
        if problem := baseline_problem(assessment.project, name):
            yield problem
    found = [name for assessment in assessments for name in _invalid_settings(assessment)]
    locations = [
        name for name in found if not any(line.startswith(f"{name}: ") for line in rule_errors)
    ]
    if locations:
        yield f"invalid settings: {', '.join(locations)}"
    yield from _outer_errors(assessments)


def _outer_errors(assessments: Sequence[Assessment]) -> Iterator[str]:
    """Yield the errors in settings around the projects, for which there are no findings."""
    findings = [finding for assessment in assessments for finding in assessment.findings]
    told = {(finding.location.path, finding.location.range) for finding in findings}
    for assessment in assessments:
        for found in assessment.project.outer_errors:
            if (found.path, found.range) not in told:
                path, start = shown_path(found.path, Path.cwd()), found.range.start
                yield f"{path}:{start.line + 1}:{start.character + 1}: {found.message}"


def _invalid_settings(assessment: Assessment) -> list[str]:
    """Return the locations of invalid settings; the findings describe what is wrong with them."""
    findings = [finding for finding in assessment.findings if finding.rule == SETTINGS.id]
    return [position_name(finding.location, Path.cwd()) for finding in findings]


def _is_readable(assessments: Sequence[Assessment]) -> bool:
    findings = (finding for assessment in assessments for finding in assessment.findings)
    return all(finding.rule != UNREADABLE_FILE.id for finding in findings)
