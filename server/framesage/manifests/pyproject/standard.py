"""The tables that standards define: PEP 621's and PEP 735's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.manifests.groups import classify_extra, classify_group
from framesage.manifests.model import Group, Metadata
from framesage.manifests.positioned import requirements_in_array

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.manifests.model import Requirement
    from framesage.text import Range
    from framesage.toml import Document, Value

_PLAIN = ("name", "description", "requires-python")
_LISTS = {"keywords": "keyword", "classifiers": "classifier"}


def project_requirements(document: Document) -> Iterator[Requirement]:
    """Yield the requirements of ``[project]``: its own, then its extras'."""
    for value in document.each("project", "dependencies"):
        yield from requirements_in_array(value, Group())
    for entry in document.under("project", "optional-dependencies"):
        yield from requirements_in_array(entry.value, classify_extra(str(entry.path[2])))


def group_requirements(document: Document) -> Iterator[Requirement]:
    """Yield the requirements of ``[dependency-groups]``; an included group is read where it is."""
    for entry in document.under("dependency-groups"):
        yield from requirements_in_array(entry.value, classify_group(str(entry.path[1])))


def project_metadata(document: Document, *table: str) -> Iterator[Metadata]:
    """Yield what ``[project]`` (or Poetry's table) says of the project in words."""
    for key in _PLAIN:
        value = document.find(*table, key)
        if value and value.kind == "string":
            yield Metadata(key, value.text, value.content)
    for key, one in _LISTS.items():
        yield from _each(one, document.find(*table, key))


def _each(key: str, array: Value | None) -> Iterator[Metadata]:
    for item in array.items if array else ():
        if item.kind == "string":
            yield Metadata(key, item.text, item.content)


def anchors(document: Document) -> Iterator[Range]:
    """Yield the locations that name dependency lists, the main one first."""
    entry = document.entry("project", "dependencies")
    if entry:
        yield entry.key_range
    for path in (("tool", "poetry", "dependencies"), ("dependency-groups",), ("project",)):
        header = document.header(*path)
        if header:
            yield header.range
