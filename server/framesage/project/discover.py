"""The projects below a folder, and the one around a file."""

from __future__ import annotations

import logging
import time
from collections import deque
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.project.folder_names import is_environment, is_ignored, is_too_wide
from framesage.project.manifest_cache import remembering
from framesage.project.membership import subfolders
from framesage.project.roots import Descent, Step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from framesage.project.filesystem import Files
    from framesage.project.manifest_cache import Reader

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
    files: Files,
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
    reader = remembering(files)
    if reader.is_file(start):
        root = owner(start, reader, repository(start.parent, reader, around))
        yield from () if root is None else (root,)
        return
    steps = _steps(start, reader, exclude, limits or Limits(), on_progress)
    yield from (step.folder for step in steps if step.is_root)


def look_through(
    start: Path, files: Files, exclude: Sequence[str] = ()
) -> Iterator[tuple[Path, bool]]:
    """Yield every folder that ``discover`` enters, and whether it is the root of a project.

    For callers who do something else in between: how long they take is not counted.
    """
    limits = Limits(seconds=float("inf"))
    for step in _steps(start, remembering(files), exclude, limits, _nobody):
        yield step.folder, step.is_root


def _steps(
    start: Path,
    reader: Reader,
    exclude: Sequence[str],
    limits: Limits,
    on_progress: Callable[[Path, int], None],
) -> Iterator[Step]:
    descent = Descent(reader, start)
    first = descent.first(exclude)
    if is_too_wide(start):
        _log.warning("not looked for projects below %s: name a folder in it", start)
        return iter((first,))
    return _walk(descent, first, limits, on_progress)


def owner(
    path: Path, files: Files, boundary: Path | None = None, exclude: Sequence[str] = ()
) -> Path | None:
    """Return the root of the project that a file is in, or None.

    A script with metadata of its own is a project, and its own root. Of the projects around a file
    it is the nearest that reads it, else the nearest. ``boundary`` is the outermost folder that may
    be a root: the workspace, by default that of the repository; ``exclude`` are patterns relative
    to it, beside those of the settings on the way. A file that includes name (``../common.txt``)
    can be in further projects, elsewhere.
    """
    boundary = boundary or repository(path.parent, files)
    if not path.is_relative_to(boundary):
        return None
    reader = remembering(files)
    if reader.is_script(path):
        return path
    descent = Descent(reader, boundary)
    step = descent.first(exclude)
    for name in path.parent.relative_to(boundary).parts:
        if is_ignored(name) or is_environment(files.entries(step.folder / name)):
            return None
        if not step.admits(name):
            break
        step = descent.below(step, name)
    nearest = step.roots[::-1]
    return next((root for root in nearest if descent.reads(root, path)), next(iter(nearest), None))


def repository(path: Path, files: Files, *around: Path | None) -> Path:
    """Return the root of the repository that a folder, or a script that is a project, is in.

    Where there is none, it is the first of those ``around`` it that work may be done in (not the
    home folder or a file system's root), else the folder itself, or the file's.
    """
    folder = path.parent if remembering(files).is_file(path) else path
    for one in (folder, *folder.parents):
        if any(entry.name in _REPOSITORIES for entry in files.entries(one)):
            return one
    fit = (one for one in around if one and folder.is_relative_to(one) and not is_too_wide(one))
    return next(fit, folder)


def _walk(
    descent: Descent, first: Step, limits: Limits, on_progress: Callable[[Path, int], None]
) -> Iterator[Step]:
    """Yield folders breadth first: what is near counts most when a limit is reached."""
    waiting: deque[tuple[Step | None, str]] = deque([(None, "")])
    seen, deepest = 0, len(first.folder.parts) + limits.depth
    too_deep: list[Path] = []
    end = limits.clock() + limits.seconds
    while waiting and seen <= limits.entries and limits.clock() <= end:
        above, name = waiting.popleft()
        step = descent.below(above, name) if above else first
        on_progress(step.folder, seen)
        yield step
        seen += len(descent.reader.entries(step.folder))
        names = [name for name in subfolders(step.folder, descent.reader) if step.admits(name)]
        if len(step.folder.parts) < deepest:
            waiting.extend((step, name) for name in names)
        elif names:
            too_deep.append(step.folder)
    if waiting:
        _log.warning("looked for projects in %d files and folders, then stopped", seen)
    if too_deep:
        _log.warning("not looked for projects deep below %s", too_deep[0])
