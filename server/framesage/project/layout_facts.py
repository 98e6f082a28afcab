"""What the names of a project's files and folders tell, never what is in them.

The facts are symbols that evidence can name: ``manage.py``, ``templates/``, ``python-files>500``.
Tests, documentation and helper scripts do not count, nor other people's code.
"""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from framesage.project.folder_names import is_dev_folder, is_excluded, is_home_or_filesystem_root
from framesage.project.membership import subfolders

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from framesage.project.manifest_cache import ManifestCache

FILES = frozenset(
    ("Dockerfile", "admin.py", "asgi.py", "manage.py", "models.py", "serializers.py", "wsgi.py")
)
FOLDERS = frozenset(("locale", "migrations", "static", "templates", "translations"))
STEMS = ("openapi", "swagger")
OVER = (50, 100, 200, 500, 1000)
"""The numbers above which ``python-files>N`` and ``packages>N`` are facts."""
UP_TO = (3, 5, 10, 20)
"""The numbers up to which ``python-files<=N`` and ``packages<=N`` are facts."""
_MOST, _DEEPEST, _LONGEST = 20_000, 10, 10


@dataclass(slots=True)
class _Tally:
    names: set[str] = field(default_factory=set)
    python_files: int = 0
    packages: int = 0
    is_whole: bool = True


def cached_layout(root: Path, cache: ManifestCache, exclude: Sequence[str]) -> tuple[str, ...]:
    """Return the facts as they were when the root's entries last changed.

    A keystroke must not walk the tree; what changes deeper below counts after ``layouts.clear()``.
    """
    key = (cache.entries(root), tuple(exclude))
    known = cache.layouts.get(root)
    if known is None or known[0] != key:
        known = cache.layouts[root] = (key, layout_facts(root, cache, exclude))
    return known[1]


def layout_facts(
    root: Path,
    cache: ManifestCache,
    exclude: Sequence[str] = (),
    clock: Callable[[], float] = time.monotonic,
) -> tuple[str, ...]:
    """Return the facts of a project, by name; none of the file system's root or the home folder.

    At most 20,000 entries are looked at, ten folders deep, for ten seconds by a ``clock``; of more,
    no "at most" is told.
    """
    if is_home_or_filesystem_root(root):
        return ()
    tally = _Tally()
    waiting, seen, end = deque([root]), 0, clock() + _LONGEST
    while waiting:
        folder = waiting.popleft()
        entries = cache.entries(folder)
        seen += len(entries)
        depth = len(folder.parts) - len(root.parts)
        if seen > _MOST or depth > _DEEPEST or clock() > end:
            tally.is_whole = False
            break
        folders = subfolders(folder, cache)
        _count([one.name for one in entries if not one.is_dir], folders, tally)
        below = (folder / name for name in folders if not is_dev_folder(name))
        waiting.extend(one for one in below if not is_excluded(one.relative_to(root), exclude))
    return tuple(sorted({*tally.names, *_bands(tally)}))


def _count(files: Sequence[str], folders: Sequence[str], tally: _Tally) -> None:
    tally.names.update(FILES.intersection(files))
    tally.names.update(f"{name}/" for name in FOLDERS.intersection(folders))
    for name in files:
        stem, _, suffix = name.lower().partition(".")
        tally.python_files += suffix == "py"
        if stem in STEMS and suffix in ("json", "yml", "yaml"):
            tally.names.add(f"{stem}.*")
    tally.packages += "__init__.py" in files


def _bands(tally: _Tally) -> Iterator[str]:
    counts = {"python-files": tally.python_files, "packages": tally.packages}
    for name, count in counts.items():
        yield from (f"{name}>{number}" for number in OVER if count > number)
        if tally.is_whole and tally.python_files:  # none at all: the code is elsewhere
            yield from (f"{name}<={number}" for number in UP_TO if count <= number)


def possible_facts() -> frozenset[str]:
    """Return every fact there can be."""
    bands = {f"{name}>{number}" for name in ("python-files", "packages") for number in OVER}
    bands |= {f"{name}<={number}" for name in ("python-files", "packages") for number in UP_TO}
    names = {f"{name}/" for name in FOLDERS} | {f"{stem}.*" for stem in STEMS}
    return frozenset(FILES | names | bands)
