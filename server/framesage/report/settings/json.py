"""Effective settings as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from framesage.report.locations import written_path

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from framesage.report.settings.model import Effective, EffectiveSetting


def settings_json(settings: Iterable[EffectiveSetting], root: Path, base: Path) -> dict[str, Any]:
    """Return the settings of the project at a root; paths are relative to the folder ``base``."""
    return {
        "version": 1,
        "project": written_path(root, base),
        "settings": [_setting(setting, base) for setting in settings],
    }


def _setting(setting: EffectiveSetting, base: Path) -> dict[str, Any]:
    others = "beside" if setting.adds else "overrides"
    values = [_value(value, base, others) for value in setting.values]
    return {"key": list(setting.path), **({"items": values} if setting.is_list else values[0])}


def _value(value: Effective, base: Path, name: str) -> dict[str, Any]:
    """Return a value, with its file and line; the line counts from 0, as in all JSON here.

    ``name`` is the key for other values of the setting.
    """
    origin = value.origin
    place = None
    if origin:
        line = origin.key_range.start.line
        place = {"file": written_path(origin.path, base), "line": line}
    others = [_value(other, base, name) for other in value.overrides]
    return {"value": value.value, "from": place, **({name: others} if others else {})}
