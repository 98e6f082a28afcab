"""Find the settings that apply to a folder: its own, and below them those of outer folders.

Settings of outer folders hold inside, up to the boundary or to a folder with ``root = true``. What
is said of one project does not hold in another one: a ``description`` never does, and a decision
only if it is made where no project is, for all projects below.
"""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.project.file_error import FileError
from framesage.project.manifest_cache import as_cache
from framesage.project.membership import Neighborhood
from framesage.project.settings.extend import extended_by
from framesage.project.settings.model import NO_SETTINGS, SETTINGS_FILES, SettingsLayer
from framesage.project.settings.read import read_settings
from framesage.project.settings.resolve import merge_settings, without
from framesage.project.settings.schema import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from framesage.manifests.manifest import Manifest
    from framesage.project.filesystem import FileSystem
    from framesage.project.manifest_cache import ManifestCache

_ABOUT_FILE = ("extend", "root")
_ROOT = ("root",)
_DECISION = ("decision", "framework")


@frozen
class FoundSettings:
    """The settings that apply to a folder.

    - ``errors`` are those in the files of the folder itself, ``outer_errors`` those of the folders
      around it, which are to be reported once and not for every project below.
    - ``extended`` are the files that these files extend.
    - ``is_root`` is whether the settings of the folders above do not apply.
    """

    layer: SettingsLayer = field(default_factory=dict)
    errors: tuple[FileError, ...] = ()
    outer_errors: tuple[FileError, ...] = ()
    extended: frozenset[Path] = frozenset()
    is_root: bool = False


def find_settings(root: Path, files: FileSystem, boundary: Path) -> FoundSettings:
    """Return the settings that apply to a folder: its own, and those of the folders around it.

    Outer folders are searched up to ``boundary``.
    """
    cache = as_cache(files)
    return _within(root.parents, settings_in(root, cache), cache, boundary)


def find_script_settings(script: Manifest, files: FileSystem, boundary: Path) -> FoundSettings:
    """Return the settings that apply to a script: those in its metadata, and of its folders."""
    cache = as_cache(files)
    own = settings_of([script], cache)
    return _within(script.source.path.parents, own, cache, boundary)


def _within(
    folders: Iterable[Path], own: FoundSettings, cache: ManifestCache, boundary: Path
) -> FoundSettings:
    """Return settings with those of the folders around, the closest one first."""
    found = own
    for folder in folders:
        if found.is_root or not folder.is_relative_to(boundary):
            break
        outer = settings_in(folder, cache)
        layer = merge_settings(_for_inner(outer.layer, folder, cache), found.layer)
        outer_errors = (*outer.errors, *found.outer_errors)
        extended = found.extended | outer.extended
        found = FoundSettings(layer, own.errors, outer_errors, extended, outer.is_root)
    return found


def settings_in(folder: Path, cache: ManifestCache) -> FoundSettings:
    """Return the settings in the files of a folder, of which pyproject.toml takes precedence."""
    manifests = (cache.manifest(folder / name) for name in reversed(SETTINGS_FILES))
    return settings_of([manifest for manifest in manifests if manifest is not None], cache)


def settings_of(manifests: Sequence[Manifest], cache: ManifestCache) -> FoundSettings:
    """Return the settings in some files; the later ones take precedence."""
    bases = own = NO_SETTINGS
    errors = list(_syntax_errors(manifests))
    extended: set[Path] = set()
    for manifest in manifests:
        layer, invalid = read_settings(manifest)
        base = extended_by(manifest, cache)
        errors += [*invalid, *base.errors, *_clashes(own, layer)]
        bases = merge_settings(bases, base.layer)
        own = merge_settings(own, layer)
        extended |= base.paths
    is_root = any(given.value is True for given in own.get(_ROOT, ()))
    layer = without(merge_settings(bases, own), _ABOUT_FILE)
    return FoundSettings(layer, tuple(errors), (), frozenset(extended), is_root)


def _for_inner(layer: SettingsLayer, folder: Path, cache: ManifestCache) -> SettingsLayer:
    """Return the settings of a folder that hold in the folders below."""
    layer = without(layer, ("description",))
    return without(layer, _DECISION) if _decides(layer) and is_project(folder, cache) else layer


def _decides(layer: SettingsLayer) -> bool:
    return any(path[0] in _DECISION for path in layer)


def declares_framework(manifests: Sequence[Manifest], cache: ManifestCache) -> bool:
    """Return whether the settings files of a folder declare a framework.

    The declaration applies to subfolders unless the folder has a project of its own.
    """
    return _decides(settings_of(manifests, cache).layer)


def is_project(folder: Path, cache: ManifestCache) -> bool:
    """Return whether a folder has a project of its own, and not only settings."""
    own = map(cache.manifest, Neighborhood(folder, cache).own_files())
    return any(manifest is not None and _has_lists(manifest) for manifest in own)


def _has_lists(manifest: Manifest) -> bool:
    if manifest.format == "framesage":
        return False
    is_named = any(metadata.key == "name" for metadata in manifest.metadata)
    return bool(is_named or manifest.anchors or manifest.requirements or manifest.includes)


def _syntax_errors(manifests: Sequence[Manifest]) -> Iterator[FileError]:
    """Yield the TOML errors in settings; the rest may still be readable."""
    for manifest in manifests:
        for error in manifest.syntax_errors:
            yield FileError(manifest.source.path, error.range, f"invalid TOML: {error.message}")


def _clashes(weaker: SettingsLayer, stronger: SettingsLayer) -> Iterator[FileError]:
    """Yield an error for each setting to which two files of a folder give different values."""
    for path, given in weaker.items():
        over, origin = stronger.get(path), given[-1].origin
        is_kept = over is None or SETTINGS[path[0]].is_list or path[0] in _ABOUT_FILE
        if is_kept or over is None or origin is None or over[-1].value == given[-1].value:
            continue
        name = over[-1].origin.path.name if over[-1].origin else ""
        message = f"Remove '{'.'.join(path)}': {name} sets it too, and takes precedence"
        yield FileError(origin.path, origin.key_range, message)
