"""Values that are tables: the keys of each are joined, so that a layer has one value for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.project.settings.schema import SETTINGS

if TYPE_CHECKING:
    from framesage.project.settings.model import Given, SettingPath, SettingsLayer


def join_tables(layer: SettingsLayer) -> tuple[SettingsLayer, list[tuple[Given, str]]]:
    """Return a layer of one source with joined tables, and the tables that lack a reason.

    A joined value maps keys to values; it has the origin of its first key. Where a file has a table
    and another value, which TOML does not allow, the table counts.
    """
    joined: dict[SettingPath, tuple[Given, ...]] = {}
    for path, given in layer.items():
        depth = SETTINGS[path[0]].depth + 1
        if len(path) <= depth:
            joined.setdefault(path, given)
            continue
        before = joined.get(path[:depth], ())
        values = before[-1].value if before and isinstance(before[-1].value, dict) else {}
        first = before[-1] if values else given[-1]
        joined[path[:depth]] = (replace(first, value={**values, path[-1]: given[-1].value}),)
    lacking = []
    for path, given in list(joined.items()):
        if (
            isinstance(given[-1].value, dict)
            and given[-1].value
            and "reason" not in given[-1].value
        ):
            lacking.append((given[-1], f"'{'.'.join(path)}' needs a 'reason'"))
            del joined[path]
    return joined, lacking
