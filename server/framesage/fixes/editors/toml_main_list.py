"""Add the first requirement to the main list of a TOML file, which may still be missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.fixes.editors.empty_array import array_text, quoted
from framesage.fixes.editors.toml_array import Array
from framesage.fixes.settings_writer import SettingsWriter

if TYPE_CHECKING:
    from framesage.fixes.model import Edit
    from framesage.manifests.manifest import Manifest
    from framesage.toml import Document

_PROJECT, _POETRY = ("project",), ("tool", "poetry")
_PIXI = (("pypi-dependencies",), ("dependencies",))


def add_to_main_list(name: str, specifier: str, manifest: Manifest) -> tuple[Edit, ...]:
    """Return the edit that adds a package; none if the list is dynamic or there is no table."""
    if manifest.format == "pipfile":
        return _add_key(name, specifier, manifest, ("packages",))
    if manifest.format == "pixi":
        headers = [table for table in _PIXI if manifest.document.header(*table)]
        return _add_key(name, specifier, manifest, next(iter(headers), _PIXI[-1]))
    if manifest.format != "pyproject":
        return ()
    if uses_poetry_table(manifest.document):
        return _add_key(name, specifier, manifest, (*_POETRY, "dependencies"))
    return _add_to_project(name + specifier, manifest)


def uses_poetry_table(document: Document) -> bool:
    """Return whether the main list of a pyproject.toml is, or would be, the table of Poetry."""
    if document.entry(*_PROJECT, "dependencies"):
        return False
    if document.header(*_POETRY, "dependencies"):
        return True
    return document.header(*_PROJECT) is None and document.header(*_POETRY) is not None


def _add_to_project(text: str, manifest: Manifest) -> tuple[Edit, ...]:
    source, document = manifest.source, manifest.document
    listed = document.find(*_PROJECT, "dependencies")
    if listed:
        return Array(source, listed).add(text) if listed.kind == "array" else ()
    if document.header(*_PROJECT) is None or _is_dynamic(document):
        return ()
    value = array_text(text, source)
    return _of(SettingsWriter(manifest, _PROJECT).write((), "dependencies", value))


def _is_dynamic(document: Document) -> bool:
    dynamic = document.find(*_PROJECT, "dynamic")
    return dynamic is not None and any(item.text == "dependencies" for item in dynamic.items)


def _add_key(
    name: str, specifier: str, manifest: Manifest, table: tuple[str, ...]
) -> tuple[Edit, ...]:
    value = quoted(specifier or "*", manifest.source)
    return _of(SettingsWriter(manifest, table).write((), name, value))


def _of(edit: Edit | None) -> tuple[Edit, ...]:
    return (edit,) if edit else ()
