"""Merge settings, and resolve them with the defaults."""

from __future__ import annotations

from framesage.project.settings.model import Settings, SettingsLayer
from framesage.project.settings.schema import SETTINGS
from framesage.severity import Severity


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
