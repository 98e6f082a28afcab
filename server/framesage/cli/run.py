"""Assess the projects that the command line names, and report what cannot be used."""

from __future__ import annotations

import os.path
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.advice.workspace import assess_paths
from framesage.cli.problems import Problems
from framesage.cli.stdio import UsageError, error, log_to_stderr, warning
from framesage.frozen import frozen
from framesage.project import NO_SETTINGS, CachedFileSystem, Disk, ManifestCache, Overlay
from framesage.project.decoding import decode
from framesage.project.named_files import admit, why_unread
from framesage.report.locations import shown_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from framesage.advice.model import Assessment
    from framesage.project import FileSystem, SettingsLayer

NO_FILES = "no dependency files found; for a project that is still an idea, try `framesage ask`"


@frozen
class CheckResult:
    """The assessments of all projects found, and the files, date and paths they are based on.

    ``is_valid`` is False if a path, a setting, a rule or a dependency file could not be used.
    ``other_files`` are those of the projects found whose assessments are not kept.
    """

    assessments: tuple[Assessment, ...]
    is_valid: bool
    files: ManifestCache
    today: date
    paths: tuple[Path, ...]
    overrides: SettingsLayer
    other_files: frozenset[Path] = frozenset()


@frozen
class Search:
    """The paths to check, of which some are missing or cannot be read."""

    paths: tuple[Path, ...]
    missing: tuple[Path, ...]
    unread: tuple[Path, ...]
    files: ManifestCache
    today: date
    overrides: SettingsLayer

    @classmethod
    def of(
        cls,
        paths: Sequence[Path],
        overlay: FileSystem | None = None,
        overrides: SettingsLayer = NO_SETTINGS,
    ) -> Search:
        """Look which of the paths there are; ``overlay`` replaces the files on the disk."""
        log_to_stderr()
        files = ManifestCache(CachedFileSystem(overlay or Disk()))
        missing = [path for path in paths if not _exists(path, overlay)]
        absolute = [Path(os.path.abspath(path)) for path in paths if path not in missing]  # noqa: PTH100
        unread = [path for path in absolute if files.is_file(path) and not admit(path, files)]
        found = [path for path in absolute if path not in unread]
        today = date.today()  # noqa: DTZ011  # support ends at midnight where the user is
        return cls(tuple(found), tuple(missing), tuple(unread), files, today, overrides)

    @property
    def has_unread(self) -> bool:
        """Whether a path is missing or cannot be read."""
        return bool(self.missing or self.unread)

    def assessments(self) -> Iterator[Assessment]:
        """Assess the projects at or below the paths, one after the other."""
        return assess_paths(self.paths, self.today, self.files, Path.cwd(), self.overrides)

    def report_unread(self) -> None:
        """Print which paths are missing or cannot be read."""
        for path in self.missing:
            error(f"{path}: no such file or folder")
        for path in self.unread:
            error(f"{shown_path(path, Path.cwd())}: {why_unread(path)}")

    def result(self, assessments: tuple[Assessment, ...], *, is_valid: bool) -> CheckResult:
        """Return the result of a check of these paths."""
        return CheckResult(
            assessments, is_valid, self.files, self.today, self.paths, self.overrides
        )


def check_paths(
    paths: Sequence[Path],
    overlay: FileSystem | None = None,
    overrides: SettingsLayer = NO_SETTINGS,
) -> CheckResult:
    """Assess the projects at or below the paths; print errors to standard error.

    ``overlay`` replaces the files on the disk. ``overrides`` are settings that take precedence over
    those of the projects.
    """
    search = Search.of(paths, overlay, overrides)
    assessments = tuple(search.assessments())
    search.report_unread()
    is_valid = report_errors(assessments, search.files) and not search.has_unread
    return search.result(assessments, is_valid=is_valid)


def report_errors(assessments: Iterable[Assessment], files: ManifestCache | None = None) -> bool:
    """Print the errors in rules and settings; return whether everything could be used."""
    problems = Problems(files)
    for assessment in assessments:
        problems.add(assessment)
    return problems.report()


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
