"""Remove a setting from a TOML file, however it is written: a line, a table or part of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.fixes.line_edits import remove_lines
from framesage.fixes.model import Edit
from framesage.text import Range

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.manifests.manifest import Manifest
    from framesage.toml.model import Entry

    Path = tuple[str, ...]


def remove_setting(manifest: Manifest, path: Path) -> Edit | None:
    """Return the edit that removes a key of the settings, with the table that it may be.

    None if its parts are in several places of the file, with something else between.
    """
    for siblings in _inline_tables(manifest.document.entries, len(path)):
        inside = [number for number, entry in enumerate(siblings) if _is_at(entry, path)]
        if inside:
            return _without_items(siblings, inside, manifest)
    return _without_lines(path, manifest)


def _is_at(entry: Entry, path: Path) -> bool:
    return entry.path[: len(path)] == path


def _inline_tables(entries: Sequence[Entry], depth: int) -> Iterator[Sequence[Entry]]:
    """Yield the entries of inline tables whose paths are shorter than ``depth``."""
    for entry in entries:
        if entry.value.entries and len(entry.path) < depth:
            yield entry.value.entries
            yield from _inline_tables(entry.value.entries, depth)


def _without_items(siblings: Sequence[Entry], inside: list[int], manifest: Manifest) -> Edit | None:
    """Return the edit that removes adjacent items of an inline table, with their comma."""
    first, last = inside[0], inside[-1]
    if last - first + 1 != len(inside):
        return None
    start, end = siblings[first].key_range.start, siblings[last].value.range.end
    if last + 1 < len(siblings):
        end = siblings[last + 1].key_range.start
    elif first:
        start = siblings[first - 1].value.range.end
    return Edit(manifest.source.path, Range(start, end), "")


def _without_lines(path: Path, manifest: Manifest) -> Edit | None:
    """Return the edit that removes the lines of a key, or of a table with its header."""
    document = manifest.document
    ours = [entry for entry in document.entries if _is_at(entry, path)]
    headers = [header.range for header in document.headers if header.path[: len(path)] == path]
    ranges = [*headers, *(Range(entry.key_range.start, entry.value.range.end) for entry in ours)]
    if not ranges:
        return None
    first = min(span.start.line for span in ranges)
    last = max(span.end.line for span in ranges)
    others = [entry for entry in document.entries if entry not in ours]
    if any(first <= entry.key_range.start.line <= last for entry in others):
        return None
    return remove_lines(manifest.source, first, last)
