"""The uses of an id in the settings of a dependency file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.editing.rules.ids import unquoted
from framesage.editing.settings.lookup import word_at
from framesage.project.settings.schema import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.editing.rules.ids import NamedId
    from framesage.manifests.manifest import Manifest
    from framesage.text import Range


def setting_uses(wanted: NamedId, manifest: Manifest) -> Iterator[Range]:
    """Yield the ranges of an id in settings, without quotes."""
    for setting in manifest.settings:
        schema = SETTINGS.get(setting.path[0]) if setting.path else None
        if schema is None or schema.names != wanted.kind:
            continue
        if schema.is_table and setting.path[-1] == wanted.name:
            word = word_at(manifest, setting.key_range.end)
            yield unquoted(word.range if word else setting.key_range, wanted.name)
        elif not schema.is_table and setting.value == wanted.name:
            yield unquoted(setting.value_range, wanted.name)
