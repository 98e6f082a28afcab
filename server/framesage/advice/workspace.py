"""Find the projects at paths, load them with their rules, and assess them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.assess import assess
from framesage.advice.found_projects import FoundProjects
from framesage.advice.rule_sources import load_rules
from framesage.advice.shared_ignores import is_whole, with_unused_ignores
from framesage.advice.shared_lists import without_repeated
from framesage.project import NO_SETTINGS, Disk, discover, load_project, repository_root
from framesage.project.manifest_cache import as_cache
from framesage.project.named_files import admit
from framesage.rulebase.load import load_sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from framesage.advice.model import Assessment
    from framesage.advice.rule_sources import Load
    from framesage.project import FileSystem, SettingsLayer
    from framesage.project.model import Project


def assess_paths(
    paths: Iterable[Path],
    today: date,
    files: FileSystem | None = None,
    around: Path | None = None,
    overrides: SettingsLayer = NO_SETTINGS,
) -> Iterator[Assessment]:
    """Find and assess every project at or below the paths, each project and each finding once.

    ``files`` is the file system to read; the default is the disk. ``around`` is the working
    folder: outside a repository, settings and files of outer folders are used up to it, or up to
    the given path if that is not below it. ``overrides`` are settings that take precedence over
    those of the projects.
    """
    cache = as_cache(files or Disk())
    boundaries: dict[Path, Path] = {}
    searched = []
    for path in paths:
        if cache.is_file(path):
            admit(path, cache)
        else:
            searched.append(path)
        for root in discover(path, cache, around=around):
            boundaries.setdefault(root, repository_root(root, cache, around, path))
    found = FoundProjects(
        boundaries,
        cache.is_file,
        lambda root, before: assess_root(root, cache, today, boundaries[root], overrides, before),
    )
    complete = (
        with_unused_ignores(assessment, found.below(assessment.project.root))
        if assessment.project.shares_ignores
        and is_whole(assessment.project.root, searched, cache.skipped)
        else assessment
        for assessment in found
    )
    yield from without_repeated(complete, found.owner_of)


def assess_root(
    root: Path,
    files: FileSystem,
    today: date,
    boundary: Path | None = None,
    overrides: SettingsLayer = NO_SETTINGS,
    before: Assessment | None = None,
) -> Assessment:
    """Load and assess the project in a folder.

    ``boundary`` is the outermost folder whose files can belong to the project. ``overrides`` are
    settings that take precedence over those of the project. ``before`` is as for ``assess``.
    """
    return assess_project(load_project(root, files, boundary, overrides), today, before=before)


def assess_project(
    project: Project, today: date, load: Load = load_sources, before: Assessment | None = None
) -> Assessment:
    """Assess a project by the built-in rules and its custom rules.

    Packs with an error are not used, and ``rule_errors`` lists all errors. ``load`` loads the
    rules. ``before`` is an earlier assessment, from which the new one is made faster.
    """
    project, loaded = load_rules(project, load)
    return assess(project, loaded.rule_base, today, loaded.errors, before)
