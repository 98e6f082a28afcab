"""Assert that everything a reader finds lies within the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.manifests.manifest import Manifest
    from framesage.text import Range


def assert_valid_ranges(manifest: Manifest) -> None:
    lines = manifest.source.lines
    for span in ranges_of(manifest):
        assert span.start <= span.end
        assert span.end.line < len(lines)
        assert span.start.character <= len(lines[span.start.line])
        assert span.end.character <= len(lines[span.end.line])


def ranges_of(manifest: Manifest) -> Iterator[Range]:
    for requirement in manifest.requirements:
        yield from (requirement.range, requirement.name_range)
    for setting in manifest.settings:
        yield from (setting.key_range, setting.value_range)
    for entry in (*manifest.includes, *manifest.metadata, *manifest.ignores):
        yield entry.range
    for found in (*manifest.local_packages, *manifest.syntax_errors):
        yield found.range
    yield from (*manifest.anchors, *manifest.multiple_per_line)
