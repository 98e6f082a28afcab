"""Where the rule base is: beside the code once installed, at the root of a checkout."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.rulebase.errors import RuleBaseError, RuleError

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_ENTRIES = 1000
"""How many files and folders a folder of rules may hold."""

_PACKAGE = Path(__file__).resolve().parents[1]


def shipped_rules() -> Path:
    """Return the folder of the rules that come with Framesage."""
    installed = _PACKAGE / "rules"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "rules"


def shipped_snapshot() -> Path:
    """Return where an installed package has those rules ready to use; a checkout has not."""
    return _PACKAGE / "rules.snapshot"


def all_files(paths: Iterable[Path]) -> list[Path]:
    """Return the TOML files of rule folders (or the files themselves), in a fixed order."""
    return [file for path in paths for file in rule_files(path)]


def rule_files(path: Path) -> list[Path]:
    """Return the TOML files of a rule folder in a fixed order, or the file itself.

    Raises RuleBaseError for a folder that holds more than rules: a path that is being typed is
    looked at with each character, and may be that of everything for a while.
    """
    if not path.is_dir():
        return [path]
    found: list[Path] = []
    entries = 0
    for folder, folders, names in os.walk(path):
        entries += len(folders) + len(names)
        if entries > MOST_ENTRIES:
            message = f"holds more than {MOST_ENTRIES} entries: name the folder of the rules alone"
            raise RuleBaseError([RuleError(path, 1, 1, message)])
        found += (Path(folder, name) for name in names if name.endswith(".toml"))
    return sorted(found)
