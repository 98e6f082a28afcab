"""The files that contain settings, and the table in each that they are in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import PurePath

_TOP = {"pyproject.toml": ("tool", "framesage"), "framesage.toml": ()}


def top_table(path: PurePath) -> tuple[str, ...] | None:
    """Return the path of the table that the settings of a file are in; None without settings."""
    return _TOP.get(path.name)
