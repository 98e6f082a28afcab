"""Facts from the names of a project's files and folders; their content is never read.

The facts are symbols that evidence can name: ``manage.py``, ``templates/``, ``python-files>500``.
Tests, documentation, helper scripts, samples, migrations and packages of others do not count.
"""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from framesage.project.data_facts import data_facts
from framesage.project.folder_names import (
    is_counted,
    is_dev_folder,
    is_docs_or_tests,
    is_home_or_filesystem_root,
    is_not_written_for_use,
)
from framesage.project.glob import is_excluded
from framesage.project.measures import measures
from framesage.project.membership import subfolders
from framesage.project.page_facts import PageTally

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from pathlib import Path

    from framesage.project.glob import Glob
    from framesage.project.manifest_cache import ManifestCache

FILES = frozenset(
    (
        "Dockerfile",
        "MANIFEST.in",
        "Procfile",
        "admin.py",
        "asgi.py",
        "fly.toml",
        "gunicorn.conf.py",
        "keep_alive.py",
        "locustfile.py",
        "manage.py",
        "models.py",
        "py.typed",
        "serializers.py",
        "settings.py",
        "uwsgi.ini",
        "wsgi.py",
    )
)
FOLDERS = frozenset(("locale", "migrations", "static", "templates", "translations"))
_ACCOUNTS = ("account", "accounts", "auth", "authentication", "login", "members", "users")
CODE_FOLDERS = frozenset(("admin", "profiles", *_ACCOUNTS))
"""Folders that are facts only if there are Python files in them."""
STEMS = ("compose", "docker-compose", "openapi", "swagger")
AT_MOST = "<="
OVER = (0, 50, 100, 200, 300, 800)
"""The values of N for which ``python-files>N`` and ``packages>N`` are facts."""
UP_TO = (3, 5, 10, 20, 40, 100)
"""The values of N for which ``python-files<=N`` and ``packages<=N`` are facts."""
_MOST_IN_FOLDER = 50
"""How many files of one folder count: more of them are alike, such as plugins."""
_MAX_ENTRIES, _MAX_DEPTH, _MAX_SECONDS = 20_000, 10, 10


@dataclass(slots=True)
class _Tally:
    names: set[str] = field(default_factory=set)
    python_files: int = 0
    every_python_file: int = 0
    """Including tests beside the code and ``__init__.py``."""
    packages: int = 0
    services: int = 0
    admin_modules: int = 0
    is_complete: bool = True
    has_links: bool = False
    """Whether there are links to folders, which are not followed."""
    pages: PageTally = field(default_factory=PageTally)


ADMIN_MODULES = "admin-modules"
"""More than one folder has an ``admin.py``: ``startapp`` writes the first, which may be empty."""
SERVICES = "services/*/"
"""There are at least two folders in a folder of services, each with a file that starts it."""
_SERVICE_FOLDERS = frozenset(("microservices", "service", "services"))
_STARTS = frozenset(("Dockerfile", "__main__.py", "app.py", "main.py", "server.py", "wsgi.py"))
HAS_CODE = "python-files>0"
SCRIPTS_ONLY = "python-files<=3"


def is_code(fact: str) -> bool:
    """Return whether a fact about a project shows that it has code."""
    return fact in FILES or fact.startswith("python-files")


def cached_layout(root: Path, cache: ManifestCache, exclude: Sequence[Glob]) -> tuple[str, ...]:
    """Return the facts, computed again only when the entries of the root change.

    This avoids walking the tree on every keystroke. Deeper changes have an effect after
    ``layouts.clear()``.
    """
    key = (cache.entries(root), tuple(exclude))
    known = cache.layouts.get(root)
    if known is None or known[0] != key:
        known = cache.layouts[root] = (key, layout_facts(root, cache, exclude))
    return known[1]


def layout_facts(
    root: Path,
    cache: ManifestCache,
    exclude: Sequence[Glob] = (),
    clock: Callable[[], float] = time.monotonic,
) -> tuple[str, ...]:
    """Return the facts of a project, sorted; none for the home folder or the file system's root.

    At most 20,000 entries are visited, ten folders deep, for ten seconds of the ``clock``. If that
    is not enough, facts with ``<=`` are left out, and that there are no templates.
    """
    if is_home_or_filesystem_root(root):
        return ()
    tally = _Tally()
    waiting, seen, end = deque([root]), 0, clock() + _MAX_SECONDS
    while waiting:
        folder = waiting.popleft()
        entries = cache.entries(folder)
        seen += len(entries)
        depth = len(folder.parts) - len(root.parts)
        if seen > _MAX_ENTRIES or depth > _MAX_DEPTH or clock() > end:
            tally.is_complete = False
            break
        folders = subfolders(folder, cache)
        files = [entry.name for entry in entries if not entry.is_dir]
        _count(folder.relative_to(root).parts, files, folders, tally)
        tally.has_links |= any(entry.is_dir and entry.is_symlink for entry in entries)
        below = (folder / name for name in folders if _is_code(folder / name, files, cache))
        waiting.extend(path for path in below if not is_excluded(path, exclude))
    is_seen = tally.is_complete and not tally.has_links
    pages = tally.pages.facts(tally.every_python_file, is_complete=is_seen)
    if tally.services > 1:
        tally.names.add(SERVICES)
    if tally.admin_modules > 1:
        tally.names.add(ADMIN_MODULES)
    return tuple(sorted({*tally.names, *_bands(tally), *pages}))


def _is_code(folder: Path, beside: Collection[str], cache: ManifestCache) -> bool:
    """Return whether a folder contains code of the project, also if its name says ``tools``.

    A package in a package is part of it, but for its tests.
    """
    if is_not_written_for_use(folder.name):
        return False
    if not is_dev_folder(folder.name):
        return True
    is_inside = "__init__.py" in beside and not is_docs_or_tests(folder.name)
    return is_inside and any(entry.name == "__init__.py" for entry in cache.entries(folder))


def _count(
    folder: tuple[str, ...], files: Sequence[str], folders: Sequence[str], tally: _Tally
) -> None:
    tally.names.update(FILES.intersection(files))
    tally.names.update(f"{name}/" for name in FOLDERS.intersection(folders))
    if any(name.endswith(".py") for name in files):
        tally.names.update(f"{name}/" for name in CODE_FOLDERS.intersection(folder[-1:]))
    tally.names.update(data_facts(folder, files))
    is_service = not _SERVICE_FOLDERS.isdisjoint(folder[-2:-1])
    tally.services += is_service and not _STARTS.isdisjoint(files)
    tally.admin_modules += "admin.py" in files
    tally.pages.add(folder, files)
    tally.names.update(measures(folder, files, folders))
    for name in files:
        stem, _, suffix = name.lower().partition(".")
        tally.every_python_file += suffix == "py"
        if stem in STEMS and suffix in ("json", "yml", "yaml"):
            tally.names.add(f"{stem}.*")
    tally.python_files += min(sum(map(is_counted, files)), _MOST_IN_FOLDER)
    tally.packages += "__init__.py" in files


def _bands(tally: _Tally) -> Iterator[str]:
    python_files = tally.python_files or tally.packages  # an application may be an `__init__.py`
    counts = {"python-files": python_files, "packages": tally.packages}
    for name, count in counts.items():
        yield from (f"{name}>{number}" for number in OVER if count > number)
        if tally.is_complete and python_files:  # without any, the code is elsewhere
            yield from (f"{name}{AT_MOST}{number}" for number in UP_TO if count <= number)
