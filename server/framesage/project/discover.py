"""The projects below a folder, and the one around a file."""

from __future__ import annotations

import logging
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framesage.project.descent import Descent, Step
from framesage.project.folders import is_environment, is_ignored
from framesage.project.members import subfolders
from framesage.project.reading import remembering

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from framesage.project.files import Files

_log = logging.getLogger(__name__)
_REPOSITORIES = frozenset((".git", ".hg", ".svn", ".jj"))


@dataclass(frozen=True, slots=True)
class Limits:
    """How far discovery goes: entries looked at, and folders within folders."""

    entries: int = 200_000
    depth: int = 12


def discover(
    start: Path, files: Files, exclude: Sequence[str] = (), limits: Limits | None = None
) -> Iterator[Path]:
    """Yield the roots of the projects at and below ``start``, outer ones first, then by name.

    ``exclude`` are patterns relative to ``start``, beside those of the settings on the way. A file
    to start at means the project it belongs to. Reaching a limit costs one line in the log.
    """
    reader = remembering(files)
    if reader.is_file(start):
        root = owner(start, reader)
        yield from () if root is None else (root,)
        return
    descent = Descent(reader, start)
    for step in _walk(descent, descent.first(exclude), limits or Limits()):
        if step.is_root:
            yield step.folder


def owner(path: Path, files: Files, boundary: Path | None = None) -> Path | None:
    """Return the root of the project that a file is in, or None.

    A script with metadata of its own is a project, and its own root. Of the projects around a file
    it is the nearest that reads it, else the nearest. ``boundary`` is the outermost folder that may
    be a root: the workspace, by default that of the repository. A file that includes name
    (``../common.txt``) can be in further projects, elsewhere.
    """
    boundary = boundary or repository(path.parent, files)
    if not path.is_relative_to(boundary):
        return None
    reader = remembering(files)
    if reader.is_script(path):
        return path
    descent = Descent(reader, boundary)
    step = descent.first()
    for name in path.parent.relative_to(boundary).parts:
        if is_ignored(name) or is_environment(files.entries(step.folder / name)):
            return None
        if not step.admits(name):
            break
        step = descent.below(step, name)
    nearest = step.roots[::-1]
    return next((root for root in nearest if descent.reads(root, path)), next(iter(nearest), None))


def repository(folder: Path, files: Files) -> Path:
    """Return the root of the repository that a folder is in, else the folder itself."""
    for one in (folder, *folder.parents):
        if any(entry.name in _REPOSITORIES for entry in files.entries(one)):
            return one
    return folder


def _walk(descent: Descent, first: Step, limits: Limits) -> Iterator[Step]:
    """Yield folders breadth first: what is near counts most when a limit is reached."""
    waiting, seen, deepest = deque([first]), 0, len(first.folder.parts) + limits.depth
    too_deep: list[Path] = []
    while waiting and seen <= limits.entries:
        step = waiting.popleft()
        yield step
        seen += len(descent.reader.entries(step.folder))
        names = [name for name in subfolders(step.folder, descent.reader) if step.admits(name)]
        if len(step.folder.parts) < deepest:
            waiting.extend(descent.below(step, name) for name in names)
        elif names:
            too_deep.append(step.folder)
    if seen > limits.entries:
        _log.warning("looked for projects in %d files and folders, then stopped", seen)
    if too_deep:
        _log.warning("not looked for projects deep below %s", too_deep[0])
