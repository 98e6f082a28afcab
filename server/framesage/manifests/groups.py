"""What a list of requirements is for, told by its name: a file's, a group's or an extra's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.manifests.model import Group, Purpose

if TYPE_CHECKING:
    from pathlib import PurePath

_WORDS = re.compile(r"[a-z]+")
_DEVELOPMENT = frozenset(
    {"dev", "devel", "develop", "development", "debug", "precommit", "commit", "tooling", "tools"}
    | {"test", "tests", "testing", "unittest", "pytest", "tox", "nox", "ci", "coverage", "qa"}
    | {"lint", "linting", "linters", "style", "format", "formatting", "quality", "check", "checks"}
    | {"typing", "types", "typecheck", "mypy", "build", "packaging", "release", "examples"}
    | {"docs", "doc", "documentation", "rtd", "readthedocs", "sphinx", "mkdocs"}
    | {"benchmark", "benchmarks", "bench", "profiling", "notebook", "notebooks"}
)
_RUNTIME = frozenset(
    {"main", "prod", "production", "deploy", "deployment", "server", "web", "app", "api", "base"}
    | {"common"}
)


def is_development(name: str) -> bool:
    """Tell whether a name speaks of developing rather than running ("requirements-dev")."""
    return not _DEVELOPMENT.isdisjoint(_WORDS.findall(name.lower()))


def classify_file(path: PurePath) -> Group:
    """Return the group that a requirements file holds, by its own name.

    Its folder's name says nothing here: it may be that of the project ("~/dev", "my-test-shop").
    """
    stem = path.name.removesuffix(path.suffix)
    return Group(Purpose.DEVELOPMENT if is_development(stem) else Purpose.RUNTIME, stem)


def classify_extra(name: str) -> Group:
    """Return the group of an optional dependency (an extra)."""
    return Group(Purpose.DEVELOPMENT if is_development(name) else Purpose.OPTIONAL, name)


def classify_group(name: str) -> Group:
    """Return the group of a dependency group (PEP 735, Poetry, PDM).

    Groups are for development unless their name says that they run ("main", "prod", "web").
    """
    runs = not _RUNTIME.isdisjoint(_WORDS.findall(name.lower())) and not is_development(name)
    return Group(Purpose.RUNTIME if runs else Purpose.DEVELOPMENT, name)
