"""Find the name or date that a mistyped one in the settings probably stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.dates import nearest_date, read_date
from framesage.frozen import frozen
from framesage.project.settings.schema import DATE, SETTINGS
from framesage.project.settings.validate import nearest_name

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from framesage.project.settings.schema import SettingSchema


@frozen
class Correction:
    """The name that one in the settings probably stands for.

    ``part`` is its number in the path of the setting; None if it is the value.
    """

    part: int | None
    name: str


def correction(
    path: Sequence[str], value: object, known: Mapping[str, Collection[str]]
) -> Correction | None:
    """Return the correction of a misspelled name, if any; ``known`` is as for ``unknown_name``."""
    setting = SETTINGS.get(path[0])
    if setting is None:
        return _correction(0, path[0], SETTINGS)
    names = known.get(setting.name, ())
    depth = setting.depth
    if setting.is_table and len(path) > depth and names and path[depth] not in names:
        return _correction(depth, path[depth], names)
    if len(path) > depth + 1:
        return _correction_in_key(setting, path, value)
    valid = setting.choices or (() if setting.is_table else names)
    return _correction(None, value, valid) if isinstance(value, str) and value else None


def _correction_in_key(
    setting: SettingSchema, path: Sequence[str], value: object
) -> Correction | None:
    if path[-1] not in setting.keys:
        return _correction(len(path) - 1, path[-1], setting.keys)
    if setting.keys[path[-1]].value_type is not DATE or read_date(str(value)):
        return None
    date = nearest_date(str(value))
    return Correction(None, date) if date else None


def _correction(part: int | None, name: str, valid: Collection[str]) -> Correction | None:
    match = "" if name in valid else nearest_name(name, valid)
    return Correction(part, match) if match else None
