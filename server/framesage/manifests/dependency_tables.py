"""TOML tables with a key for each requirement, as in Poetry, Pipenv and Pixi."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.manifests.extra_markers import group_with_extra
from framesage.manifests.model import Group, Purpose, Requirement
from framesage.manifests.names import canonicalize_name
from framesage.manifests.python_markers import combined, platform_marker, python_marker
from framesage.text import Range

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from framesage.toml import Document, Entry, Value

    Fields = Mapping[object, Value]

_SOURCES = ("git", "url", "path", "file")
_WHOLE_MARKERS = ("markers", "env-markers")
_MARKERS = frozenset(
    {"implementation_name", "implementation_version", "os_name", "platform_machine"}
    | {"platform_python_implementation", "platform_release", "platform_system"}
    | {"platform_version", "python_full_version", "python_version", "sys_platform"}
)
_PROJECT_ITSELF = (".", "./")
_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")


def requirements_in_table(document: Document, group: Group, *table: str) -> Iterator[Requirement]:
    """Yield the requirements of a table, except for ``python`` and the project itself.

    Duplicate keys, as in an unresolved merge, give several requirements, and so do the alternatives
    of an array, which differ in their markers.
    """
    seen: set[tuple[str | int, ...]] = set()
    for entry in document.under(*table):
        key = _requirement_key(entry.path[len(table) :])
        name = key[0]  # an integer if the table is an array by mistake
        if not isinstance(name, str) or name == "python" or not _NAME.fullmatch(name):
            continue
        path = (*table, *key)
        if len(entry.path) > len(path) and key in seen:
            continue
        seen.add(key)
        for span, name_range, fields in _alternatives(document, entry, path):
            found = _requirement(name, span, name_range, fields, group)
            if found.url not in _PROJECT_ITSELF:
                yield found


def _requirement_key(path: Sequence[str | int]) -> tuple[str | int, ...]:
    """Return the name, and the number of the table if it is one of several (``[[flask]]``)."""
    return tuple(path[:2] if len(path) > 1 and isinstance(path[1], int) else path[:1])


def _alternatives(
    document: Document, entry: Entry, path: tuple[str | int, ...]
) -> Iterator[tuple[Range, Range, Fields]]:
    """Yield the range, the range of the name and the fields of each way to fulfil a requirement.

    The key is part of the first one. The others have the range of their key as that of their name.
    """
    key, value = entry.key_range, entry.value
    if len(entry.path) > len(path):
        parts = [part for part in document.under(*path) if len(part.path) == len(path) + 1]
        yield Range(key.start, value.range.end), key, _by_key(parts)
        return
    first, *others = value.items if value.kind == "array" and value.items else (value,)
    end = first.range.end if others else value.range.end
    yield Range(key.start, end), key, _fields(first)
    for other in others:
        if other.kind == "string" or other.entries:
            name = other.entries[0].key_range if other.entries else other.content
            yield other.range, name, _fields(other)


def _fields(value: Value) -> Fields:
    return {"version": value} if value.kind == "string" else _by_key(value.entries)


def _by_key(entries: Sequence[Entry]) -> Fields:
    return {entry.path[-1]: entry.value for entry in reversed(entries)}  # the first one counts


def _requirement(
    name: str, span: Range, name_range: Range, fields: Fields, group: Group
) -> Requirement:
    marker = _marker(fields)
    optional = _text(fields, "optional") == "true"
    extras = fields.get("extras")
    specifier = _text(fields, "version").strip()
    return Requirement(
        name=canonicalize_name(name),
        range=span,
        name_range=name_range,
        extras=tuple(item.text for item in extras.items) if extras else (),
        specifier="" if specifier == "*" else specifier,
        marker=marker,
        url=next(filter(None, (_text(fields, key) for key in _SOURCES)), ""),
        group=_group(group, marker, optional=optional),
    )


def _group(group: Group, marker: str, *, optional: bool) -> Group:
    if optional and group == Group():
        return Group(Purpose.OPTIONAL, "")
    return group_with_extra(marker, group)


def _marker(fields: Fields) -> str:
    """Return the marker: all of it, the parts that Pipenv accepts as keys, and Poetry's keys."""
    parts = [f"{key} {value.text}" for key, value in fields.items() if key in _MARKERS]
    return combined(
        *(_text(fields, key) for key in _WHOLE_MARKERS),
        *reversed(parts),
        python_marker(_text(fields, "python")),
        platform_marker(_text(fields, "platform")),
    )


def _text(fields: Fields, key: str) -> str:
    field = fields.get(key)
    return field.text if field else ""
