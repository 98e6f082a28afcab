"""What other files say about a setting, in a sentence."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from framesage.project.include_paths import relative
from framesage.project.settings.schema import SETTINGS
from framesage.wording.grammar import join_words, shorten

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from framesage.project.settings.model import Given, SettingPath, SettingsLayer

_LONGEST = 100  # code points of a value


def in_other_files(setting: SettingPath, file: Path, written: SettingsLayer) -> str:
    """Return which values a setting in a file overrides or is overridden by; "" for none."""
    given = written.get(setting, ())
    own = [number for number, source in enumerate(given) if _path(source) == file]
    if not own or SETTINGS[setting[0]].is_by_file:  # patterns hold beside each other
        return ""
    weaker, stronger = given[: own[-1]], given[own[-1] + 1 :]
    if SETTINGS[setting[0]].is_list:
        others = [source for source in (*weaker, *stronger) if _path(source) != file]
        return f"Adds to the list of {_sources(others, file)}." if others else ""
    if stronger:
        return f"Overridden by {_sources(stronger[-1:], file)}: `{_value(stronger[-1])}` applies."
    places = [_place(source, file) for source in weaker]
    return f"Overrides {join_words(places)}." if weaker else ""


def _path(given: Given) -> Path | None:
    return given.origin.path if given.origin else None


def _place(given: Given, file: Path) -> str:
    return f"`{_value(given)}` of {_sources([given], file)}"


def _value(given: Given) -> str:
    return shorten(json.dumps(given.value, ensure_ascii=False, default=str), _LONGEST)


def _sources(given: Sequence[Given], file: Path) -> str:
    """Return where values are written, relative to a file."""
    paths = dict.fromkeys(map(_path, given))
    names = [f"`{relative(path, file.parent)}`" if path else "the editor" for path in paths]
    return join_words(names)
