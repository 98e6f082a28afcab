"""The tables of all rule files, by kind, with the location at which each id is defined."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeVar

from framesage.rulebase.errors import RuleErrors
from framesage.rulebase.location import SourceLocation
from framesage.rulebase.paths import is_builtin
from framesage.rulebase.strict_table import Table
from framesage.rulebase.tables import FILE, TABLES
from framesage.rulebase.tables.schema import Context

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from framesage.rulebase.parsing import RuleFile

_CHANGES = {
    "[[extend]]": ("evidence", "framework", "need", "package-set"),
    "[[override]]": ("derive", "evidence", "rule", "trait"),
}
"""The tables that change built-in definitions, with the kinds of these."""


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_HasId)


@dataclass(slots=True)
class Definitions:
    """The tables of rule files; errors are collected in ``errors``."""

    files: Sequence[RuleFile]
    errors: RuleErrors = field(default_factory=RuleErrors)
    locations: dict[str, SourceLocation] = field(default_factory=dict)
    """The location of each definition, by ``kind:id``."""
    documents: list[Table] = field(init=False)
    """The top-level table of each file."""

    def __post_init__(self) -> None:
        self.documents = [
            Table(file.tables, SourceLocation(file.path), self.errors) for file in self.files
        ]

    def tables(self, kind: str) -> Iterator[Table]:
        """Yield the tables ``[[kind]]`` of all files."""
        for document in self.documents:
            yield from document.tables(kind)

    def read(self, kind: str, read: Callable[[Table], T]) -> dict[str, T]:
        """Read the tables ``[[kind]]`` of all files by id; report ids that are defined twice."""
        items: dict[str, T] = {}
        for table in self.tables(kind):
            item = read(table)
            if self.define(kind, item.id, table):
                items[item.id] = item
        return items

    def define(self, kind: str, name: str, table: Table) -> bool:
        """Store the location of a definition; report and return False for a duplicate."""
        if not name:
            return False  # its id is missing
        first = self.locations.setdefault(f"{kind}:{name}", table.location)
        if first is not table.location:
            table.fail("id", f"{kind} '{name}' is {_defined(kind, first)}")
        return first is table.location

    def check(self, ids: Mapping[str, Collection[str]]) -> None:
        """Check all files against their declaration; ``ids`` has the known ids by kind."""
        for document in self.documents:
            document.check(FILE, Context(TABLES, ids))

    def finish(self) -> None:
        """Read the titles of the files, and raise RuleBaseError for errors."""
        for document in self.documents:
            document.text("title")
        self.errors.raise_if_any()


def _defined(kind: str, first: SourceLocation) -> str:
    """Return where something was defined first, and for a built-in one, what to do instead."""
    if not is_builtin(first.path):
        return f"already defined in {first.path.name}, line {first.line}"
    ways = " or ".join(way for way, kinds in _CHANGES.items() if kind in kinds)
    return f"built in: {f'use {ways} to change it' if ways else 'choose another id'}"
