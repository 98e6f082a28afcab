"""Read settings from manifests and editors, and validate them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from framesage.project.file_error import FileError
from framesage.project.glob import pattern_problem
from framesage.project.settings.model import Given, Origin
from framesage.project.settings.ranges import part_range
from framesage.project.settings.schema import SETTINGS
from framesage.project.settings.strings import texts_in
from framesage.project.settings.tables import join_tables
from framesage.project.settings.validate import find_mistake, invalid_pattern, validate
from framesage.text import visible

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Setting
    from framesage.project.settings.model import SettingPath, SettingsLayer
    from framesage.project.settings.validate import Mistake
    from framesage.text import Range


def read_settings(manifest: Manifest) -> tuple[SettingsLayer, tuple[FileError, ...]]:
    """Return the valid settings in a manifest, and the errors in the others."""
    path = manifest.source.path
    layer: dict[SettingPath, tuple[Given, ...]] = {}
    errors = []
    for setting in manifest.settings:
        mistake = find_mistake(setting.path, setting.value)
        if mistake:
            errors.append(
                FileError(path, _mistake_range(mistake, setting, manifest), mistake.message)
            )
        else:
            origin = Origin(path, setting.key_range, setting.value_range)
            layer[setting.path] = (Given(setting.value, path.parent, origin),)
    for pattern, span in texts_in(manifest, "exclude"):
        problem = pattern_problem(pattern)
        if problem:
            errors.append(FileError(path, span, invalid_pattern(pattern, problem)))
    complete, incomplete = join_tables(layer)
    for given, message in incomplete:
        if given.origin:
            errors.append(FileError(path, given.origin.key_range, message))
    return complete, tuple(dict.fromkeys(errors))


def _mistake_range(mistake: Mistake, setting: Setting, manifest: Manifest) -> Range:
    if mistake.part is None:
        return setting.value_range
    is_in_key = mistake.part in (0, len(setting.path) - 1)
    found = None if is_in_key else part_range(setting, mistake.part, manifest)
    return found or setting.key_range


def settings_from_json(
    mapping: Mapping[str, object], folder: Path, others: Collection[str] = ()
) -> tuple[SettingsLayer, tuple[str, ...]]:
    """Return the valid settings of an editor, and the errors in the others.

    The keys are those of ``[tool.framesage]``. Paths are relative to ``folder``; null means that a
    setting is not set; ``others`` are settings of the editor itself, which are skipped.
    An error is one line.
    """
    layer: dict[SettingPath, tuple[Given, ...]] = {}
    errors: list[str] = []
    for path, value in _leaves({k: v for k, v in mapping.items() if k not in others}):
        message = validate(path, value) or _file_only(path)
        if not message and path == ("exclude",):
            errors += _pattern_messages(value)
        if message:
            errors.append(message)
        else:
            layer[path] = (Given(value, folder),)
    complete, incomplete = join_tables(layer)
    messages = (*errors, *(message for _, message in incomplete))
    return complete, tuple(map(visible, messages))  # they quote keys, which can have any character


def _pattern_messages(patterns: object) -> Iterator[str]:
    """Yield the errors in a list of patterns, of which the others apply."""
    for pattern in patterns if isinstance(patterns, list | tuple) else ():
        problem = pattern_problem(pattern)
        if problem:
            yield invalid_pattern(pattern, problem)


def _file_only(path: SettingPath) -> str:
    return "" if SETTINGS[path[0]].field else f"'{path[0]}' can only be set in a file"


def _leaves(mapping: Mapping[str, object]) -> Iterator[tuple[SettingPath, object]]:
    for key, value in mapping.items():
        if isinstance(value, Mapping) and value:
            yield from (((key, *path), leaf) for path, leaf in _leaves(value))
        elif value is not None:
            yield (key,), value
