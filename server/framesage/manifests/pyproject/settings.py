"""Extract the settings of Framesage as written; ``project/`` interprets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.manifests.model import Metadata, Setting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.toml import Document, Value

_SCALARS: dict[str, object] = {"true": True, "false": False}


def written_settings(document: Document, *table: str) -> Iterator[Setting]:
    """Yield the keys below a table that are not tables themselves, and empty inline tables."""
    for entry in document.under(*table):
        if entry.value.kind != "table" or not entry.value.entries:
            keys = tuple(str(key) for key in entry.path[len(table) :])
            yield Setting(keys, plain(entry.value), entry.key_range, entry.value.range)


def described(document: Document, *table: str) -> Iterator[Metadata]:
    """Yield the description in the settings, for projects that have no other place for one."""
    value = document.find(*table, "description")
    if value and value.kind == "string":
        yield Metadata("description", value.text, value.content)


def plain(value: Value) -> object:
    """Convert a value to a Python object; dates and floats stay text."""
    if value.kind == "array":
        return [plain(item) for item in value.items]
    if value.kind == "table":
        return {str(entry.path[-1]): plain(entry.value) for entry in value.entries}
    if value.kind == "other":
        return _SCALARS.get(value.text, _number(value.text))
    return value.text


def _number(text: str) -> object:
    try:
        return int(text, 0)
    except ValueError:
        return text
