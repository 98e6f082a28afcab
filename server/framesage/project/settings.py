"""Read settings from projects and editors, validate them, and resolve them with the defaults."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from framesage.project.manifest_cache import ManifestCache, as_cache
from framesage.project.model import FileError, Settings
from framesage.project.settings_schema import SETTINGS, unknown_name, validate
from framesage.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from framesage.manifests.manifest import Manifest
    from framesage.project.filesystem import FileSystem
    from framesage.project.model import Project

SETTINGS_FILES = ("pyproject.toml", "framesage.toml")
"""The files of a folder that can contain settings; the first one takes precedence."""

SettingsLayer = Mapping[tuple[str, ...], object]
"""The valid settings of one source: values by the path of their keys."""

NO_SETTINGS: SettingsLayer = MappingProxyType({})

_PATHS = ("rule-paths",)


def read_settings(manifest: Manifest) -> tuple[SettingsLayer, tuple[FileError, ...]]:
    """Return the valid settings in a manifest, and the errors in the others."""
    path = manifest.source.path
    layer: dict[tuple[str, ...], object] = {}
    errors = []
    for setting in manifest.settings:
        message = validate(setting.path, setting.value)
        if message:
            range_ = setting.value_range if setting.path[0] in SETTINGS else setting.key_range
            errors.append(FileError(path, range_, message))
        else:
            layer[setting.path] = _absolute(setting.path, setting.value, path.parent)
    return layer, tuple(errors)


def find_settings(
    root: Path, files: FileSystem, boundary: Path
) -> tuple[SettingsLayer, tuple[FileError, ...]]:
    """Return the settings of the closest folder that has any, from ``root`` up to ``boundary``.

    Errors are returned only for settings in ``root`` itself, so that they are reported once and not
    for every project below.
    """
    cache = as_cache(files)
    syntax_errors = tuple(_syntax_errors(root, cache))
    for folder in (root, *root.parents):
        if not folder.is_relative_to(boundary):
            break
        found = [file for file in _settings_manifests(folder, cache) if file.settings]
        if found:
            layer, errors = read_settings(found[0])
            errors += tuple(_ignored_file(manifest, found[0]) for manifest in found[1:])
            return layer, (*syntax_errors, *errors) if folder == root else syntax_errors
    return NO_SETTINGS, syntax_errors


def _syntax_errors(folder: Path, cache: ManifestCache) -> Iterator[FileError]:
    """Yield the TOML errors in the settings of a folder; the rest may still be readable."""
    for manifest in _settings_manifests(folder, cache):
        for error in manifest.syntax_errors:
            yield FileError(manifest.source.path, error.range, f"invalid TOML: {error.message}")


def _settings_manifests(folder: Path, cache: ManifestCache) -> list[Manifest]:
    manifests = (cache.manifest(folder / name) for name in SETTINGS_FILES)
    return [manifest for manifest in manifests if manifest is not None]


def _ignored_file(manifest: Manifest, used: Manifest) -> FileError:
    path = manifest.source.path
    reason = f"because {used.source.path.name} has settings"
    message = f"settings in {path.name} are ignored, {reason}"
    return FileError(path, manifest.settings[0].key_range, message)


def settings_from_json(
    mapping: Mapping[str, object], folder: Path, others: Collection[str] = ()
) -> tuple[SettingsLayer, tuple[str, ...]]:
    """Return the valid settings of an editor, and the errors in the others.

    The keys are those of ``[tool.framesage]``. Paths are relative to ``folder``; null means that a
    setting is not set; ``others`` are settings of the editor itself, which are skipped.
    """
    layer: dict[tuple[str, ...], object] = {}
    errors = []
    for path, value in _leaves({k: v for k, v in mapping.items() if k not in others}):
        message = validate(path, value)
        if message:
            errors.append(message)
        else:
            layer[path] = _absolute(path, value, folder)
    return layer, tuple(errors)


def merge_settings(base: SettingsLayer, over: SettingsLayer) -> SettingsLayer:
    """Return both layers merged key by key; ``over`` takes precedence."""
    return {**base, **over}


def resolve_settings(layer: SettingsLayer) -> Settings:
    """Return the settings, with defaults for those that are not set."""
    values: dict[str, object] = {}
    for path, value in layer.items():
        setting = SETTINGS[path[0]]
        if not setting.is_table:
            values[setting.field] = tuple(value) if isinstance(value, list) else value
        elif len(path) > 1:
            table = values.setdefault(setting.field, {})
            assert isinstance(table, dict)
            is_severity = setting.field == "severities"
            table[path[1]] = Severity.named(str(value)) if is_severity else value
    return Settings(**values)  # type: ignore[arg-type]  # validated against the schema


def check_names(project: Project, known: Mapping[str, Collection[str]]) -> tuple[FileError, ...]:
    """Return the errors for names in a project's settings that the rule base does not contain.

    ``known`` is as for ``unknown_name``.
    """
    manifests = {manifest.source.path: manifest for manifest in project.manifests}
    for name in SETTINGS_FILES:
        manifest = manifests.get(project.root / name)
        if manifest is not None and manifest.settings:
            return tuple(_unknown_names(manifest, known))
    return ()


def check_layer_names(
    layer: SettingsLayer, known: Mapping[str, Collection[str]]
) -> tuple[str, ...]:
    """Return the errors for names in an editor's settings that the rule base does not contain."""
    messages = (unknown_name(path, value, known) for path, value in layer.items())
    return tuple(message for message in messages if message)


def _unknown_names(manifest: Manifest, known: Mapping[str, Collection[str]]) -> Iterator[FileError]:
    for setting in manifest.settings:
        if validate(setting.path, setting.value):
            continue
        message = unknown_name(setting.path, setting.value, known)
        if message:
            is_table = SETTINGS[setting.path[0]].is_table
            range_ = setting.key_range if is_table else setting.value_range
            yield FileError(manifest.source.path, range_, message)


def _absolute(path: tuple[str, ...], value: object, folder: Path) -> object:
    if path[0] in _PATHS and isinstance(value, list | tuple):
        return [str(folder / str(item)) for item in value]
    return value


def _leaves(mapping: Mapping[str, object]) -> Iterator[tuple[tuple[str, ...], object]]:
    for key, value in mapping.items():
        if isinstance(value, Mapping) and value:
            yield from (((key, *path), leaf) for path, leaf in _leaves(value))
        elif value is not None:
            yield (key,), value
