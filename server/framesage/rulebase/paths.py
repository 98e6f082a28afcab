"""Paths of rule files: beside the code if installed, at the root of a checkout otherwise."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from framesage.rulebase.packs.files import packs_at

if TYPE_CHECKING:
    from collections.abc import Iterable

_PACKAGE = Path(__file__).resolve().parents[1]


def shipped_rules() -> Path:
    """Return the folder of the built-in rules; that of an installed package if there is none."""
    installed, checkout = _PACKAGE / "rules", _PACKAGE.parents[1] / "rules"
    return installed if installed.is_dir() or not checkout.is_dir() else checkout


def is_builtin(path: Path) -> bool:
    """Return whether a rule file is one of the built-in ones."""
    return path.is_relative_to(shipped_rules())


def shipped_snapshot() -> Path:
    """Return the path of the built rule base in an installed package; a checkout has none."""
    return _PACKAGE / "rules.snapshot"


def all_files(paths: Iterable[Path]) -> list[Path]:
    """Return the rule files in folders (or the files themselves), in a fixed order."""
    return [file for path in paths for file in rule_files(path)]


def rule_files(path: Path) -> list[Path]:
    """Return the rule files in a folder in a fixed order, or the file itself.

    Raises RuleBaseError for a folder that cannot be listed or has too many entries.
    """
    return sorted(file for pack in packs_at(path) for file in pack.files)
