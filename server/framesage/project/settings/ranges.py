"""The ranges of the parts of a setting: its keys, and those of the tables that it is in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.text import Range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Setting

_KEY_PART = re.compile(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'|[^\s."\']+')


def settings_table(manifest: Manifest) -> tuple[str, ...]:
    """Return the path of the table that the settings of a file are in."""
    return () if manifest.format == "framesage" else ("tool", "framesage")


def part_range(setting: Setting, part: int, manifest: Manifest) -> Range | None:
    """Return the range of a part of a setting's path, without quotes.

    It is in the setting's key, or in that of a table around it, which is written as a header, or as
    the beginning of a dotted key or of an inline table.
    """
    top = settings_table(manifest)
    path = (*top, *setting.path)
    position = len(top) + part
    for found, span in _keys(manifest):
        if len(found) > position and found == path[: len(found)]:
            number, start = span.start.line, span.start.character
            line = manifest.source.line(number)[: span.end.character]
            parts = [match.span() for match in _KEY_PART.finditer(line, start)]
            index = position - (len(found) - len(parts))
            if 0 <= index < len(parts):
                return Range.on_line(number, *_without_quotes(line, *parts[index]))
    return None


def _keys(manifest: Manifest) -> Iterator[tuple[tuple[str | int, ...], Range]]:
    yield from ((entry.path, entry.key_range) for entry in manifest.document.flat)
    yield from ((header.path, header.range) for header in manifest.document.headers)


def _without_quotes(line: str, start: int, end: int) -> tuple[int, int]:
    is_quoted = line[start] in "\"'" and end - start > 1
    return (start + 1, end - 1) if is_quoted else (start, end)
