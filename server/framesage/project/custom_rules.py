"""The rule files and packs that the settings of a project name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from framesage.project.settings.expand import expanded

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
    folder = manifest.source.path.parent
    for item in _items(manifest, "rule-paths"):
        yield RulePath(item, expanded(item.text, folder))


def rule_packs_in(manifest: Manifest) -> Iterator[Value]:
    """Yield the names of packs in the settings in a manifest."""
    return _items(manifest, "rule-packs")


def _items(manifest: Manifest, name: str) -> Iterator[Value]:
    settings = [setting for setting in manifest.settings if setting.path == (name,)]
    ranges = [setting.value_range for setting in settings]
    entries = manifest.document.flat if ranges else ()
    arrays = (entry.value for entry in entries if entry.value.range in ranges)
    yield from (item for array in arrays for item in array.items if item.kind == "string")
