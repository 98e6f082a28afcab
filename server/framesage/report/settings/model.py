"""Effective settings: the values that hold, and those that they override."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.project.settings.model import Settings
from framesage.project.settings.schema import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.project.settings.model import Origin, SettingPath, SettingsLayer


@frozen
class Effective:
    """A value of a setting, or an item of a list, as it is written; without ``origin``, a default.

    ``overrides`` are the values that it replaces, the closest one first.
    """

    value: object
    origin: Origin | None = None
    overrides: tuple[Effective, ...] = ()


@frozen
class EffectiveSetting:
    """A setting with the value that holds; a list has the ``items`` of several files."""

    path: SettingPath
    values: tuple[Effective, ...]
    is_list: bool = False


def effective_settings(written: SettingsLayer) -> Iterator[EffectiveSetting]:
    """Yield all settings: first single values and lists, with their defaults, then tables."""
    for name, schema in SETTINGS.items():
        given = written.get((name,), ())
        if schema.is_list:
            items = (
                Effective(item, one.origin)
                for one in given
                for item in (one.value if isinstance(one.value, list | tuple) else ())
            )
            yield EffectiveSetting((name,), tuple(items), is_list=True)
        elif schema.field and not schema.is_table:
            default = Effective(getattr(Settings(), schema.field))
            yield EffectiveSetting((name,), (_last((name,), written) or default,))
    for path in sorted(written, key=lambda path: (list(SETTINGS).index(path[0]), path)):
        value = _last(path, written) if len(path) > 1 else None
        if value:
            yield EffectiveSetting(path, (value,))


def _last(path: SettingPath, written: SettingsLayer) -> Effective | None:
    values = [Effective(one.value, one.origin) for one in reversed(written.get(path, ()))]
    return Effective(values[0].value, values[0].origin, tuple(values[1:])) if values else None
