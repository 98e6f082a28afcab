"""A dependency file in outline: its lists, and the requirements and included files in them."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.manifests.model import Purpose
from framesage.text import Range

if TYPE_CHECKING:
    from framesage.manifests.model import Group, Include, Manifest, Requirement


class ItemKind(Enum):
    """What an item of an outline is."""

    LIST = "list"
    REQUIREMENT = "requirement"
    INCLUDE = "include"


@frozen
class Item:
    """One thing in a file: all of its ``range``, and the part of it that is its ``name_range``."""

    name: str
    detail: str
    kind: ItemKind
    range: Range
    name_range: Range
    items: tuple[Item, ...] = ()


_DETAILS = {Purpose.RUNTIME: "", Purpose.OPTIONAL: "extra", Purpose.DEVELOPMENT: "group"}


def outline(manifest: Manifest) -> list[Item]:
    """Return the items of a file in the order of its text; a list is a level of its own."""
    includes = [_include(one) for one in manifest.includes]
    if manifest.format == "requirements":
        items = [*includes, *(_requirement(one, manifest) for one in manifest.requirements)]
    else:
        items = [*includes, *_lists(manifest)]
    return sorted(items, key=lambda one: one.range)


def _lists(manifest: Manifest) -> list[Item]:
    by_group: dict[Group, list[Item]] = {}
    for one in manifest.requirements:
        by_group.setdefault(one.group, []).append(_requirement(one, manifest))
    return [_list(group, items) for group, items in by_group.items()]


def _list(group: Group, items: list[Item]) -> Item:
    items.sort(key=lambda one: one.range)
    hull = Range(items[0].range.start, max(one.range.end for one in items))
    name, detail = group.name or "dependencies", _DETAILS[group.purpose] if group.name else ""
    return Item(name, detail, ItemKind.LIST, hull, items[0].name_range, tuple(items))


def _requirement(one: Requirement, manifest: Manifest) -> Item:
    line, start = one.name_range.start
    name = manifest.source.line(line)[start : one.name_range.end.character] or one.name
    return Item(name, one.specifier or one.url, ItemKind.REQUIREMENT, one.range, one.name_range)


def _include(one: Include) -> Item:
    detail = "constraints" if one.constraint else "included"
    return Item(one.target, detail, ItemKind.INCLUDE, one.range, one.range)
