"""Read what the standard table ``[project]`` (PEP 621) says besides requirements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.manifests.model import Metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.text import Range
    from framesage.toml import Document, Value

_STRINGS = ("name", "description", "requires-python")
_README = (
    ("project", "readme"),
    ("project", "readme", "file"),
    ("tool", "poetry", "readme"),
    ("tool", "setuptools", "dynamic", "readme", "file"),
    ("tool", "setuptools", "dynamic", "readme"),
)
_LISTS = {"keywords": "keyword", "classifiers": "classifier"}


def project_metadata(document: Document, *table: str) -> Iterator[Metadata]:
    """Yield the metadata in ``[project]`` or in the table of Poetry."""
    for key in _STRINGS:
        value = document.find(*table, key)
        if value and value.kind == "string":
            yield Metadata(key, value.text, value.content)
    for key, singular in _LISTS.items():
        yield from _list_items(singular, document.find(*table, key))


def readme_file(document: Document) -> str:
    """Return the path of the README that the project, Poetry or setuptools names first, or ""."""
    for path in _README:
        value = document.find(*path)
        items = (
            [item for item in (value.items or (value,)) if item.kind == "string"] if value else []
        )
        if items:
            return items[0].text
    return ""


def _list_items(key: str, array: Value | None) -> Iterator[Metadata]:
    for item in array.items if array else ():
        if item.kind == "string":
            yield Metadata(key, item.text, item.content)


def find_anchors(document: Document) -> Iterator[Range]:
    """Yield the ranges that name dependency lists, the main list first."""
    entry = document.entry("project", "dependencies")
    if entry:
        yield entry.key_range
    for path in (("tool", "poetry", "dependencies"), ("dependency-groups",), ("project",)):
        header = document.header(*path)
        if header:
            yield header.range
