"""Where a project's rules of its own are, as its settings name them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from framesage.manifests.model import Manifest
    from framesage.toml import Value


class RulePath(NamedTuple):
    """One of ``rule-paths``: as it is written, and the path that it means."""

    written: Value
    path: Path


def rule_paths_in(manifest: Manifest) -> Iterator[RulePath]:
    """Yield the files and folders of rules that a manifest's settings name."""
    ranges = [one.value_range for one in manifest.settings if one.path == ("rule-paths",)]
    entries = manifest.document.flat if ranges else ()
    arrays = (entry.value for entry in entries if entry.value.range in ranges)
    for item in (item for array in arrays for item in array.items):
        if item.kind == "string":
            yield RulePath(item, manifest.source.path.parent / item.text)
