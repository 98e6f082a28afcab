"""The workspace's folders, and what the editor's settings say for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.project import NO_SETTINGS, merge_settings

if TYPE_CHECKING:
    from pathlib import Path

    from framesage.project import SettingsLayer


class Folders:
    """The folders of a workspace, with the settings for all of them and those over them for one."""

    def __init__(self) -> None:
        self.each: tuple[Path, ...] = ()
        self._overrides: dict[Path | None, SettingsLayer] = {}

    def configure(self, overrides: SettingsLayer, folder: Path | None = None) -> bool:
        """Take in the settings for all, or for one folder; return whether they are new."""
        if self._overrides.get(folder, NO_SETTINGS) == overrides:
            return False
        self._overrides[folder] = overrides
        return True

    def around(self, path: Path) -> Path | None:
        """Return the folder that a path is in, the innermost one."""
        around = [folder for folder in self.each if path.is_relative_to(folder)]
        return max(around, key=lambda folder: len(folder.parts), default=None)

    def stated(self, folder: Path | None) -> SettingsLayer:
        """Return what the settings say for a folder, or where there is none."""
        of_all, of_folder = (self._overrides.get(one, NO_SETTINGS) for one in (None, folder))
        return merge_settings(of_all, of_folder)
