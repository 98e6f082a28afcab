"""Merge settings, and resolve them with the defaults."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.project.glob import Glob
from framesage.project.settings.expand import expanded
from framesage.project.settings.model import FileSeverity, Ignored, Settings
from framesage.project.settings.schema import SETTINGS
from framesage.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from framesage.project.settings.model import Given, SettingPath, SettingsLayer
    from framesage.project.settings.schema import SettingSchema

RESTRICTED = ("restricted",)
"""The key of an editor's settings that says that it does not trust the workspace."""

_DECISION, _FRAMEWORK = ("decision",), ("framework",)
_RULES = ("rule-paths", "rule-packs")


def merge_settings(base: SettingsLayer, over: SettingsLayer) -> SettingsLayer:
    """Return both layers merged key by key; ``over`` takes precedence, and lists add up.

    The reason of a decision belongs to its framework, so another framework drops it.
    """
    merged = dict(base)
    if _FRAMEWORK in over:
        merged.pop(_DECISION, None)
    for path, given in over.items():
        merged[path] = (*merged.pop(path, ()), *given)  # at the end: the order of patterns matters
    return merged


def with_editor_settings(layer: SettingsLayer, editor: SettingsLayer) -> SettingsLayer:
    """Return the settings of files with those of an editor, which take precedence.

    If the editor does not trust the workspace (``RESTRICTED``), rules that its files name are left
    out.
    """
    if RESTRICTED in editor:
        layer, editor = without(layer, _RULES), without(editor, RESTRICTED)
    return merge_settings(layer, editor)


def without(layer: SettingsLayer, names: Sequence[str]) -> SettingsLayer:
    """Return a layer without some settings, by the first of their keys."""
    return {path: given for path, given in layer.items() if path[0] not in names}


def resolve_settings(layer: SettingsLayer) -> Settings:
    """Return the settings, with defaults for those that are not set."""
    values: dict[str, object] = {}
    files: list[FileSeverity] = []
    for path, given in layer.items():
        setting = SETTINGS.get(path[0])
        if setting is None or not setting.field:  # RESTRICTED, or about the file with the settings
            continue
        if setting.is_list:
            items = (item for source in given for item in _items(setting, source))
            values[setting.field] = tuple(dict.fromkeys(items))
        elif setting.is_by_file:
            files += (_file_severity(path, source) for source in given if len(path) > setting.depth)
        elif not setting.is_table:
            values[setting.field] = _value(setting, given[-1])
        elif len(path) > 1:
            table = values.setdefault(setting.field, {})
            assert isinstance(table, dict)
            table[path[1]] = _table_value(setting, given[-1].value)
    return Settings(**values, per_file=tuple(files))  # type: ignore[arg-type]  # validated


def _value(setting: SettingSchema, given: Given) -> object:
    """Return a value as a project uses it: paths do not depend on a folder any more."""
    return path_of(given) if setting.is_path else given.value


def path_of(given: Given) -> str:
    """Return the path that a setting names; "" for none."""
    return str(expanded(str(given.value), given.folder)) if given.value else ""


def _table_value(setting: SettingSchema, value: object) -> object:
    if setting.choices:
        return Severity.named(str(value))
    if not setting.keys:
        return value
    return Ignored(**value) if isinstance(value, dict) else Ignored(str(value))


def _file_severity(path: SettingPath, given: Given) -> FileSeverity:
    _, pattern, rule = path
    return FileSeverity(Glob(given.folder, pattern), rule, Severity.named(str(given.value)))


def settings_for(root: Path, layer: SettingsLayer) -> Settings:
    """Return the settings of the project at a root.

    Patterns that exclude the whole project do not count: somebody has named it.
    """
    settings = resolve_settings(layer)
    inside = tuple(glob for glob in settings.exclude if not glob.covers(root))
    return settings if inside == settings.exclude else replace(settings, exclude=inside)


def _items(setting: SettingSchema, given: Given) -> Iterator[object]:
    """Yield the items of a list: patterns and paths with the folder that they are relative to."""
    assert isinstance(given.value, list | tuple)
    for item in map(str, given.value):
        if setting.field == "exclude":
            yield Glob(given.folder, item)
        else:
            yield str(expanded(item, given.folder)) if setting.field == "rule_paths" else item
