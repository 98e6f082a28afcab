"""Poetry's own tables: one key a requirement, its version or a table behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from packaging.utils import canonicalize_name

from framesage.manifests.model import Group, Metadata, Purpose, Requirement
from framesage.manifests.purpose import group_of_group
from framesage.text import Range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.toml import Document, Entry, Value

_POETRY = ("tool", "poetry")
_SOURCES = ("git", "url", "path")


def poetry_requirements(document: Document) -> Iterator[Requirement]:
    """Yield the requirements of Poetry's main table and of its groups."""
    yield from _table(document, Group(), *_POETRY, "dependencies")
    development = Group(Purpose.DEVELOPMENT, "dev")
    yield from _table(document, development, *_POETRY, "dev-dependencies")
    for name in _group_names(document):
        group = group_of_group(name)
        yield from _table(document, group, *_POETRY, "group", name, "dependencies")


def poetry_python(document: Document) -> Iterator[Metadata]:
    """Yield the versions of Python that Poetry's main table asks for."""
    value = document.find(*_POETRY, "dependencies", "python")
    if value and value.kind == "string":
        yield Metadata("requires-python", value.text, value.content)


def _group_names(document: Document) -> list[str]:
    below = [header.path for header in document.headers] + [e.path for e in document.flat]
    names = [path[3] for path in below if path[:3] == (*_POETRY, "group") and len(path) > 3]
    return [str(name) for name in dict.fromkeys(names)]


def _table(document: Document, group: Group, *table: str) -> Iterator[Requirement]:
    seen: set[str] = set()
    for entry in document.under(*table):
        name = str(entry.path[len(table)])
        if name != "python" and name not in seen:
            seen.add(name)
            yield _requirement(document, entry, group, (*table, name))


def _requirement(
    document: Document, entry: Entry, group: Group, path: tuple[str, ...]
) -> Requirement:
    value = entry.value if len(entry.path) == len(path) else None
    if value and value.kind == "array" and value.items:
        value = value.items[0]
    optional = _text(document, value, path, "optional") == "true"
    source = next((text for key in _SOURCES if (text := _text(document, value, path, key))), "")
    return Requirement(
        canonicalize_name(path[-1]),
        Range(entry.key_range.start, entry.value.range.end),
        entry.key_range,
        _extras(document, value, path),
        _specifier(document, value, path),
        _text(document, value, path, "markers"),
        source,
        Group(Purpose.OPTIONAL, "") if optional and group == Group() else group,
    )


def _specifier(document: Document, value: Value | None, path: tuple[str, ...]) -> str:
    if value and value.kind == "string":
        return "" if value.text.strip() == "*" else value.text.strip()
    version = _text(document, value, path, "version").strip()
    return "" if version == "*" else version


def _extras(document: Document, value: Value | None, path: tuple[str, ...]) -> tuple[str, ...]:
    array = _field(document, value, path, "extras")
    return tuple(item.text for item in array.items) if array else ()


def _text(document: Document, value: Value | None, path: tuple[str, ...], key: str) -> str:
    field = _field(document, value, path, key)
    return field.text if field else ""


def _field(
    document: Document, value: Value | None, path: tuple[str, ...], key: str
) -> Value | None:
    """Return a requirement's field, from its inline table or from a table of its own."""
    for entry in value.entries if value else ():
        if entry.path[-1] == key:
            return entry.value
    return document.find(*path, key)
