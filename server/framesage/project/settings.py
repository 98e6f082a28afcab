"""Settings as a project or an editor writes them: checked, then settled into one."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from framesage.project.manifest_cache import Reader, remembering
from framesage.project.model import Problem, Settings
from framesage.project.settings_schema import KEYS, complaint, misnomer

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from framesage.manifests.model import Manifest
    from framesage.project.filesystem import Files
    from framesage.project.model import Project

SETTINGS_FILES = ("pyproject.toml", "framesage.toml")
"""The files of a folder that can carry settings, the one that is preferred first."""

Stated = Mapping[tuple[str, ...], object]
"""Settings that someone stated and that are right: the path of keys, and the value."""

NOTHING: Stated = MappingProxyType({})

_PATHS = ("rule-paths",)


def read_settings(manifest: Manifest) -> tuple[Stated, tuple[Problem, ...]]:
    """Return what a manifest sets, and what is wrong with the rest of its settings."""
    path = manifest.source.path
    stated: dict[tuple[str, ...], object] = {}
    problems = []
    for setting in manifest.settings:
        wrong = complaint(setting.path, setting.value)
        if wrong:
            location = setting.value_range if setting.path[0] in KEYS else setting.key_range
            problems.append(Problem(path, location, wrong))
        else:
            stated[setting.path] = _anchored(setting.path, setting.value, path.parent)
    return stated, tuple(problems)


def stated_settings(root: Path, files: Files, boundary: Path) -> tuple[Stated, tuple[Problem, ...]]:
    """Return the settings of the nearest folder that has any, from ``root`` up to ``boundary``.

    Problems are told only where the settings stand in ``root`` itself: once, not for every project
    below.
    """
    reader = remembering(files)
    mistakes = tuple(_mistakes(root, reader))
    for folder in (root, *root.parents):
        if not folder.is_relative_to(boundary):
            break
        found = [one for one in _settings_manifests(folder, reader) if one.settings]
        if found:
            stated, problems = read_settings(found[0])
            problems += tuple(_unused(one, found[0]) for one in found[1:])
            return stated, (*mistakes, *problems) if folder == root else mistakes
    return NOTHING, mistakes


def _mistakes(folder: Path, reader: Reader) -> Iterator[Problem]:
    """Yield what keeps the settings of a folder from being TOML; much of them may be readable."""
    for one in _settings_manifests(folder, reader):
        for mistake in one.mistakes:
            yield Problem(one.source.path, mistake.range, f"not valid TOML: {mistake.message}")


def _settings_manifests(folder: Path, reader: Reader) -> list[Manifest]:
    manifests = (reader.manifest(folder / name) for name in SETTINGS_FILES)
    return [one for one in manifests if one is not None]


def _unused(manifest: Manifest, used: Manifest) -> Problem:
    path = manifest.source.path
    message = f"{path.name} is not used: {used.source.path.name} has the settings"
    return Problem(path, manifest.settings[0].key_range, message)


def settings_from_json(
    mapping: Mapping[str, object], folder: Path, others: Collection[str] = ()
) -> tuple[Stated, tuple[str, ...]]:
    """Return what an editor sets, and the complaints about the rest.

    The keys are those of ``[tool.framesage]``; paths are relative to ``folder``; a null is a
    setting not made; ``others`` are the editor's own settings, which mean nothing here.
    """
    stated: dict[tuple[str, ...], object] = {}
    wrongs = []
    for path, value in _leaves({k: v for k, v in mapping.items() if k not in others}):
        wrong = complaint(path, value)
        if wrong:
            wrongs.append(wrong)
        else:
            stated[path] = _anchored(path, value, folder)
    return stated, tuple(wrongs)


def merge(base: Stated, over: Stated) -> Stated:
    """Return both, ``over`` where both state the same; tables are merged name by name."""
    return {**base, **over}


def settle(stated: Stated) -> Settings:
    """Return the settings, with defaults for what is not stated."""
    values: dict[str, object] = {}
    for path, value in stated.items():
        key = KEYS[path[0]]
        if not key.table:
            values[key.field] = tuple(value) if isinstance(value, list) else value
        elif len(path) > 1:
            table = values.setdefault(key.field, {})
            assert isinstance(table, dict)
            table[path[1]] = value
    return Settings(**values)  # type: ignore[arg-type]  # the table in keys.py says the types


def check_names(project: Project, known: Mapping[str, Collection[str]]) -> tuple[Problem, ...]:
    """Return what a project's settings name that the rule base does not have (see ``misnomer``)."""
    manifests = {one.source.path: one for one in project.manifests if one.settings}
    for name in SETTINGS_FILES:
        manifest = manifests.get(project.root / name)
        if manifest is not None:
            return tuple(_misnomers(manifest, known))
    return ()


def check_stated_names(stated: Stated, known: Mapping[str, Collection[str]]) -> tuple[str, ...]:
    """Return the complaints about what an editor's settings name that the rule base has not."""
    wrongs = (misnomer(path, value, known) for path, value in stated.items())
    return tuple(wrong for wrong in wrongs if wrong)


def _misnomers(manifest: Manifest, known: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    for setting in manifest.settings:
        if complaint(setting.path, setting.value):
            continue
        wrong = misnomer(setting.path, setting.value, known)
        if wrong:
            location = setting.key_range if KEYS[setting.path[0]].table else setting.value_range
            yield Problem(manifest.source.path, location, wrong)


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
