"""Classify groups of requirements by the name of the file, extra or dependency group."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.manifests.model import Group, Purpose

if TYPE_CHECKING:
    from pathlib import PurePath

_WORDS = re.compile(r"[a-z]+")
_LIST_WORD = re.compile(r"requirements?|constraints?", re.I)
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
_OPTIONAL = frozenset(("extra", "extras", "optional"))


def is_development_name(name: str) -> bool:
    """Return whether a name is about development ("requirements-dev")."""
    return not _DEVELOPMENT.isdisjoint(_WORDS.findall(name.lower()))


def classify_file(path: PurePath) -> Group:
    """Return the group of a requirements file, by its own name.

    Folder names are ignored, because they can be that of the project ("~/dev", "my-test-shop").
    """
    stem = path.name.removesuffix(path.suffix)
    words = _LIST_WORD.sub(" ", stem)  # "devrequirements" has two words
    if is_development_name(words):
        return Group(Purpose.DEVELOPMENT, stem)
    is_optional = not _OPTIONAL.isdisjoint(_WORDS.findall(words.lower()))
    return Group(Purpose.OPTIONAL if is_optional else Purpose.RUNTIME, stem)


def classify_extra(name: str) -> Group:
    """Return the group of an optional dependency (an extra)."""
    purpose = Purpose.DEVELOPMENT if is_development_name(name) else Purpose.OPTIONAL
    return Group(purpose, name, is_extra=True)


def classify_group(name: str) -> Group:
    """Return the group of a dependency group (PEP 735, Poetry, PDM).

    Groups are for development unless their name is about running the project ("prod", "web").
    """
    has_runtime_word = not _RUNTIME.isdisjoint(_WORDS.findall(name.lower()))
    is_runtime = has_runtime_word and not is_development_name(name)
    return Group(Purpose.RUNTIME if is_runtime else Purpose.DEVELOPMENT, name)
