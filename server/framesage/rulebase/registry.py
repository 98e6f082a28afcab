"""Things by id, each id only once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from framesage.rulebase.location import Location
    from framesage.rulebase.table import Table

T = TypeVar("T")


@dataclass(slots=True)
class Registry(Generic[T]):
    """Gathers one kind of thing, and notes an id that is taken."""

    kind: str
    items: dict[str, T] = field(default_factory=dict)
    locations: dict[str, Location] = field(default_factory=dict)

    def put(self, name: str, item: T, table: Table, key: str = "id") -> None:
        """Keep an item under its id; the first one with an id stays."""
        if name in self.items:
            first = self.locations[name]
            where = f"{first.path.name}:{first.line}"
            table.fail(key, f"the {self.kind} '{name}' is defined twice, first at {where}")
            return
        self.items[name] = item
        self.locations[name] = table.location
