"""The environments in which packs can be installed: folders only, no interpreter is run."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FOLDERS = (".venv", "venv", "env")
"""The usual names of a project's virtual environment."""


def site_folders(folders: Iterable[Path]) -> tuple[Path, ...]:
    """Return the folders that distributions are installed in, each once.

    First come those of the Python that runs Framesage, then those of the virtual environments in
    ``folders``, then that of the active virtual environment.
    """
    found = (*map(Path, filter(None, sys.path)), *_of_projects(folders), *_of_active())
    once: dict[str, Path] = {}
    for path in found:
        once.setdefault(os.path.realpath(path), path)
    return tuple(once.values())


def possible_folders(folders: Iterable[Path]) -> Iterator[Path]:
    """Yield the virtual environments that these folders have, or would have if they existed."""
    yield from (folder / name for folder in folders for name in FOLDERS)


def _of_projects(folders: Iterable[Path]) -> Iterator[Path]:
    for environment in possible_folders(folders):
        yield from _site_packages(environment)


def _of_active() -> Iterator[Path]:
    active = os.environ.get("VIRTUAL_ENV", "")
    if active:
        yield from _site_packages(Path(active))


def _site_packages(environment: Path) -> Iterator[Path]:
    """Yield the folders of an environment, as it is on Windows and elsewhere."""
    found = (environment / "Lib/site-packages", *environment.glob("lib/*/site-packages"))
    yield from filter(os.path.isdir, found)
