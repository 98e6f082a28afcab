"""Find names in settings that the rule base does not contain."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from framesage.project.file_error import FileError
from framesage.project.settings.expand import expanded
from framesage.project.settings.extend import inner_message
from framesage.project.settings.model import SETTINGS_FILES
from framesage.project.settings.ranges import part_range
from framesage.project.settings.schema import SETTINGS
from framesage.project.settings.strings import texts_in
from framesage.project.settings.validate import MOST_SUGGESTIONS, unknown_name, validate

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Setting
    from framesage.project.settings.model import Origin, SettingPath, SettingsLayer
    from framesage.text import Range

Place = TypeVar("Place")

GUIDANCE = "guidance"
OFF_TRAITS = "off-traits"
"""Keys for names that are known and only have some effect, or none."""


def check_names(
    manifests: Iterable[Manifest], root: Path, known: Mapping[str, Collection[str]]
) -> tuple[FileError, ...]:
    """Return the errors for names in a project's settings that the rule base does not contain.

    ``known`` is as for ``unknown_name``.
    """
    paths = [root / name for name in SETTINGS_FILES]
    own = (manifest for manifest in manifests if manifest.source.path in paths)
    errors = (error for manifest in own for error in _unknown_names(manifest, known))
    return tuple(dict.fromkeys(errors))  # a name has an error for each key in its table


def check_extended_names(
    manifests: Iterable[Manifest], written: SettingsLayer, known: Mapping[str, Collection[str]]
) -> Iterator[FileError]:
    """Yield the errors for such names in the files that the manifests of a project extend.

    ``written`` are all settings of the project. The errors are at ``extend``.
    """
    for manifest in manifests:
        folder = manifest.source.path.parent
        for text, span in texts_in(manifest, "extend"):
            found = list(_unknown_below(expanded(text, folder), written, known))
            if found:
                yield FileError(manifest.source.path, span, inner_message(found, folder))


def _unknown_below(
    target: Path, written: SettingsLayer, known: Mapping[str, Collection[str]]
) -> Iterator[FileError]:
    below = (
        (path, value, origin)
        for path, value, origin in _located(written)
        if target in (origin.path, origin.path.parent)
    )
    for _, origin, message in _name_errors(below, known):
        yield FileError(origin.path, origin.key_range, message)


def check_outer_names(
    manifests: Iterable[Manifest], written: SettingsLayer, known: Mapping[str, Collection[str]]
) -> Iterator[FileError]:
    """Yield the errors for such names in the settings of the folders around a project.

    They are where the names are written. Those that ``check_names`` and ``check_extended_names``
    find are left out.
    """
    own = {manifest.source.path for manifest in manifests} | set(_extended(manifests))
    outer = (
        (path, value, origin)
        for path, value, origin in _located(written)
        if own.isdisjoint((origin.path, origin.path.parent))
    )
    for path, origin, message in _name_errors(outer, known):
        is_in_key = SETTINGS[path[0]].is_table
        span = origin.key_range if is_in_key else origin.value_range
        yield FileError(origin.path, span, message)


def _located(written: SettingsLayer) -> Iterator[tuple[SettingPath, object, Origin]]:
    """Yield the settings that are written in files."""
    for path, given in written.items():
        yield from ((path, item.value, item.origin) for item in given if item.origin)


def _extended(manifests: Iterable[Manifest]) -> Iterator[Path]:
    """Yield the files and folders that manifests extend."""
    for manifest in manifests:
        for text, _ in texts_in(manifest, "extend"):
            yield expanded(text, manifest.source.path.parent)


def check_layer_names(
    layer: SettingsLayer, known: Mapping[str, Collection[str]]
) -> tuple[str, ...]:
    """Return the errors for names in an editor's settings that the rule base does not contain."""
    given = ((path, items[-1].value, None) for path, items in layer.items())
    return tuple(message for _, _, message in _name_errors(given, known))


def _unknown_names(manifest: Manifest, known: Mapping[str, Collection[str]]) -> Iterator[FileError]:
    valid = (
        (setting.path, setting.value, setting)
        for setting in manifest.settings
        if not validate(setting.path, setting.value)
    )
    for _, setting, message in _name_errors(valid, known):
        yield FileError(manifest.source.path, _name_range(setting, manifest), message)


def _name_errors(
    settings: Iterable[tuple[SettingPath, object, Place]], known: Mapping[str, Collection[str]]
) -> Iterator[tuple[SettingPath, Place, str]]:
    """Yield the settings with an error in a name, each with its place and the error.

    To find what to suggest takes long, so only the first ones get a suggestion.
    """
    count = 0
    for path, value, place in settings:
        suggests = count < MOST_SUGGESTIONS
        message = _without_effect(path, value, known)
        message = message or unknown_name(path, value, known, suggests=suggests)
        if message:
            count += 1
            yield path, place, message


def _name_range(setting: Setting, manifest: Manifest) -> Range:
    """Return the range of the name in a setting, which can be in the key of a table around it."""
    schema = SETTINGS[setting.path[0]]
    if not schema.is_table:
        return setting.value_range
    is_in_key = len(setting.path) == schema.depth + 1
    found = None if is_in_key else part_range(setting, schema.depth, manifest)
    return found or setting.key_range


def _without_effect(
    path: Sequence[str], value: object, known: Mapping[str, Collection[str]]
) -> str:
    """Return why a setting about a known name does nothing, and what to do instead; else ""."""
    name = path[-1]
    if path[0] == "traits" and name in known.get(OFF_TRAITS, ()):
        return f"remove '{name}': a rule file switches this trait off"
    if path[0] == "rules" and len(path) == 2 and value != "off" and name in known.get(GUIDANCE, ()):
        return (
            f"'{name}' is guidance: it can only be \"off\"; to weigh it differently,"
            " write an [[override]] with a 'strength' into a rule file"
        )
    if path[0] == "per-file" and name in known.get(GUIDANCE, ()):
        return f"'{name}' is guidance, which has no findings in files; switch it off in 'rules'"
    return ""
