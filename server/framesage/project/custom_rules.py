"""The rule files and packs that the settings of a project name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from framesage.project.settings.expand import expanded
from framesage.project.settings.extend import is_pack_name
from framesage.project.settings.strings import strings_in

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
    extended = (item for item in strings_in(manifest, "extend") if not is_pack_name(item.text))
    for item in (*strings_in(manifest, "rule-paths"), *extended):
        yield RulePath(item, expanded(item.text, folder))


def rule_packs_in(manifest: Manifest) -> Iterator[Value]:
    """Yield the names of packs in the settings in a manifest."""
    yield from strings_in(manifest, "rule-packs")
    yield from (item for item in strings_in(manifest, "extend") if is_pack_name(item.text))
