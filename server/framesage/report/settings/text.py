"""Effective settings as TOML, with the file and line of each value in a comment."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from framesage.report.locations import written_path
from framesage.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from framesage.project.settings.model import Origin
    from framesage.report.settings.model import Effective, EffectiveSetting

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def settings_lines(settings: Iterable[EffectiveSetting], base: Path) -> Iterator[str]:
    """Yield the lines of a framesage.toml; paths are relative to the folder ``base``."""
    table: tuple[str, ...] = ()
    for setting in settings:
        if setting.path[:-1] != table:
            table = setting.path[:-1]
            yield ""
            yield f"[{'.'.join(map(_key, table))}]"
        yield from _lines(setting, base)


def _lines(setting: EffectiveSetting, base: Path) -> Iterator[str]:
    key = _key(setting.path[-1])
    if not setting.is_list:
        (value,) = setting.values
        yield f"{key} = {_toml(value.value)}  # {_comment(value, base, setting.adds)}"
    elif not setting.values:
        yield f"{key} = []  # default"
    else:
        yield f"{key} = ["
        for item in setting.values:
            yield f"    {_toml(item.value)},  # {_comment(item, base)}"
        yield "]"


def _comment(value: Effective, base: Path, adds: bool = False) -> str:
    if value.origin is None:
        return "default"
    replaced = [
        f"{_toml(other.value)} ({_place(other.origin, base)})"
        for other in value.overrides
        if other.origin
    ]
    others = f", {'beside' if adds else 'instead of'} {', '.join(replaced)}" if replaced else ""
    return f"{_place(value.origin, base)}{others}"


def _place(origin: Origin, base: Path) -> str:
    return f"{written_path(origin.path, base)}:{origin.key_range.start.line + 1}"


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _toml(name)


def _toml(value: object) -> str:
    """Return a value in TOML, on one line."""
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{_key(key)} = {_toml(item)}' for key, item in value.items())} }}"
    return visible(json.dumps(value, ensure_ascii=False, default=str))
