"""The workspace folders and the editor's settings for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.project import NO_SETTINGS, merge_settings

if TYPE_CHECKING:
    from pathlib import Path

    from framesage.project import SettingsLayer


class WorkspaceFolders:
    """The folders of a workspace; the settings of a folder override those of the workspace."""

    def __init__(self) -> None:
        self.paths: tuple[Path, ...] = ()
        self._settings: dict[Path | None, SettingsLayer] = {}

    def configure(self, settings: SettingsLayer, folder: Path | None = None) -> bool:
        """Set the settings of the workspace or of one folder; return whether they changed."""
        if self._settings.get(folder, NO_SETTINGS) == settings:
            return False
        self._settings[folder] = settings
        return True

    def containing(self, path: Path) -> Path | None:
        """Return the innermost workspace folder that contains a path."""
        folders = [folder for folder in self.paths if path.is_relative_to(folder)]
        return max(folders, key=lambda folder: len(folder.parts), default=None)

    def settings_of(self, folder: Path | None) -> SettingsLayer:
        """Return the settings of a folder; None stands for files outside of all folders."""
        workspace = self._settings.get(None, NO_SETTINGS)
        return merge_settings(workspace, self._settings.get(folder, NO_SETTINGS))
