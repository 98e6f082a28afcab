"""Decide what a change makes stale: nothing, one project, or other projects too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.manifests import reader_by_name
from framesage.manifests.lockfiles import is_lock
from framesage.manifests.readme import preferred_readme
from framesage.project.discover import REPOSITORIES
from framesage.project.folder_names import is_ignored
from framesage.project.membership import has_content, is_list
from framesage.project.settings.model import SETTINGS_FILES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from framesage.manifests.manifest import Manifest
    from framesage.project.model import Project

_PROSE = (".md", ".markdown", ".rst")


def project_fingerprint(manifest: Manifest | None) -> object:
    """Return everything in a file that affects project discovery or the settings of others.

    While it stays the same, an edit affects only the projects that read the file.
    """
    if manifest is None:
        return None
    includes = [(include.target, include.constraint) for include in manifest.includes]
    settings = [(setting.path, setting.value) for setting in manifest.settings]
    names = [metadata.value for metadata in manifest.metadata if metadata.key == "name"]
    for_members = (names, manifest.sources, manifest.workspace)
    return has_content(manifest), bool(manifest.anchors), includes, settings, for_members


def is_prose(path: Path) -> bool:
    """Return whether a file is a text for people, which matters only as the README of a project."""
    return path.suffix.lower() in _PROSE or preferred_readme([path.name]) is not None


def may_be_code(path: Path) -> bool:
    """Return whether a file can count by its name alone, as code does, and texts do not."""
    return path.suffix.lower() not in (*_PROSE, ".txt")


def is_named(path: Path) -> bool:
    """Return whether a project may read a file because of its name."""
    return reader_by_name(path) is not None or is_lock(path.name) or is_prose(path)


def applies_below(name: str) -> bool:
    """Return whether a file or folder of this name matters to the projects in folders below."""
    return name in SETTINGS_FILES or is_lock(name) or name in REPOSITORIES


def outermost_owner(path: Path) -> Path:
    """Return the outermost folder whose project a file can belong to.

    Lists of requirements can be in a subfolder of the project, such as ``requirements``.
    """
    return path.parent.parent if is_list(path) else path.parent


def is_by_product(path: Path) -> bool:
    """Return whether a file is hidden or a backup: editors write such files at every save."""
    is_aside = path.name.startswith((".", "#")) or path.name.endswith("~")
    return is_aside and not is_named(path) and path.name not in REPOSITORIES


def is_beside(path: Path, projects: Iterable[Project]) -> bool:
    """Return whether a path is in a project, or would apply to one further below."""
    below = applies_below(path.name)
    return any(
        path.parent.is_relative_to(project.root)
        or (below and project.root.is_relative_to(path.parent))
        for project in projects
    )


def is_irrelevant_change(
    path: Path, workspace_folder: Path | None, projects: Iterable[Project]
) -> bool:
    """Return whether a changed file is prose, in an ignored folder, or excluded by settings.

    A project can still include such a file by name, or read it as its README.
    """
    if is_prose(path):
        return True
    folders = path.relative_to(workspace_folder).parts[:-1] if workspace_folder else ()
    if any(is_ignored(folder) for folder in folders):
        return True
    return any(_is_excluded_by(project, path) for project in projects)


def _is_excluded_by(project: Project, path: Path) -> bool:
    is_inside = path.is_relative_to(project.root)
    return is_inside and any(glob.covers(path) for glob in project.settings.exclude)
