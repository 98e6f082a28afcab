"""Requirements written as TOML strings, placed in their file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.manifests.model import Group, Origin, Requirement
from framesage.manifests.positioned import requirement_from_string

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.toml import Value


def requirements_in_array(
    array: Value | None, group: Group, origin: Origin = Origin.DIRECT
) -> Iterator[Requirement]:
    """Yield the requirements of an array; words that lost their quotes count too."""
    for item in array.items if array else ():
        if item.kind in ("string", "other"):
            found = requirement_from_string(item.text, item.content, group, origin)
            if found:
                yield found
