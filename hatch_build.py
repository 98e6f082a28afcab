"""Loads and checks the rules when the wheel is built, and packs them ready to use.

Without this the wheel works the same, and reads the rules more slowly (docs/adr/0002).
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class SnapshotHook(BuildHookInterface[Any]):
    """Adds ``framesage/rules.snapshot``; a mistake in the rules fails the build."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the snapshot, except for an editable install, whose rules may change."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "server"))
        from framesage.rulebase.load import load_rule_base
        from framesage.rulebase.snapshot import write_snapshot

        target = Path(self.directory) / "rules.snapshot"
        target.parent.mkdir(parents=True, exist_ok=True)
        write_snapshot(load_rule_base(whole=True), root / "rules", target)
        build_data["force_include"][str(target)] = "framesage/rules.snapshot"

    def finalize(self, *_: object) -> None:
        """Remove the snapshot again: it is in the wheel now."""
        Path(self.directory, "rules.snapshot").unlink(missing_ok=True)
