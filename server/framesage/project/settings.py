"""Settings as a project or an editor writes them: checked, then settled into one."""

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

    from framesage.manifests.model import Manifest
    from framesage.project.filesystem import FileSystem
    from framesage.project.model import Project

SETTINGS_FILES = ("pyproject.toml", "framesage.toml")
"""The files of a folder that can carry settings, the one that is preferred first."""

SettingsLayer = Mapping[tuple[str, ...], object]
"""Settings that someone stated and that are right: the path of keys, and the value."""

NO_SETTINGS: SettingsLayer = MappingProxyType({})

_PATHS = ("rule-paths",)


def read_settings(manifest: Manifest) -> tuple[SettingsLayer, tuple[FileError, ...]]:
    """Return what a manifest sets, and what is wrong with the rest of its settings."""
    path = manifest.source.path
    stated: dict[tuple[str, ...], object] = {}
    problems = []
    for setting in manifest.settings:
        wrong = validate(setting.path, setting.value)
        if wrong:
            location = setting.value_range if setting.path[0] in SETTINGS else setting.key_range
            problems.append(FileError(path, location, wrong))
        else:
            stated[setting.path] = _anchored(setting.path, setting.value, path.parent)
    return stated, tuple(problems)


def find_settings(
    root: Path, files: FileSystem, boundary: Path
) -> tuple[SettingsLayer, tuple[FileError, ...]]:
    """Return the settings of the nearest folder that has any, from ``root`` up to ``boundary``.

    Problems are told only where the settings stand in ``root`` itself: once, not for every project
    below.
    """
    cache = as_cache(files)
    mistakes = tuple(_mistakes(root, cache))
    for folder in (root, *root.parents):
        if not folder.is_relative_to(boundary):
            break
        found = [one for one in _settings_manifests(folder, cache) if one.settings]
        if found:
            stated, problems = read_settings(found[0])
            problems += tuple(_unused(one, found[0]) for one in found[1:])
            return stated, (*mistakes, *problems) if folder == root else mistakes
    return NO_SETTINGS, mistakes


def _mistakes(folder: Path, cache: ManifestCache) -> Iterator[FileError]:
    """Yield what keeps the settings of a folder from being TOML; much of them may be readable."""
    for one in _settings_manifests(folder, cache):
        for mistake in one.mistakes:
            yield FileError(one.source.path, mistake.range, f"not valid TOML: {mistake.message}")


def _settings_manifests(folder: Path, cache: ManifestCache) -> list[Manifest]:
    manifests = (cache.manifest(folder / name) for name in SETTINGS_FILES)
    return [one for one in manifests if one is not None]


def _unused(manifest: Manifest, used: Manifest) -> FileError:
    path = manifest.source.path
    message = f"{path.name} is not used: {used.source.path.name} has the settings"
    return FileError(path, manifest.settings[0].key_range, message)


def settings_from_json(
    mapping: Mapping[str, object], folder: Path, others: Collection[str] = ()
) -> tuple[SettingsLayer, tuple[str, ...]]:
    """Return what an editor sets, and the complaints about the rest.

    The keys are those of ``[tool.framesage]``; paths are relative to ``folder``; a null is a
    setting not made; ``others`` are the editor's own settings, which mean nothing here.
    """
    stated: dict[tuple[str, ...], object] = {}
    wrongs = []
    for path, value in _leaves({k: v for k, v in mapping.items() if k not in others}):
        wrong = validate(path, value)
        if wrong:
            wrongs.append(wrong)
        else:
            stated[path] = _anchored(path, value, folder)
    return stated, tuple(wrongs)


def merge_settings(base: SettingsLayer, over: SettingsLayer) -> SettingsLayer:
    """Return both, ``over`` where both state the same; tables are merged name by name."""
    return {**base, **over}


def resolve_settings(stated: SettingsLayer) -> Settings:
    """Return the settings, with defaults for what is not stated."""
    values: dict[str, object] = {}
    for path, value in stated.items():
        key = SETTINGS[path[0]]
        if not key.is_table:
            values[key.field] = tuple(value) if isinstance(value, list) else value
        elif len(path) > 1:
            table = values.setdefault(key.field, {})
            assert isinstance(table, dict)
            table[path[1]] = Severity.named(str(value)) if key.field == "severities" else value
    return Settings(**values)  # type: ignore[arg-type]  # the table in keys.py says the types


def check_names(project: Project, known: Mapping[str, Collection[str]]) -> tuple[FileError, ...]:
    """Return the errors for names in a project's settings that the rule base does not know."""
    manifests = {one.source.path: one for one in project.manifests if one.settings}
    for name in SETTINGS_FILES:
        manifest = manifests.get(project.root / name)
        if manifest is not None:
            return tuple(_unknown_names(manifest, known))
    return ()


def check_layer_names(
    stated: SettingsLayer, known: Mapping[str, Collection[str]]
) -> tuple[str, ...]:
    """Return the complaints about what an editor's settings name that the rule base has not."""
    wrongs = (unknown_name(path, value, known) for path, value in stated.items())
    return tuple(wrong for wrong in wrongs if wrong)


def _unknown_names(manifest: Manifest, known: Mapping[str, Collection[str]]) -> Iterator[FileError]:
    for setting in manifest.settings:
        if validate(setting.path, setting.value):
            continue
        wrong = unknown_name(setting.path, setting.value, known)
        if wrong:
            location = (
                setting.key_range if SETTINGS[setting.path[0]].is_table else setting.value_range
            )
            yield FileError(manifest.source.path, location, wrong)


def _anchored(path: tuple[str, ...], value: object, folder: Path) -> object:
    if path[0] in _PATHS and isinstance(value, list | tuple):
        return [str(folder / str(one)) for one in value]
    return value


def _leaves(mapping: Mapping[str, object]) -> Iterator[tuple[tuple[str, ...], object]]:
    for key, value in mapping.items():
        if isinstance(value, Mapping) and value:
            yield from (((key, *path), leaf) for path, leaf in _leaves(value))
        elif value is not None:
            yield (key,), value
