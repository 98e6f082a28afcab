"""Find the projects below a folder, and the project that a file belongs to."""

from __future__ import annotations

import logging
import time
from collections import deque
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.project.folder_names import (
    is_environment,
    is_home_or_filesystem_root,
    is_ignored,
)
from framesage.project.manifest_cache import as_cache
from framesage.project.membership import subfolders
from framesage.project.roots import Candidate, RootFinder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from framesage.project.filesystem import FileSystem
    from framesage.project.glob import Glob

_log = logging.getLogger(__name__)
REPOSITORIES = frozenset((".git", ".hg", ".svn", ".jj"))


@frozen
class Limits:
    """Limits of discovery: visited entries, nested folders, and seconds of a ``clock``."""

    entries: int = 200_000
    depth: int = 12
    seconds: float = 60
    clock: Callable[[], float] = time.monotonic


def _no_progress(_folder: Path, _seen: int) -> None:
    """Ignore the progress of discovery."""


def discover(
    start: Path,
    files: FileSystem,
    exclude: Sequence[Glob] = (),
    limits: Limits | None = None,
    on_progress: Callable[[Path, int], None] = _no_progress,
    around: Path | None = None,
) -> Iterator[Path]:
    """Yield the roots of the projects at and below ``start``, outer ones first, then by name.

    If ``start`` is a file, yield the root of the project that it belongs to; it is searched for up
    to the repository's root, or up to the folder ``around`` it (see ``repository_root``).
    ``exclude`` are patterns in addition to those in settings. A warning is
    logged if a limit is reached, or if ``start`` is the home folder or the root of the file system,
    below which no projects are searched for. ``on_progress`` is called for each visited folder,
    with the number of entries seen before it.
    """
    cache = as_cache(files)
    if cache.is_file(start):
        root = project_root_of(start, cache, repository_root(start.parent, cache, around))
        if root is None and cache.is_dependency_file(start):  # in a folder that is not searched
            root = start.parent
        yield from () if root is None else (root,)
        return
    finder = RootFinder(cache, start, repository_root(start, cache, around), exclude)
    candidates = _candidates(finder, limits or Limits(), on_progress)
    yield from (candidate.folder for candidate in candidates if candidate.is_root)


def walk(
    start: Path, files: FileSystem, exclude: Sequence[Glob] = ()
) -> Iterator[tuple[Path, bool]]:
    """Yield every folder that ``discover`` visits, and whether it is the root of a project.

    There is no time limit, because the caller may do other work between two folders.
    """
    limits, cache = Limits(seconds=float("inf")), as_cache(files)
    finder = RootFinder(cache, start, repository_root(start, cache), exclude)
    for candidate in _candidates(finder, limits, _no_progress):
        yield candidate.folder, candidate.is_root


def _candidates(
    finder: RootFinder, limits: Limits, on_progress: Callable[[Path, int], None]
) -> Iterator[Candidate]:
    first, start = finder.start(), finder.boundary
    if is_home_or_filesystem_root(start):
        finder.cache.skipped.add(start)
        _log.warning(
            "skipping project discovery below %s (home or root folder); pass a subfolder", start
        )
        return iter((first,))
    return _walk(finder, first, limits, on_progress)


def project_root_of(
    path: Path, files: FileSystem, boundary: Path | None = None, exclude: Sequence[Glob] = ()
) -> Path | None:
    """Return the root of the project that a file belongs to, or None.

    A script with inline metadata is its own root. Otherwise the root is that of the closest project
    around the file that reads it, or of the closest one if none does. ``boundary`` is the outermost
    folder that may be a root (default: the repository's root), and ``exclude`` are patterns
    in addition to those in settings. A file that is included from elsewhere
    (``../common.txt``) can belong to further projects.
    """
    boundary = boundary or repository_root(path.parent, files)
    if boundary == path:
        boundary = path.parent  # a file that is not saved yet, which the client named as its folder
    if not path.is_relative_to(boundary):
        return None
    cache = as_cache(files)
    if cache.is_script(path):
        return path
    finder = RootFinder(cache, boundary, repository_root(boundary, cache), exclude)
    candidate = finder.start()
    for name in path.parent.relative_to(boundary).parts:
        if is_ignored(name) or is_environment(files.entries(candidate.folder / name)):
            return None
        if not candidate.admits(name):
            break
        candidate = finder.enter(candidate, name)
    closest = candidate.roots[::-1]
    return next((root for root in closest if finder.reads(root, path)), next(iter(closest), None))


def repository_root(path: Path, files: FileSystem, *around: Path | None) -> Path:
    """Return the root of the repository that a folder or file is in.

    Outside a repository, return the first of the folders ``around`` that contains it and is neither
    the home folder nor the root of the file system; else the folder itself, or that of the file.
    """
    folder = path.parent if as_cache(files).is_file(path) else path
    for parent in (folder, *folder.parents):
        if has_repository(parent, files):
            return parent
    for outer in around:
        if outer and folder.is_relative_to(outer) and not is_home_or_filesystem_root(outer):
            return outer
    return folder


def has_repository(folder: Path, files: FileSystem) -> bool:
    """Return whether a folder is the root of a repository."""
    return any(entry.name in REPOSITORIES for entry in files.entries(folder))


def _walk(
    finder: RootFinder,
    first: Candidate,
    limits: Limits,
    on_progress: Callable[[Path, int], None],
) -> Iterator[Candidate]:
    """Yield folders breadth first, so that a limit cuts off the deepest ones."""
    queue: deque[tuple[Candidate | None, str]] = deque([(None, "")])
    seen, max_parts = 0, len(first.folder.parts) + limits.depth
    too_deep: list[Path] = []
    end = limits.clock() + limits.seconds
    while queue and seen <= limits.entries and limits.clock() <= end:
        parent, name = queue.popleft()
        candidate = finder.enter(parent, name) if parent else first
        on_progress(candidate.folder, seen)
        yield candidate
        seen += len(finder.cache.entries(candidate.folder))
        names = filter(candidate.admits, subfolders(candidate.folder, finder.cache))
        below = [(candidate, subfolder) for subfolder in names]
        if len(candidate.folder.parts) < max_parts:
            queue.extend(below)
        elif below:
            too_deep.append(candidate.folder)
    if queue:
        finder.cache.skipped.add(first.folder)
        _log.warning("stopped project discovery after %d files and folders", seen)
    finder.cache.skipped.update(too_deep)
    if too_deep:
        _log.warning("skipped project discovery in deep folders below %s", too_deep[0])
