"""Paths of rule files: beside the code if installed, at the root of a checkout otherwise."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.rulebase.errors import RuleBaseError, RuleError

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_ENTRIES = 1000
"""The maximum number of files and folders in a folder of rules."""

_PACKAGE = Path(__file__).resolve().parents[1]


def shipped_rules() -> Path:
    """Return the folder of the built-in rules."""
    installed = _PACKAGE / "rules"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "rules"


def shipped_snapshot() -> Path:
    """Return the path of the built rule base in an installed package; a checkout has none."""
    return _PACKAGE / "rules.snapshot"


def all_files(paths: Iterable[Path]) -> list[Path]:
    """Return the TOML files of rule folders (or the files themselves), in a fixed order."""
    return [file for path in paths for file in rule_files(path)]


def rule_files(path: Path) -> list[Path]:
    """Return the TOML files of a rule folder in a fixed order, or the file itself.

    Raises RuleBaseError for a folder with too many entries: while a path is being typed in the
    settings, it may be the root of the file system.
    """
    if not path.is_dir():
        return [path]
    found: list[Path] = []
    entries = 0
    for folder, folders, names in os.walk(path):
        entries += len(folders) + len(names)
        if entries > MOST_ENTRIES:
            message = f"has more than {MOST_ENTRIES} entries; use a folder that only contains rules"
            raise RuleBaseError([RuleError(path, 1, 1, message)])
        found += (Path(folder, name) for name in names if name.endswith(".toml"))
    return sorted(found)
