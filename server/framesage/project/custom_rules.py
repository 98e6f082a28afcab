"""The custom rule files that the settings of a project name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from framesage.manifests.manifest import Manifest
    from framesage.toml import Value


class RulePath(NamedTuple):
    """An item of ``rule-paths``: the TOML string, and the path that it resolves to."""

    written: Value
    path: Path


def rule_paths_in(manifest: Manifest) -> Iterator[RulePath]:
    """Yield the rule files and folders that the settings in a manifest name."""
    settings = [setting for setting in manifest.settings if setting.path == ("rule-paths",)]
    ranges = [setting.value_range for setting in settings]
    entries = manifest.document.flat if ranges else ()
    arrays = (entry.value for entry in entries if entry.value.range in ranges)
    for item in (item for array in arrays for item in array.items):
        if item.kind == "string":
            yield RulePath(item, manifest.source.path.parent / item.text)
