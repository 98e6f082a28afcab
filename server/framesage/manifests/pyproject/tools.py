"""Read the files that the tables of setuptools and Hatch include."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.manifests.groups import classify_extra
from framesage.manifests.model import Group, Include

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.toml import Document, Value

_DYNAMIC = ("tool", "setuptools", "dynamic")
_HATCH_FILES = ("tool", "hatch", "metadata", "hooks", "requirements_txt")


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
