"""Read the tables of uv, PDM, Hatch and setuptools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.manifests.groups import classify_extra, classify_group
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
    """Yield the files that contain ``dynamic`` dependencies, each for its list."""
    for entry in document.under(*_DYNAMIC):
        if entry.path[-1] == "file":
            yield from _files(entry.value, _dynamic_group(entry.path[3:-1]))
    for entry in document.under(*_HATCH_FILES):
        list_path = ("dependencies",) if entry.path[5:] == ("files",) else entry.path[5:]
        yield from _files(entry.value, _dynamic_group(list_path))


def _dynamic_group(path: tuple[str | int, ...]) -> Group | None:
    """Return the group of a list below ``[project]``; None if it is not a list of requirements."""
    if path == ("dependencies",):
        return Group()
    if len(path) == 2 and path[0] == "optional-dependencies":
        return classify_extra(str(path[1]))
    return None


def _files(value: Value, group: Group | None) -> Iterator[Include]:
    for item in (value.items or (value,)) if group else ():
        if item.kind == "string" and item.text:
            yield Include(item.text, item.content, group=group)
