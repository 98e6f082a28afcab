"""Read which packages of the repository a pyproject.toml refers to: uv, Rye and Hatch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.manifests.local_packages import local_path
from framesage.manifests.model import Workspace
from framesage.manifests.names import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from framesage.toml import Document, Entry, Value

_WORKSPACES = (("tool", "uv", "workspace"), ("tool", "rye", "workspace"))
_SOURCES = ("tool", "uv", "sources")
_ENVIRONMENTS = ("tool", "hatch", "envs")


def package_sources(document: Document) -> Mapping[str, str]:
    """Return the folders of the packages in ``[tool.uv.sources]``; "" is the workspace."""
    found: dict[str, str] = {}
    for entry in document.under(*_SOURCES):
        path = _source(entry)
        if path is not None and isinstance(entry.path[3], str):
            found.setdefault(canonicalize_name(entry.path[3]), path)
    return found


def _source(entry: Entry) -> str | None:
    """Return the source in a key below a package's own, also in one of several tables."""
    if entry.value.kind == "array":
        fields = (found for item in entry.value.items for found in item.entries)
        return next((path for found in fields if (path := _source(found)) is not None), None)
    if entry.path[-1] == "workspace" and entry.value.text == "true":
        return ""
    return local_path(entry.value.text) if entry.path[-1] == "path" else None


def workspace_of(document: Document) -> Workspace | None:
    """Return the workspace that a file describes, or None."""
    tables = list(_tables(document))
    members = [text for table in tables for text in _texts(document.find(*table, "members"))]
    exclude = [text for table in tables for text in _texts(document.find(*table, "exclude"))]
    return Workspace(tuple(members), tuple(exclude)) if members else None


def _tables(document: Document) -> Iterator[tuple[str | int, ...]]:
    yield from _WORKSPACES
    for name in dict.fromkeys(entry.path[3] for entry in document.under(*_ENVIRONMENTS)):
        yield (*_ENVIRONMENTS, name, "workspace")


def _texts(array: Value | None) -> Iterator[str]:
    """Yield the patterns of a list; Hatch also accepts a table with a ``path``."""
    for item in array.items if array else ():
        if item.kind == "string":
            yield item.text
        yield from (field.value.text for field in item.entries if field.path[-1] == "path")
