"""Read the tables of uv, PDM, Hatch and setuptools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.manifests.groups import classify_group
from framesage.manifests.model import Group, Include, Origin, Purpose
from framesage.manifests.positioned import requirements_in_array

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.manifests.model import Requirement
    from framesage.toml import Document, Value

_DYNAMIC = ("tool", "setuptools", "dynamic")
_HATCH_FILES = ("tool", "hatch", "metadata", "hooks", "requirements_txt")


def tool_requirements(document: Document) -> Iterator[Requirement]:
    """Yield the requirements of uv, PDM and the environments of Hatch."""
    development = Group(Purpose.DEVELOPMENT, "dev")
    for value in document.find_all("tool", "uv", "dev-dependencies"):
        yield from requirements_in_array(value, development)
    for key in ("constraint-dependencies", "override-dependencies"):
        for value in document.find_all("tool", "uv", key):
            yield from requirements_in_array(value, Group(), Origin.CONSTRAINT)
    for entry in document.under("tool", "pdm", "dev-dependencies"):
        yield from requirements_in_array(
            entry.value, Group(Purpose.DEVELOPMENT, str(entry.path[3]))
        )
    for entry in document.under("tool", "hatch", "envs"):
        if entry.path[4:] in (("dependencies",), ("extra-dependencies",)):
            yield from requirements_in_array(entry.value, classify_group(str(entry.path[3])))


def tool_includes(document: Document) -> Iterator[Include]:
    """Yield the files that contain ``dynamic`` dependencies."""
    for entry in document.under(*_DYNAMIC):
        listed = entry.path[3] in ("dependencies", "optional-dependencies")
        if listed and entry.path[-1] == "file":
            yield from _files(entry.value)
    for entry in document.under(*_HATCH_FILES):
        if entry.path[5:] == ("files",) or entry.path[5] == "optional-dependencies":
            yield from _files(entry.value)


def _files(value: Value) -> Iterator[Include]:
    for item in value.items or (value,):
        if item.kind == "string" and item.text:
            yield Include(item.text, item.content)
