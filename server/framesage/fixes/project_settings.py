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
    """Return the edit that sets a key in a table of the project's own settings.

    They are in the file that has some, or else in pyproject.toml, or else in a new framesage.toml.
    Settings of outer folders go on to hold beside them. Returns None for a script, whose settings
    are in a comment.
    """
    if project.script:
        return None
    manifest = settings_manifest(project, (*table, key))
    if manifest:
        return SettingsWriter(manifest, _TOP[manifest.source.path.name]).write(table, key, value)
    header = f"[{'.'.join(table)}]\n" if table else ""
    start = Position(0, 0)
    path = settings_path(project)
    return Edit(path, Range(start, start), f"{header}{key} = {value}\n", create=True)


def settings_manifest(project: Project, key: tuple[str, ...] = ()) -> Manifest | None:
    """Return the file that has, or can have, the project's settings; None if it is to be made.

    If two files have settings, it is the one that has the ``key``, or else that has its table.
    """
    manifests = own_settings_files(project)
    for length in range(len(key), -1, -1):
        for manifest in manifests:
            if any(setting.path[:length] == key[:length] for setting in manifest.settings):
                return manifest
    return next(iter(manifests), None)


def own_settings_files(project: Project) -> list[Manifest]:
    """Return the files in the project's folder that have or can have settings, strongest first."""
    tools = (project.tool_settings,) if project.tool_settings else ()
    by_name = {
        manifest.source.path.name: manifest
        for manifest in (*tools, *project.manifests)
        if manifest.source.path.parent == project.root
    }
    return [by_name[name] for name in _TOP if name in by_name]


def settings_path(project: Project, key: tuple[str, ...] = ()) -> Path:
    """Return the path of the file that a setting of the project is, or will be, in."""
    if project.script:
        return project.script
    manifest = settings_manifest(project, key)
    return manifest.source.path if manifest else project.root / _NEW_FILE


def settings_header(path: Path, table: tuple[str, ...]) -> str:
    """Return the header of a table of the settings, as written in a file; "" for none."""
    names = (*_TOP.get(path.name, _TOP["pyproject.toml"]), *table)
    return f"[{'.'.join(names)}]" if names else ""
