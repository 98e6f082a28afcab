"""The projects below a folder, and the one around a file."""

from __future__ import annotations

import logging
import time
from collections import deque
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.project.folder_names import is_environment, is_home_or_filesystem_root, is_ignored
from framesage.project.manifest_cache import as_cache
from framesage.project.membership import subfolders
from framesage.project.roots import Candidate, RootFinder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from framesage.project.filesystem import FileSystem
    from framesage.project.manifest_cache import ManifestCache

_log = logging.getLogger(__name__)
_REPOSITORIES = frozenset((".git", ".hg", ".svn", ".jj"))


@frozen
class Limits:
    """How far discovery goes: entries looked at, folders within folders, and how long, in seconds
    by a ``clock``."""

    entries: int = 200_000
    depth: int = 12
    seconds: float = 60
    clock: Callable[[], float] = time.monotonic


def _nobody(_folder: Path, _seen: int) -> None:
    """Hear of the search's progress, and do nothing."""


def discover(
    start: Path,
    files: FileSystem,
    exclude: Sequence[str] = (),
    limits: Limits | None = None,
    on_progress: Callable[[Path, int], None] = _nobody,
    around: Path | None = None,
) -> Iterator[Path]:
    """Yield the roots of the projects at and below ``start``, outer ones first, then by name.

    ``exclude`` are patterns relative to ``start``, beside those of the settings on the way. A file
    to start at means the project it belongs to, in its repository or the folder ``around`` it (see
    ``repository``). Reaching a limit costs one line in the log, and so does the root of the file
    system or the home folder: nothing is looked for below them.
    ``on_progress`` is told each folder that is entered, and how many entries were seen until then.
    """
    cache = as_cache(files)
    if cache.is_file(start):
        root = project_root_of(start, cache, repository_root(start.parent, cache, around))
        yield from () if root is None else (root,)
        return
    candidates = _candidates(start, cache, exclude, limits or Limits(), on_progress)
    yield from (candidate.folder for candidate in candidates if candidate.is_root)


def walk(
    start: Path, files: FileSystem, exclude: Sequence[str] = ()
) -> Iterator[tuple[Path, bool]]:
    """Yield every folder that ``discover`` enters, and whether it is the root of a project.

    For callers who do something else in between: how long they take is not counted.
    """
    limits = Limits(seconds=float("inf"))
    for candidate in _candidates(start, as_cache(files), exclude, limits, _nobody):
        yield candidate.folder, candidate.is_root


def _candidates(
    start: Path,
    cache: ManifestCache,
    exclude: Sequence[str],
    limits: Limits,
    on_progress: Callable[[Path, int], None],
) -> Iterator[Candidate]:
    finder = RootFinder(cache, start)
    first = finder.first(exclude)
    if is_home_or_filesystem_root(start):
        _log.warning("not looked for projects below %s: name a folder in it", start)
        return iter((first,))
    return _walk(finder, first, limits, on_progress)


def project_root_of(
    path: Path, files: FileSystem, boundary: Path | None = None, exclude: Sequence[str] = ()
) -> Path | None:
    """Return the root of the project that a file is in, or None.

    A script with metadata of its own is a project, and its own root. Of the projects around a file
    it is the nearest that reads it, else the nearest. ``boundary`` is the outermost folder that may
    be a root: the workspace, by default that of the repository; ``exclude`` are patterns relative
    to it, beside those of the settings on the way. A file that includes name (``../common.txt``)
    can be in further projects, elsewhere.
    """
    boundary = boundary or repository_root(path.parent, files)
    if not path.is_relative_to(boundary):
        return None
    cache = as_cache(files)
    if cache.is_script(path):
        return path
    finder = RootFinder(cache, boundary)
    candidate = finder.first(exclude)
    for name in path.parent.relative_to(boundary).parts:
        if is_ignored(name) or is_environment(files.entries(candidate.folder / name)):
            return None
        if not candidate.admits(name):
            break
        candidate = finder.below(candidate, name)
    nearest = candidate.roots[::-1]
    return next((root for root in nearest if finder.reads(root, path)), next(iter(nearest), None))


def repository_root(path: Path, files: FileSystem, *around: Path | None) -> Path:
    """Return the root of the repository that a folder, or a script that is a project, is in.

    Where there is none, it is the first of those ``around`` it that work may be done in (not the
    home folder or a file system's root), else the folder itself, or the file's.
    """
    folder = path.parent if as_cache(files).is_file(path) else path
    for one in (folder, *folder.parents):
        if any(entry.name in _REPOSITORIES for entry in files.entries(one)):
            return one
    fit = (
        one
        for one in around
        if one and folder.is_relative_to(one) and not is_home_or_filesystem_root(one)
    )
    return next(fit, folder)


def _walk(
    finder: RootFinder, first: Candidate, limits: Limits, on_progress: Callable[[Path, int], None]
) -> Iterator[Candidate]:
    """Yield folders breadth first: what is near counts most when a limit is reached."""
    waiting: deque[tuple[Candidate | None, str]] = deque([(None, "")])
    seen, deepest = 0, len(first.folder.parts) + limits.depth
    too_deep: list[Path] = []
    end = limits.clock() + limits.seconds
    while waiting and seen <= limits.entries and limits.clock() <= end:
        above, name = waiting.popleft()
        candidate = finder.below(above, name) if above else first
        on_progress(candidate.folder, seen)
        yield candidate
        seen += len(finder.cache.entries(candidate.folder))
        names = [
            name for name in subfolders(candidate.folder, finder.cache) if candidate.admits(name)
        ]
        if len(candidate.folder.parts) < deepest:
            waiting.extend((candidate, name) for name in names)
        elif names:
            too_deep.append(candidate.folder)
    if waiting:
        _log.warning("looked for projects in %d files and folders, then stopped", seen)
    if too_deep:
        _log.warning("not looked for projects deep below %s", too_deep[0])
