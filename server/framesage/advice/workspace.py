"""From paths to assessments: what ``framesage check`` and the tests call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.assess import assess
from framesage.project import Disk, discover, load_project, repository_root
from framesage.project.manifest_cache import as_cache
from framesage.rulebase import RuleBaseError, load_rule_base

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from framesage.advice.model import Assessment
    from framesage.project import FileSystem
    from framesage.project.model import Project


def assess_paths(
    paths: Iterable[Path],
    today: date,
    files: FileSystem | None = None,
    around: Path | None = None,
) -> Iterator[Assessment]:
    """Yield the assessment of every project at or below the paths, each project once.

    ``around`` is the folder that work is done in: where there is no repository, what is around a
    project counts up to it, as up to the workspace in an editor; elsewhere, up to the path given.
    """
    cache = as_cache(files or Disk())
    boundaries: dict[Path, Path] = {}
    for path in paths:
        for root in discover(path, cache, around=around):
            boundaries.setdefault(root, repository_root(root, cache, around, path))
    for root, boundary in boundaries.items():
        yield assess_root(root, cache, today, boundary)


def assess_root(
    root: Path, files: FileSystem, today: date, boundary: Path | None = None
) -> Assessment:
    """Return the assessment of the project at a root."""
    return assess_project(load_project(root, files, boundary), today)


def assess_project(project: Project, today: date) -> Assessment:
    """Return the assessment by our rules and the project's own; where its own cannot be used, by
    ours alone, with what is wrong with them."""
    own = tuple(project.root / path for path in project.settings.rule_paths)
    try:
        return assess(project, load_rule_base(own), today)
    except RuleBaseError as error:
        return assess(project, load_rule_base(), today, error.errors)
