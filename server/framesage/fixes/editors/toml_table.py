"""Edit TOML tables whose keys are requirements: Poetry, Pipenv, Pixi."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.fixes.editors.placement import Listed, insert_line
from framesage.fixes.editors.removal import remove_listed
from framesage.fixes.line_edits import indent_of
from framesage.manifests.names import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.fixes.model import Edit
    from framesage.manifests.model import Requirement
    from framesage.text import Source
    from framesage.toml import Document, Entry


def add_key(
    name: str, specifier: str, beside: Requirement, source: Source, document: Document
) -> tuple[Edit, ...]:
    """Return the edit that adds a package to a requirement's table."""
    entry = _entry(beside, document)
    if entry is None:
        return ()
    packages, listed = _table_of(entry, document)
    quote, indent = _quote(source, entry), indent_of(source.line(entry.key_range.start.line))
    key = name.ljust(_width(packages, source))
    text = f"{indent}{key} = {quote}{specifier or '*'}{quote}"
    return (insert_line(text, name, listed, packages.index(entry), source),)


def _width(packages: Sequence[Entry], source: Source) -> int:
    """Return the width of the keys of a table whose values are aligned; 0 if they are not."""
    ranges = [package.key_range for package in packages]
    widths = {source.line(start.line)[start.character :].find(" =") for start, _ in ranges}
    width = widths.pop()
    is_padded = any(end.character - start.character < width for start, end in ranges)
    return width if is_padded and not widths else 0


def remove_key(requirement: Requirement, source: Source, document: Document) -> tuple[Edit, ...]:
    """Return the edit that removes a requirement's lines."""
    entry = _entry(requirement, document)
    if entry is None:
        return ()
    packages, listed = _table_of(entry, document)
    header = document.header(*entry.path[:-1])
    top = header.range.start.line + 1 if header else 0
    return (remove_listed(listed, packages.index(entry), source, top),)


def _table_of(entry: Entry, document: Document) -> tuple[list[Entry], list[Listed]]:
    """Return the packages of an entry's table."""
    packages = [
        other
        for other in document.entries
        if other.path[:-1] == entry.path[:-1] and other.path[-1] != "python"
    ]
    return packages, [
        Listed(str(package.path[-1]), package.key_range.start.line, package.value.range.end.line)
        for package in packages
    ]


def _entry(requirement: Requirement, document: Document) -> Entry | None:
    """Return the entry of a requirement that is a simple key below a header, or None."""
    for entry in document.entries:
        alternatives = (item.range for item in entry.value.items)
        if entry.key_range == requirement.name_range or requirement.range in alternatives:
            return entry if _is_simple(entry, requirement, document) else None
    return None


def _is_simple(entry: Entry, requirement: Requirement, document: Document) -> bool:
    """Return whether the key is only the name, possibly quoted: not dotted, not a table."""
    key = str(entry.path[-1])
    width = entry.key_range.end.character - entry.key_range.start.character
    is_name = canonicalize_name(key) == requirement.name and width - len(key) in (0, 2)
    return is_name and document.header(*entry.path[:-1]) is not None


def _quote(source: Source, entry: Entry) -> str:
    if entry.value.kind != "string":
        return '"'
    start = entry.value.range.start
    return source.line(start.line)[start.character]
