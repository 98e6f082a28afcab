"""The strings of a setting that is a string or a list of strings, each with its range."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.manifests.manifest import Manifest
    from framesage.text import Range
    from framesage.toml import Value


def strings_in(manifest: Manifest, name: str) -> Iterator[Value]:
    """Yield the TOML strings of a setting in a TOML file."""
    ranges = [setting.value_range for setting in manifest.settings if setting.path == (name,)]
    entries = manifest.document.flat if ranges else ()
    for value in (entry.value for entry in entries if entry.value.range in ranges):
        yield from (item for item in (value, *value.items) if item.kind == "string")


def texts_in(manifest: Manifest, name: str) -> Iterator[tuple[str, Range]]:
    """Yield the strings of a setting; in a script, with the range of the whole setting."""
    found = [(value.text, value.range) for value in strings_in(manifest, name)]
    if found:
        yield from found
        return
    for setting in manifest.settings:
        if setting.path == (name,):
            items = setting.value if isinstance(setting.value, list) else [setting.value]
            texts = (item for item in items if isinstance(item, str))
            yield from ((text, setting.value_range) for text in texts)
