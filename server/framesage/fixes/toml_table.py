"""Adding and removing a requirement where each is a key: Poetry, Pipenv."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.fixes.lines import (
    above_comments,
    indent_of,
    insert_above,
    insert_below,
    remove_lines,
)
from framesage.fixes.order import location_in
from framesage.manifests.names import canonicalize_name
from framesage.toml import scan

if TYPE_CHECKING:
    from framesage.fixes.model import Edit
    from framesage.manifests.model import Requirement
    from framesage.text import Source
    from framesage.toml import Document, Entry


def add_key(name: str, beside: Requirement, source: Source) -> Edit | None:
    """Return the edit that adds a package, in any version, to a requirement's table."""
    document = scan(source.text, source.lines)
    entry = _entry(beside, document)
    if entry is None:
        return None
    table = [one for one in document.entries if one.path[:-1] == entry.path[:-1]]
    named = [one for one in table if one.path[-1] != "python"]
    at = location_in([str(one.path[-1]) for one in named], name)
    quote = _quote(source, entry)
    text = f"{indent_of(source.line(entry.key_range.start.line))}{name} = {quote}*{quote}"
    if at:
        return insert_below(source, named[at - 1].value.range.end.line, text)
    first = named[0].key_range.start.line
    return insert_above(source, above_comments(source, first, 0), text)


def remove_key(requirement: Requirement, source: Source) -> Edit | None:
    """Return the edit that removes a requirement's lines."""
    entry = _entry(requirement, scan(source.text, source.lines))
    if entry is None:
        return None
    return remove_lines(source, entry.key_range.start.line, entry.value.range.end.line)


def _entry(requirement: Requirement, document: Document) -> Entry | None:
    """Return a requirement's entry where it is one plain key, under a header."""
    for entry in document.entries:
        if entry.key_range == requirement.name_range:
            return entry if _is_plain(entry, requirement, document) else None
    return None


def _is_plain(entry: Entry, requirement: Requirement, document: Document) -> bool:
    """Tell whether the key is the name itself, with quotes at most: no dots, no field of it."""
    key = str(entry.path[-1])
    width = entry.key_range.end.character - entry.key_range.start.character
    named = canonicalize_name(key) == requirement.name and width - len(key) in (0, 2)
    return named and document.header(*entry.path[:-1]) is not None


def _quote(source: Source, entry: Entry) -> str:
    if entry.value.kind != "string":
        return '"'
    start = entry.value.range.start
    return source.line(start.line)[start.character]
