"""Where the rule base is: beside the code once installed, at the root of a checkout."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    """Return the TOML files of a rule folder in a fixed order, or the file itself."""
    return sorted(path.rglob("*.toml")) if path.is_dir() else [path]
