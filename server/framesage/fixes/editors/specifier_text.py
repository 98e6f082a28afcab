"""Replace the version specifier of a requirement, and nothing else of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.fixes.model import Edit, offset_of, position_of
from framesage.manifests.names import canonicalize_name
from framesage.text import Range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Requirement
    from framesage.text import Source
    from framesage.toml import Document, Entry, Value

_EXTRAS = re.compile(r"\s*(?:\[[^\]]*\])?")
_SPACE = r"[\s\\]*"
"""What may separate the parts of a specifier, which may be continued on the next line."""


def replace_specifier(
    manifest: Manifest, requirement: Requirement, specifier: str
) -> tuple[Edit, ...]:
    """Return the edit that replaces the specifier of a requirement, which may have none yet."""
    if requirement.url:
        return ()
    source = manifest.source
    version = _version(requirement, manifest.document)
    if version is not None:
        return (Edit(source.path, version.content, specifier),)
    if _is_key(requirement, manifest.document):
        return ()
    span = _span(requirement, source)
    return (Edit(source.path, span, specifier),) if span else ()


def _span(requirement: Requirement, source: Source) -> Range | None:
    """Return the range of a specifier after a name and its extras, empty if there is none."""
    name_end = offset_of(source, requirement.name_range.end)
    extras = _EXTRAS.match(source.text, name_end)
    start = extras.end() if extras and extras.group().strip() else name_end
    if not requirement.specifier:
        return Range(position_of(source, start), position_of(source, start))
    words = map(re.escape, requirement.specifier.split())
    end = offset_of(source, requirement.range.end)
    # Not before one of Conda's build strings, "=1.2=py312_0": that of another version is unknown.
    found = re.compile(_SPACE.join(words) + r"(?!=)").search(source.text, start, end + 1)
    return Range(*(position_of(source, offset) for offset in found.span())) if found else None


def _version(requirement: Requirement, document: Document) -> Value | None:
    """Return the version of a requirement that is the key of a TOML table, or None."""
    for entry in _entries(document):
        key = entry.path[-1]
        is_version = key == "version" or canonicalize_name(str(key)) == requirement.name
        if is_version and _is_within(entry, requirement) and entry.value.kind == "string":
            return entry.value
        if entry.key_range == requirement.name_range and key != "version":
            table = entry.path[:-1]  # perhaps that of the requirement alone
            value = document.find(*table, "version")
            if value and table and canonicalize_name(str(table[-1])) == requirement.name:
                return value
    return None


def _entries(document: Document) -> Iterator[Entry]:
    """Yield all entries, also those of the tables in arrays."""
    for entry in document.flat:
        yield entry
        for item in entry.value.items:
            yield from item.entries


def _is_within(entry: Entry, requirement: Requirement) -> bool:
    span = requirement.range
    return span.start <= entry.key_range.start and entry.value.range.end <= span.end


def _is_key(requirement: Requirement, document: Document) -> bool:
    """Return whether a requirement is a key of a TOML table, or one of several for a key."""
    return any(
        entry.key_range == requirement.name_range or _is_within(entry, requirement)
        for entry in _entries(document)
    )
