"""Classify folders by their names."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

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
_ONLY_REQUIREMENTS = re.compile(r"requirements?(\.\w+)?")
_REQUIREMENTS_FOLDERS = re.compile(
    r"(.+[-_])?requirements?(\.\w+)?|reqs?|requires|deps|dependencies|pip"
)
_DOCS_AND_TESTS = frozenset(("doc", "docs", "documentation", "test", "tests", "testing"))
_DEV_FOLDERS = frozenset(
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
_NOT_WRITTEN_FOR_USE = frozenset(
    (
        "_vendor",
        "alembic",
        "demo",
        "demos",
        "demo_project",
        "example",
        "example_project",
        "examples",
        "extern",
        "migrations",
        "sample",
        "sample_project",
        "samples",
        "sandbox",
        "test_project",
        "testproject",
        "third_party",
        "thirdparty",
        "vendor",
        "vendored",
        "vendors",
    )
)
_DEPLOYMENT_FOLDERS = frozenset(
    (
        "ansible",
        "conf",
        "config",
        "configs",
        "deploy",
        "deployment",
        "deployments",
        "docker",
        "etc",
        "heroku",
        "infra",
        "infrastructure",
        "k8s",
        "kubernetes",
        "ops",
        "packaging",
        "provisioning",
        "setup",
    )
)
_WHOLE_APPLICATION = frozenset(
    ("app", "application", "backend", "code", "server", "source", "src", "web", "webapp", "website")
)
_LIBRARIES = frozenset(("common", "lib", "libraries", "libs", "packages", "shared"))
_TEST_FILE = re.compile(r"(test_.*|.*_test|tests|conftest)\.py")
_ENVIRONMENT_MARKERS = frozenset(("pyvenv.cfg", "conda-meta"))


def is_ignored(name: str) -> bool:
    """Return whether a folder contains installed packages, build output or hidden files."""
    return name.startswith(".") or name in _IGNORED or name.endswith((".egg-info", ".dist-info"))


def is_home_or_filesystem_root(folder: Path) -> bool:
    """Return whether a folder is the root of the file system or the home folder.

    Users open them by accident, and searching them takes too long.
    """
    home = os.path.expanduser("~")  # noqa: PTH111  # never raises
    wide = (Path(folder.anchor), Path(os.path.realpath(home)))
    return Path(os.path.realpath(folder)) in wide  # compared as paths: "c:\\" equals "C:\\"


def is_environment(entries: Sequence[DirEntry]) -> bool:
    """Return whether a folder with these entries is a virtual or Conda environment."""
    return any(entry.name in _ENVIRONMENT_MARKERS for entry in entries)


def contains_only_requirements(name: str) -> bool:
    """Return whether every ``.txt`` and ``.in`` file in a folder is a requirements file.

    This is the case for ``requirements``, ``requirements.d``, ``requirements.in`` and the like.
    """
    return _ONLY_REQUIREMENTS.fullmatch(name.lower()) is not None


def is_requirements_folder(name: str) -> bool:
    """Return whether a folder contains the requirements files of its parent folder."""
    return _REQUIREMENTS_FOLDERS.fullmatch(name.lower()) is not None


def is_docs_or_tests(name: str) -> bool:
    """Return whether a folder contains documentation or tests, including fixtures and samples."""
    return name.lower() in _DOCS_AND_TESTS


def is_dev_folder(name: str) -> bool:
    """Return whether the requirements of a folder are only needed to develop the project."""
    return is_docs_or_tests(name) or name.lower() in _DEV_FOLDERS


def is_not_written_for_use(name: str) -> bool:
    """Return whether code in a folder is not written by hand for the application to run.

    Migrations are generated, vendored code is written by others, and samples show how to use it.
    """
    return name.lower() in _NOT_WRITTEN_FOR_USE


def is_counted(file: str) -> bool:
    """Return whether a file is Python code that counts: no tests, and no empty `__init__.py`."""
    name = file.lower()
    return name.endswith(".py") and name != "__init__.py" and not _TEST_FILE.fullmatch(name)


def is_deployment_folder(name: str) -> bool:
    """Return whether a folder describes how an application around it is run."""
    return name.lower() in _DEPLOYMENT_FOLDERS or is_requirements_folder(name)


def holds_whole_application(name: str) -> bool:
    """Return whether a folder usually holds the whole application of the folder around it."""
    return name.lower() in _WHOLE_APPLICATION


def holds_library(name: str) -> bool:
    """Return whether the folders in a folder are usually packages that others require."""
    return name.lower() in _LIBRARIES
