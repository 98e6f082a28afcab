"""Read settings from manifests and editors, and validate them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from framesage.project.file_error import FileError
from framesage.project.settings.model import Given, Origin
from framesage.project.settings.schema import SETTINGS, validate

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from framesage.manifests.manifest import Manifest
    from framesage.project.settings.model import SettingPath, SettingsLayer


def read_settings(manifest: Manifest) -> tuple[SettingsLayer, tuple[FileError, ...]]:
    """Return the valid settings in a manifest, and the errors in the others."""
    path = manifest.source.path
    layer: dict[SettingPath, tuple[Given, ...]] = {}
    errors = []
    for setting in manifest.settings:
        message = validate(setting.path, setting.value)
        if message:
            range_ = setting.value_range if setting.path[0] in SETTINGS else setting.key_range
            errors.append(FileError(path, range_, message))
        else:
            origin = Origin(path, setting.key_range, setting.value_range)
            layer[setting.path] = (Given(setting.value, path.parent, origin),)
    return layer, tuple(errors)


def settings_from_json(
    mapping: Mapping[str, object], folder: Path, others: Collection[str] = ()
) -> tuple[SettingsLayer, tuple[str, ...]]:
    """Return the valid settings of an editor, and the errors in the others.

    The keys are those of ``[tool.framesage]``. Paths are relative to ``folder``; null means that a
    setting is not set; ``others`` are settings of the editor itself, which are skipped.
    """
    layer: dict[SettingPath, tuple[Given, ...]] = {}
    errors = []
    for path, value in _leaves({k: v for k, v in mapping.items() if k not in others}):
        message = validate(path, value) or _file_only(path)
        if message:
            errors.append(message)
        else:
            layer[path] = (Given(value, folder),)
    return layer, tuple(errors)


def _file_only(path: SettingPath) -> str:
    return "" if SETTINGS[path[0]].field else f"'{path[0]}' can only be set in a file"


def _leaves(mapping: Mapping[str, object]) -> Iterator[tuple[SettingPath, object]]:
    for key, value in mapping.items():
        if isinstance(value, Mapping) and value:
            yield from (((key, *path), leaf) for path, leaf in _leaves(value))
        elif value is not None:
            yield (key,), value
