"""A project from its files: manifests in their roles, and the settings that hold for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.project.discover import repository
from framesage.project.gather import gather
from framesage.project.members import is_list, speaks
from framesage.project.model import Project
from framesage.project.reading import Role, remembering
from framesage.project.settings import NOTHING, Stated, merge, settle, stated_settings

if TYPE_CHECKING:
    from pathlib import Path

    from framesage.manifests.model import Manifest
    from framesage.project.files import Files


def assemble(
    root: Path, files: Files, boundary: Path | None = None, overrides: Stated = NOTHING
) -> Project:
    """Read the project at ``root``.

    ``boundary`` is the folder that includes may not leave (by default the repository's);
    ``overrides`` is what the editor or the command line says, which beats the project's settings.
    Where ``files`` is a ``Reader``, reading again costs only the parsing of what is new to it.
    """
    reader = remembering(files)
    boundary = boundary or repository(root, files)
    stated, problems = stated_settings(root, reader, boundary)
    settings = settle(merge(stated, overrides))
    roles = gather(root, reader, boundary, settings.exclude)
    paths = sorted(roles, key=lambda path: _place(path, roles[path], root))
    cast = (reader.cast(path, roles[path]) for path in paths)
    manifests = tuple(one for one in cast if one is not None and _tells(one))
    return Project(root, manifests, settings, problems)


def _tells(manifest: Manifest) -> bool:
    return is_list(manifest.source.path) or speaks(manifest)


def _place(path: Path, role: Role, root: Path) -> tuple[object, ...]:
    """Return where a file comes in the project: nearest to the root, main ones first."""
    inside = path.is_relative_to(root)
    depth = len(path.parts) - len(root.parts)
    return not inside, depth, is_list(path), role != Role(), _rank(path), path.as_posix()


def _rank(path: Path) -> int:
    return 0 if path.stem.lower() == "requirements" else 1
