"""Validate settings against their schema, and against the names in the rule base."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.project.glob import pattern_problem
from framesage.project.settings.schema import SETTINGS
from framesage.suggest import closest_match, series

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from framesage.project.settings.schema import SettingSchema

_MAX_LISTED = 12
"""A message lists the valid names up to this number."""
MOST_SUGGESTIONS = 100
"""How many of the unknown names in one place get a suggestion."""


@frozen
class Mistake:
    """What is wrong with a setting: in one part of its path, or in its value (None)."""

    message: str
    part: int | None = None


def validate(path: Sequence[str], value: object) -> str:
    """Return the error in one setting, or ""."""
    mistake = find_mistake(path, value)
    return mistake.message if mistake else ""


def find_mistake(path: Sequence[str], value: object) -> Mistake | None:
    """Return what is wrong with one setting, if anything."""
    setting = SETTINGS.get(path[0])
    if setting is None:
        return Mistake(f"unknown setting '{path[0]}'{_suggestion(path[0], SETTINGS)}", 0)
    pattern = path[1] if setting.is_by_file and len(path) > 1 else None
    problem = "" if pattern is None else pattern_problem(pattern)
    if pattern is not None and problem:
        return Mistake(invalid_pattern(pattern, problem), 1)
    if setting.keys and len(path) == setting.depth + 2:
        return _mistake_in_key(setting, path, value)
    name = ".".join(path)
    if len(path) <= setting.depth:
        is_empty_table = isinstance(value, Mapping) and not value
        allowed = series(setting.choices, "or") if setting.choices else setting.value_type.name
        values = f"each value must be {allowed}"
        return None if is_empty_table else Mistake(f"'{name}' must be a table; {values}")
    is_value = len(path) == 1 + setting.depth
    error = setting.error(value) if is_value else f"must be {setting.value_type.name}"
    return Mistake(f"'{name}' {error}") if error else None


def invalid_pattern(pattern: str, problem: str) -> str:
    """Return the error about a pattern that has a problem."""
    return f"invalid pattern '{pattern}': {problem}"


def _mistake_in_key(setting: SettingSchema, path: Sequence[str], value: object) -> Mistake | None:
    key = setting.keys.get(path[-1])
    if key is None:
        hint = _suggestion(path[-1], setting.keys)
        return Mistake(f"unknown key '{path[-1]}' in '{'.'.join(path[:-1])}'{hint}", len(path) - 1)
    is_valid = key.value_type.accepts(value)
    return None if is_valid else Mistake(f"'{'.'.join(path)}' must be {key.value_type.name}")


def unknown_name(
    path: Sequence[str],
    value: object,
    known: Mapping[str, Collection[str]],
    *,
    suggests: bool = True,
) -> str:
    """Return the error about a name that the rule base does not contain, or "".

    ``known`` maps a setting to the names it accepts: as keys of a table (``traits``, ``rules``,
    ``ignore``), or as the value (``framework``). To find what to suggest takes most of the time.
    """
    setting = SETTINGS.get(path[0])
    if setting is None or setting.name not in known:
        return ""
    if setting.is_table and len(path) <= setting.depth:
        return ""
    name = str(path[setting.depth] if setting.is_table else value)
    if not name or name in known[setting.name]:
        return ""
    hint = _suggestion(name, known[setting.name]) if suggests else ""
    return f"unknown {setting.names} '{name}'{hint}"


def nearest_name(name: str, valid: Collection[str]) -> str:
    """Return the valid name that is meant, in whatever case and with underscores; "" for none."""
    written = name.strip().casefold().replace("_", "-").replace(" ", "-")
    return written if written in valid else closest_match(written, valid)


def _suggestion(name: str, valid: Collection[str]) -> str:
    match = nearest_name(name, valid)
    if match:
        return f"; did you mean '{match}'?"
    return f"; expected {series(sorted(valid), 'or')}" if len(valid) <= _MAX_LISTED else ""
