"""Find the settings that apply to a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.project.file_error import FileError
from framesage.project.manifest_cache import ManifestCache, as_cache
from framesage.project.settings.model import NO_SETTINGS, SETTINGS_FILES, SettingsLayer
from framesage.project.settings.read import read_settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from framesage.manifests.manifest import Manifest
    from framesage.project.filesystem import FileSystem


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
