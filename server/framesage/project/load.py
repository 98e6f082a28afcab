"""A project from its files: manifests in their roles, and the settings that hold for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.manifests import is_python
from framesage.project.discover import discover, repository
from framesage.project.includes import gather
from framesage.project.layout_facts import remembered_layout
from framesage.project.lockfiles import with_locks
from framesage.project.manifest_cache import Reader, Role, is_development, remembering
from framesage.project.membership import is_list
from framesage.project.model import Problem, Project
from framesage.project.settings import (
    NOTHING,
    Stated,
    merge,
    read_settings,
    settle,
    stated_settings,
)
from framesage.text import Range

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from framesage.manifests.model import Manifest
    from framesage.project.filesystem import Files


def load_project(
    root: Path, files: Files, boundary: Path | None = None, overrides: Stated = NOTHING
) -> Project:
    """Read the project at ``root``: a folder, or a script with metadata of its own.

    ``boundary`` is the folder that includes may not leave (by default the repository's);
    ``overrides`` is what the editor or the command line says, which beats the project's settings.
    Where ``files`` is a ``Reader``, reading again costs only the parsing of what is new to it.
    """
    reader = remembering(files)
    boundary = boundary or repository(root, files)
    if is_python(root) and reader.is_file(root):
        return _assemble_script(root, reader, boundary, overrides)
    stated, problems = stated_settings(root, reader, boundary)
    settings = settle(merge(stated, overrides))
    roles = gather(root, reader, boundary, settings.exclude)
    cast = [reader.cast(path, role) for path, role in roles.items()]
    found = [with_locks(one, reader, boundary) for one in cast if one is not None]
    manifests = sorted(found, key=lambda one: _location(one, roles[one.source.path], root))
    layout = remembered_layout(root, reader, settings.exclude) if settings.layout else ()
    shared = bool(settings.ignore) and _has_projects_below(root, reader)
    unread = tuple(_unread(roles, reader))
    return Project(
        root, tuple(manifests), settings, problems, layout, None, shared, boundary, unread
    )


def _unread(paths: Iterable[Path], reader: Reader) -> Iterator[Problem]:
    """Yield why files cannot be read, each at its beginning."""
    for path in paths:
        trouble = reader.trouble(path)
        if trouble:
            yield Problem(path, Range.on_line(0, 0, 0), f"{path.name} cannot be read: {trouble}")


def _has_projects_below(root: Path, reader: Reader) -> bool:
    """Tell whether other projects are below; as it was when the root's entries last changed."""
    entries = reader.entries(root)
    known = reader.with_projects_below.get(root)
    if known is None or known[0] != entries:
        found = any(one != root for one in discover(root, reader))
        known = reader.with_projects_below[root] = (entries, found)
    return known[1]


def _assemble_script(path: Path, reader: Reader, boundary: Path, overrides: Stated) -> Project:
    """Read a script: its own settings count before those of the folders around it."""
    stated, _ = stated_settings(path.parent, reader, boundary)
    manifest = reader.manifest(path) if reader.is_script(path) else None
    own, problems = read_settings(manifest) if manifest else (NOTHING, ())
    settings = settle(merge(merge(stated, own), overrides))
    found = (manifest,) if manifest else ()
    return Project(path.parent, found, settings, problems, script=path, boundary=boundary)


def _location(manifest: Manifest, role: Role, root: Path) -> tuple[object, ...]:
    """Return where a manifest comes in the project: nearest to the root, main ones first."""
    path = manifest.source.path
    depth = len(path.parts) - len(root.parts)
    aside = 2 if role != Role() else int(is_development(manifest))
    named = path.stem.lower() == "requirements"
    return not path.is_relative_to(root), depth, is_list(path), aside, not named, path.as_posix()
