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
    """A setting with the value that holds; a list has the items of several files.

    If it ``adds``, what its value seems to override holds as well, in another folder: the pattern
    of a ``per-file`` is relative to its file.
    """

    path: SettingPath
    values: tuple[Effective, ...]
    is_list: bool = False
    adds: bool = False


def effective_settings(written: SettingsLayer) -> Iterator[EffectiveSetting]:
    """Yield all settings: first single values and lists, with their defaults, then tables."""
    for name, schema in SETTINGS.items():
        given = written.get((name,), ())
        if schema.is_list:
            items = (
                Effective(item, source.origin)
                for source in given
                for item in (source.value if isinstance(source.value, list | tuple) else ())
            )
            yield EffectiveSetting((name,), tuple(items), is_list=True)
        elif schema.field and not schema.is_table:
            default = Effective(getattr(Settings(), schema.field))
            yield EffectiveSetting((name,), (_last((name,), written) or default,))
    for path in _in_tables(written):
        value = _last(path, written)
        if value:
            yield EffectiveSetting(path, (value,), adds=SETTINGS[path[0]].is_by_file)


def _in_tables(written: SettingsLayer) -> list[SettingPath]:
    """Return the settings in tables, table by table, and patterns in the order that matters."""
    tables, last = list(SETTINGS), {path[:-1]: number for number, path in enumerate(written)}

    def key(path: SettingPath) -> tuple[object, ...]:
        return tables.index(path[0]), last[path[:-1]] if SETTINGS[path[0]].is_by_file else 0, path

    return sorted((path for path in written if len(path) > 1), key=key)


def _last(path: SettingPath, written: SettingsLayer) -> Effective | None:
    values = [Effective(given.value, given.origin) for given in reversed(written.get(path, ()))]
    return Effective(values[0].value, values[0].origin, tuple(values[1:])) if values else None
