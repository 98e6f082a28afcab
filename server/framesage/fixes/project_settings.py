"""Where a project has its settings, and the edit that sets one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.fixes.model import Edit
from framesage.fixes.settings_writer import SettingsWriter
from framesage.text import Position, Range

if TYPE_CHECKING:
    from pathlib import Path

    from framesage.manifests.manifest import Manifest
    from framesage.project.model import Project

_NEW_FILE = "framesage.toml"
_TOP = {"pyproject.toml": ("tool", "framesage"), _NEW_FILE: ()}


def write_setting(project: Project, table: tuple[str, ...], key: str, value: str) -> Edit | None:
    """Return the edit that sets a key in a table of the project's settings.

    The settings are in the file that has some, or else in pyproject.toml, or else in a new
    framesage.toml. Returns None for a script, whose settings are in a comment.
    """
    if project.script:
        return None
    manifest = settings_manifest(project)
    if manifest:
        return SettingsWriter(manifest, _TOP[manifest.source.path.name]).write(table, key, value)
    header = f"[{'.'.join(table)}]\n" if table else ""
    start = Position(0, 0)
    path = settings_path(project)
    return Edit(path, Range(start, start), f"{header}{key} = {value}\n", create=True)


def settings_manifest(project: Project) -> Manifest | None:
    """Return the file that has, or can have, the project's settings; None if it is to be made."""
    tools = (project.tool_settings,) if project.tool_settings else ()
    by_name = {
        manifest.source.path.name: manifest
        for manifest in (*tools, *project.manifests)
        if manifest.source.path.parent == project.root
    }
    manifests = [by_name[name] for name in _TOP if name in by_name]
    with_settings = [manifest for manifest in manifests if manifest.settings]
    return next(iter(with_settings or manifests), None)


def settings_path(project: Project) -> Path:
    """Return the path of the file that the project's settings are, or will be, in."""
    manifest = settings_manifest(project)
    if project.script:
        return project.script
    return manifest.source.path if manifest else project.root / _NEW_FILE


def settings_header(project: Project, table: tuple[str, ...]) -> str:
    """Return the header of a table of the settings, as written in their file; "" for none."""
    top = ("tool", "framesage") if project.script else _TOP[settings_path(project).name]
    path = (*top, *table)
    return f"[{'.'.join(path)}]" if path else ""
