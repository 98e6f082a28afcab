"""The arrays of a pyproject.toml that list requirements, with what they are for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from framesage.manifests.groups import classify_extra, classify_group
from framesage.manifests.model import Group, Origin, Purpose
from framesage.manifests.pyproject.included_groups import group_purposes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.toml import Document, Value
    from framesage.toml.model import Path

_ANY = "*"
_PATHS = frozenset(
    {
        ("project", "dependencies"),
        ("project", "optional-dependencies", _ANY),
        ("dependency-groups", _ANY),
        ("tool", "uv", "dev-dependencies"),
        ("tool", "uv", "constraint-dependencies"),
        ("tool", "uv", "override-dependencies"),
        ("tool", "pdm", "dev-dependencies", _ANY),
    }
)


class RequirementList(NamedTuple):
    """An array, the group of its requirements and why they are in the file."""

    array: Value
    group: Group = Group()
    origin: Origin = Origin.DIRECT


def is_requirement_list(path: Path) -> bool:
    """Return whether the items of an array are read by nobody but its reader."""
    return path in _PATHS or (*path[:-1], _ANY) in _PATHS


def project_lists(document: Document) -> Iterator[RequirementList]:
    """Yield the lists of ``[project]`` (PEP 621): the main list, then the extras."""
    for value in document.find_all("project", "dependencies"):
        yield RequirementList(value)
    for entry in document.under("project", "optional-dependencies"):
        yield RequirementList(entry.value, classify_extra(str(entry.path[2])))


def group_lists(document: Document) -> Iterator[RequirementList]:
    """Yield the lists in ``[dependency-groups]`` (PEP 735); those of an included group once."""
    groups = group_purposes(document)
    for entry in document.under("dependency-groups"):
        yield RequirementList(entry.value, groups[str(entry.path[1])])


def tool_lists(document: Document) -> Iterator[RequirementList]:
    """Yield the lists of uv, PDM and the environments of Hatch."""
    development = Group(Purpose.DEVELOPMENT, "dev")
    for value in document.find_all("tool", "uv", "dev-dependencies"):
        yield RequirementList(value, development)
    for key in ("constraint-dependencies", "override-dependencies"):
        for value in document.find_all("tool", "uv", key):
            yield RequirementList(value, Group(), Origin.CONSTRAINT)
    for entry in document.under("tool", "pdm", "dev-dependencies"):
        yield RequirementList(entry.value, Group(Purpose.DEVELOPMENT, str(entry.path[3])))
    for entry in document.under("tool", "hatch", "envs"):
        if entry.path[4:] in (("dependencies",), ("extra-dependencies",)):
            yield RequirementList(entry.value, classify_group(str(entry.path[3])))
