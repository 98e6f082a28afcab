"""TOML tables with a key for each requirement, as in Poetry, Pipenv and Pixi."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.manifests.model import Group, Purpose, Requirement
from framesage.manifests.names import canonicalize_name
from framesage.text import Range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.toml import Document, Entry, Value

_SOURCES = ("git", "url", "path", "file")
_MARKERS = frozenset(
    {"implementation_name", "implementation_version", "os_name", "platform_machine"}
    | {"platform_python_implementation", "platform_release", "platform_system"}
    | {"platform_version", "python_full_version", "python_version", "sys_platform"}
)
_PROJECT_ITSELF = (".", "./")
_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")


def requirements_in_table(document: Document, group: Group, *table: str) -> Iterator[Requirement]:
    """Yield the requirements of a table, except for ``python`` and the project itself.

    Duplicate keys, as in an unresolved merge, give several requirements.
    """
    seen: set[str] = set()
    for entry in document.under(*table):
        name = entry.path[len(table)]  # an integer if the table is an array by mistake
        if not isinstance(name, str):
            continue
        part = len(entry.path) > len(table) + 1
        if name != "python" and not (part and name in seen) and _NAME.fullmatch(name):
            seen.add(name)
            found = _requirement(document, entry, group, (*table, name))
            if found.url not in _PROJECT_ITSELF:
                yield found


def _requirement(
    document: Document, entry: Entry, group: Group, path: tuple[str, ...]
) -> Requirement:
    value = entry.value if len(entry.path) == len(path) else None
    if value and value.kind == "array" and value.items:
        value = value.items[0]
    optional = _text(document, value, path, "optional") == "true"
    source = next((text for key in _SOURCES if (text := _text(document, value, path, key))), "")
    return Requirement(
        name=canonicalize_name(path[-1]),
        range=Range(entry.key_range.start, entry.value.range.end),
        name_range=entry.key_range,
        extras=_extras(document, value, path),
        specifier=_specifier(document, value, path),
        marker=_marker(document, value, path),
        url=source,
        group=Group(Purpose.OPTIONAL, "") if optional and group == Group() else group,
    )


def _specifier(document: Document, value: Value | None, path: tuple[str, ...]) -> str:
    if value and value.kind == "string":
        return "" if value.text.strip() == "*" else value.text.strip()
    version = _text(document, value, path, "version").strip()
    return "" if version == "*" else version


def _marker(document: Document, value: Value | None, path: tuple[str, ...]) -> str:
    """Return the marker: ``markers``, or the keys that Pipenv accepts for its parts."""
    whole = _text(document, value, path, "markers")
    entries = value.entries if value and not whole else ()
    parts = [entry for entry in entries if entry.path[-1] in _MARKERS]
    return whole or " and ".join(f"{part.path[-1]} {part.value.text}" for part in parts)


def _extras(document: Document, value: Value | None, path: tuple[str, ...]) -> tuple[str, ...]:
    array = _field(document, value, path, "extras")
    return tuple(item.text for item in array.items) if array else ()


def _text(document: Document, value: Value | None, path: tuple[str, ...], key: str) -> str:
    field = _field(document, value, path, key)
    return field.text if field else ""


def _field(
    document: Document, value: Value | None, path: tuple[str, ...], key: str
) -> Value | None:
    """Return a field of a requirement, from its inline table or its ``[table]``."""
    if value is None:
        return document.find(*path, key)
    return next((entry.value for entry in value.entries if entry.path[-1] == key), None)
