"""The workspace folders and the editor's settings for each."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.project import NO_SETTINGS, merge_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from framesage.project import SettingsLayer

_EXCLUDE = ("exclude",)


class WorkspaceFolders:
    """The folders of a workspace; the settings of a folder override those of the workspace.

    A folder can be named by a symbolic link, and a document in it by its real path.
    """

    def __init__(self) -> None:
        self.paths: tuple[Path, ...] = ()
        self._named: dict[Path, Path] = {}
        self._settings: dict[Path | None, SettingsLayer] = {}

    def replace(self, paths: tuple[Path, ...], real_path: Callable[[Path], Path]) -> None:
        """Set the folders, as the client names them."""
        self.paths = paths
        self._named = {real_path(path): path for path in paths} | {path: path for path in paths}

    def configure(self, settings: SettingsLayer, folder: Path | None = None) -> bool:
        """Set the settings of the workspace or of one folder; return whether they changed."""
        if self._settings.get(folder, NO_SETTINGS) == settings:
            return False
        self._settings[folder] = settings
        return True

    def containing(self, path: Path) -> Path | None:
        """Return the innermost workspace folder that contains a path, under the path's name."""
        folders = [folder for folder in self._named if path.is_relative_to(folder)]
        return max(folders, key=lambda folder: len(folder.parts), default=None)

    def settings_of(self, folder: Path | None) -> SettingsLayer:
        """Return the settings of a folder; None stands for files outside of all folders."""
        workspace = self._settings.get(None, NO_SETTINGS)
        if folder:
            workspace = _with_patterns_of(workspace, folder)
        named = self._named.get(folder, folder) if folder else None
        return merge_settings(workspace, self._settings.get(named, NO_SETTINGS))


def as_folders(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the folders that a client names: some name the file that was opened instead."""
    is_file = os.path.isfile  # unlike Path.is_file, also for a name that is too long
    return tuple(path.parent if is_file(path) else path for path in paths)


def _with_patterns_of(settings: SettingsLayer, folder: Path) -> SettingsLayer:
    """Return settings of the workspace, with patterns that are relative to one of its folders."""
    given = settings.get(_EXCLUDE)
    if given is None:
        return settings
    return {**settings, _EXCLUDE: tuple(replace(pattern, folder=folder) for pattern in given)}
