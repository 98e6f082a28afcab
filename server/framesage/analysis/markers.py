"""Whether a requirement is asked for anywhere: its marker, over the environments of a project.

Tried on environments, as versions are (see ``versions``): every minor version of Python that the
project supports, and for all else in a marker each value that it names, and another.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from framesage.analysis.versions import specifier_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.project.model import Project

_MINORS = ("2.7", *(f"3.{minor}" for minor in range(31)))
_PATCHES = range(31)
_VARIABLE = re.compile(r"\b(?:os_name|sys_platform|platform_\w+|implementation_\w+|extra)\b")
_VALUE = re.compile(r"[\"']([^\"']*)[\"']")
_FULL_VERSION = re.compile(r"([0-9]+\.[0-9]+)\.([0-9]+)")
_UNVERSIONED = re.compile(
    r"python_\w*version\s*[<>=!~]+\s*[\"'](?![0-9]+(?:\.[0-9]+)*(?:\.\*)?[\"'])"
)
_UNKNOWABLE = ("platform_release", "platform_version", "implementation_version")
_MOST = 100
"""How many environments beside Python's version are tried; of more, the marker may hold."""

Pythons = tuple[str, ...]
"""Minor versions of Python, newest first."""


def supported_pythons(project: Project) -> Pythons:
    """Return the versions of Python that a project supports: as it says itself, else all of 3."""
    stated = [
        one.value.strip()
        for manifest in project.manifests
        for one in manifest.metadata
        if one.key == "requires-python" and one.value.strip()
    ]
    return _admitted(tuple(dict.fromkeys(stated)))


@lru_cache(maxsize=64)
def _admitted(stated: tuple[str, ...]) -> Pythons:
    admitted = [one for one in map(specifier_set, stated) if one is not None]
    if not admitted:
        return _MINORS[:0:-1]
    found = (
        minor
        for minor in reversed(_MINORS)
        if any(one.contains(f"{minor}.{patch}") for one in admitted for patch in _PATCHES)
    )
    return tuple(found)


@lru_cache(maxsize=4096)
def never_applies(marker: str, pythons: Pythons) -> bool:
    """Tell whether a marker holds in no environment with one of these versions of Python.

    Where that cannot be made out (half-typed, a release of an operating system) it may hold.
    """
    if "python_" not in marker or any(name in marker for name in _UNKNOWABLE):
        return False
    if _UNVERSIONED.search(marker):  # being typed
        return False
    from packaging.markers import Marker

    try:
        condition = Marker(marker)
        found = _environments(marker, pythons)
        return bool(pythons) and not any(condition.evaluate(one) for one in found)
    except (ValueError, OverflowError, RecursionError):  # all of packaging's are ValueErrors
        return False


def _environments(marker: str, pythons: Pythons) -> Iterator[dict[str, str]]:
    variables = sorted(set(_VARIABLE.findall(marker)))
    values = ["another", *dict.fromkeys(_VALUE.findall(marker))]
    if len(values) ** len(variables) > _MOST:
        raise OverflowError("too many environments to try")
    named = _FULL_VERSION.findall(marker)
    for minor in pythons:
        near = {int(patch) for version, patch in named if version == minor}
        patches = sorted({0, 99, *near, *(one + 1 for one in near)})
        for patch, chosen in product(patches, product(values, repeat=len(variables))):
            python = {"python_version": minor, "python_full_version": f"{minor}.{patch}"}
            yield {"extra": "", **dict(zip(variables, chosen, strict=True)), **python}
