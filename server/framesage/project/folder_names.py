"""What folders are for, told by their names."""

from __future__ import annotations

import os
import re
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import PurePath

    from framesage.project.filesystem import DirEntry

_IGNORED = frozenset(
    (
        "venv",
        "node_modules",
        "bower_components",
        "site-packages",
        "dist-packages",
        "__pycache__",
        "__pypackages__",
        "build",
        "dist",
        "sdist",
        "wheelhouse",
        "htmlcov",
    )
)
_REQUIREMENTS = re.compile(r"requirements?(\.\w+)?")
_LISTS = re.compile(r"(.+[-_])?requirements?(\.\w+)?|reqs?|requires|deps|dependencies|pip")
_SHELVES = frozenset(("doc", "docs", "documentation", "test", "tests", "testing"))
_HELPERS = frozenset(
    (
        "benchmark",
        "benchmarks",
        "ci",
        "dev",
        "develop",
        "development",
        "e2e",
        "script",
        "scripts",
        "tool",
        "tools",
    )
)
_ENVIRONMENT = frozenset(("pyvenv.cfg", "conda-meta"))


def is_ignored(name: str) -> bool:
    """Tell whether a folder holds other people's code, build output or hidden things."""
    return name.startswith(".") or name in _IGNORED or name.endswith((".egg-info", ".dist-info"))


def is_home_or_filesystem_root(folder: Path) -> bool:
    """Tell whether a folder is the file system's root or the home folder: opened by accident, they
    hold everything that there is."""
    home = os.path.expanduser("~")  # noqa: PTH111  # never raises
    wide = (Path(folder.anchor), Path(os.path.realpath(home)))
    return Path(os.path.realpath(folder)) in wide  # as paths: "c:\\" is "C:\\"


def is_environment(entries: Sequence[DirEntry]) -> bool:
    """Tell whether a folder with these entries is an environment, whatever its name."""
    return any(entry.name in _ENVIRONMENT for entry in entries)


def contains_only_requirements(name: str) -> bool:
    """Tell whether a folder's every ``.txt`` and ``.in`` is a requirements file.

    ``requirements``, ``requirements.d``, ``requirements.in`` and the like.
    """
    return _REQUIREMENTS.fullmatch(name.lower()) is not None


def is_requirements_folder(name: str) -> bool:
    """Tell whether a folder holds the dependency files of the folder it is in."""
    return _LISTS.fullmatch(name.lower()) is not None


def is_docs_or_tests(name: str) -> bool:
    """Tell whether a folder holds documentation or tests, fixtures and samples among them."""
    return name.lower() in _SHELVES


def is_dev_folder(name: str) -> bool:
    """Tell whether what a folder needs is needed by those who work on the project around it."""
    return is_docs_or_tests(name) or name.lower() in _HELPERS


def is_excluded(relative: PurePath, patterns: Sequence[str]) -> bool:
    """Tell whether the user's patterns exclude a path.

    A pattern without ``/`` is the name of a file or folder at any depth, one with ``/`` a path from
    the project's root; ``*`` and ``?`` stand for any characters.
    """
    return any(_matches(relative, one.replace("\\", "/").rstrip("/")) for one in patterns)


def _matches(relative: PurePath, pattern: str) -> bool:
    if "/" in pattern:
        return fnmatchcase(relative.as_posix(), pattern.lstrip("/"))
    return fnmatchcase(relative.name, pattern)
