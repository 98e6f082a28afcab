"""Find environment markers that are false in every environment of a project.

A marker is evaluated in sample environments: every minor version of Python that the project
supports, and for every other variable the values that the marker names and one that it does not.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from operator import eq, ge, gt, le, lt, ne
from typing import TYPE_CHECKING

from framesage.analysis.versions import literal_specifier_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Requirement
    from framesage.project.model import Project

_MINORS = ("2.7", *(f"3.{minor}" for minor in range(31)))
_PATCHES = range(31)
_NAMES_PATCH = re.compile(r"[0-9]\.[0-9]+[.\w]")
"""Otherwise all patch versions of a minor version but the first are the same."""
_VARIABLE = re.compile(r"\b(?:os_name|sys_platform|platform_\w+|implementation_\w+|extra)\b")
_VALUE = re.compile(r"[\"']([^\"']*)[\"']")
_FULL_VERSION = re.compile(r"([0-9]+\.[0-9]+)\.([0-9]+)")
_UNVERSIONED = re.compile(
    r"python_\w*version\s*[<>=!~]+\s*[\"'](?![0-9]+(?:\.[0-9]+)*(?:\.\*)?[\"'])"
)
_VERSION = r"[0-9]{1,4}(?:\.[0-9]{1,4})?"
_COMPARISON = re.compile(rf"python_version\s*([<>]=?|[=!]=)\s*(\"{_VERSION}\"|'{_VERSION}')")
_ONLY_VERSION = re.compile(rf"\s*{_COMPARISON.pattern}(?:\s+and\s+{_COMPARISON.pattern})*\s*")
_COMPARE = {"<": lt, "<=": le, ">": gt, ">=": ge, "==": eq, "!=": ne}
_UNKNOWABLE = ("platform_release", "platform_version", "implementation_version")
_MAX_ENVIRONMENTS = 100
"""The most environments per version of Python; a marker with more is assumed to be true in one."""

Pythons = tuple[str, ...]
"""Minor versions of Python, newest first."""


def supported_pythons(project: Project) -> Pythons:
    """Return the versions of Python that a project supports: ``requires-python``, else any 3.x."""
    specifiers = (
        metadata.value.strip()
        for manifest in project.manifests
        for metadata in manifest.metadata
        if metadata.key == "requires-python"
    )
    return _admitted_pythons(tuple(dict.fromkeys(filter(None, specifiers))))


@lru_cache(maxsize=64)
def _admitted_pythons(specifiers: tuple[str, ...]) -> Pythons:
    sets = map(literal_specifier_set, specifiers)
    admitted = [versions for versions in sets if versions is not None]
    if not admitted:
        return _MINORS[:0:-1]
    patches = _PATCHES if any(map(_NAMES_PATCH.search, specifiers)) else _PATCHES[:2]
    return tuple(
        minor
        for minor in reversed(_MINORS)
        if any(versions.contains(f"{minor}.{patch}") for versions in admitted for patch in patches)
    )


def is_installed(manifest: Manifest, requirement: Requirement, pythons: Pythons) -> bool:
    """Return whether a requirement of a file is installed in any environment."""
    marker = requirement.marker
    return not marker or not never_applies(marker, pythons, extras=manifest.can_have_extras)


@lru_cache(maxsize=4096)
def never_applies(marker: str, pythons: Pythons, *, extras: bool = True) -> bool:
    """Return whether a marker is false in every environment with one of these versions of Python.

    Without ``extras``, nobody can ask for any. Return false if the answer is unknown: if the marker
    is incomplete, or depends on the release of an operating system.
    """
    is_decidable = "python_" in marker or ("extra" in marker and not extras)
    if not is_decidable or any(name in marker for name in _UNKNOWABLE):
        return False
    if _UNVERSIONED.search(marker):  # incomplete: it is being typed
        return False
    if _ONLY_VERSION.fullmatch(marker):
        return bool(pythons) and not any(_admits(marker, minor) for minor in pythons)
    from packaging.markers import Marker

    try:
        condition = Marker(marker)
        found = _environments(marker, pythons, extras=extras)
        return bool(pythons) and not any(map(condition.evaluate, found))
    except (ValueError, OverflowError, RecursionError):  # packaging raises ValueErrors
        return False


def _admits(marker: str, minor: str) -> bool:
    """Return whether a minor version satisfies a marker that only compares it with others.

    Nearly all markers do, and the parser of ``packaging`` takes long to import.
    """
    python = _padded(minor)
    found = _COMPARISON.findall(marker)
    return all(_COMPARE[sign](python, _padded(version)) for sign, version in found)


def _padded(version: str) -> tuple[int, int]:
    major, _, minor = version.strip("\"'").partition(".")
    return int(major), int(minor or 0)


def _environments(marker: str, pythons: Pythons, *, extras: bool) -> Iterator[dict[str, str]]:
    variables = sorted({*_VARIABLE.findall(marker)} - (set() if extras else {"extra"}))
    values = ["another", *dict.fromkeys(_VALUE.findall(marker))]
    if len(values) ** len(variables) > _MAX_ENVIRONMENTS:
        raise OverflowError("too many environments to try")
    named = _FULL_VERSION.findall(marker)
    for minor in pythons:
        near = {int(patch) for version, patch in named if version == minor}
        patches = sorted({0, 99, *near, *(patch + 1 for patch in near)})
        for patch, chosen in product(patches, product(values, repeat=len(variables))):
            python = {"python_version": minor, "python_full_version": f"{minor}.{patch}"}
            yield {"extra": "", **dict(zip(variables, chosen, strict=True)), **python}
