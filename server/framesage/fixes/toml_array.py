"""Adding and removing a requirement in a TOML array of strings."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from framesage.fixes.lines import above_comments, indent_of, insert_above, remove_lines
from framesage.fixes.model import Edit, line_end
from framesage.fixes.order import location_in
from framesage.frozen import frozen
from framesage.manifests.names import canonicalize_name
from framesage.manifests.pep508 import parse_requirement
from framesage.text import Position, Range
from framesage.toml import scan

if TYPE_CHECKING:
    from framesage.manifests.model import Requirement
    from framesage.text import Source
    from framesage.toml import Value


@frozen(slots=False)
class Array:
    """The array that a requirement stands in."""

    source: Source
    value: Value

    def add(self, name: str) -> tuple[Edit, ...]:
        """Return the edits that add a package, laid out as its neighbours are."""
        at = location_in([_name(item) for item in self._items], name)
        if at:
            return self._after(self._items[at - 1], name)
        return (self._before(self._items[0], name),)

    def remove(self, requirement: Requirement) -> Edit | None:
        """Return the edit that removes a requirement: its line if alone there, else one comma."""
        item = next((one for one in self._items if _holds(one, requirement)), None)
        if item is None or item.range.start.line != item.range.end.line:
            return None
        if self._alone(item):
            return remove_lines(self.source, item.range.start.line, item.range.start.line)
        return Edit(self.source.path, self._with_comma(item), "")

    @cached_property
    def _items(self) -> list[Value]:
        return [item for item in self.value.items if item.kind == "string"]

    def _after(self, item: Value, name: str) -> tuple[Edit, ...]:
        written, end = self._quoted(item, name), item.range.end
        if not self._alone(item):
            return (self._insert(end, f", {written}"),)
        line = self.source.line(end.line)
        below = f"{line_end(self.source)}{indent_of(line)}{written}"
        comma = line[end.character :].lstrip().startswith(",")
        at_end = Position(end.line, len(line.rstrip()))
        if comma:
            return (self._insert(at_end, f"{below},"),)
        if at_end == end:
            return (self._insert(end, f",{below}"),)
        return self._insert(end, ","), self._insert(at_end, below)

    def _before(self, item: Value, name: str) -> Edit:
        written, start = self._quoted(item, name), item.range.start
        if not self._alone(item):
            return self._insert(start, f"{written}, ")
        line = self.source.line(start.line)
        lowest = self.value.range.start.line + 1
        number = above_comments(self.source, start.line, lowest)
        return insert_above(self.source, number, f"{indent_of(line)}{written},")

    def _alone(self, item: Value) -> bool:
        """Tell whether an item has its line for itself, with its comma and a comment at most."""
        start, end = item.range.start, item.range.end
        line = self.source.line(start.line)
        rest = line[end.character :].strip().removeprefix(",").lstrip()
        alone = not line[: start.character].strip() and (not rest or rest.startswith("#"))
        return alone and start.line == end.line

    def _with_comma(self, item: Value) -> Range:
        start, end = item.range.start, item.range.end
        line = self.source.line(start.line)
        rest = line[end.character :]
        if rest.lstrip().startswith(","):
            after = end.character + rest.index(",") + 1
            blanks = len(line[after:]) - len(line[after:].lstrip())
            return Range.on_line(start.line, start.character, after + blanks)
        before = line[: start.character].rstrip()
        begin = len(before) - 1 if before.endswith(",") else start.character
        return Range.on_line(start.line, begin, end.character)

    def _quoted(self, item: Value, name: str) -> str:
        quote = self.source.line(item.range.start.line)[item.range.start.character]
        return f"{quote}{name}{quote}"

    def _insert(self, at: Position, text: str) -> Edit:
        return Edit(self.source.path, Range(at, at), text)


def array_of(requirement: Requirement, source: Source) -> Array | None:
    """Return the array that a requirement stands in, or None."""
    for entry in scan(source.text, source.lines).flat:
        if entry.value.kind == "array" and any(_holds(i, requirement) for i in entry.value.items):
            return Array(source, entry.value)
    return None


def _holds(item: Value, requirement: Requirement) -> bool:
    return item.kind == "string" and requirement.range.start in item.content


def _name(item: Value) -> str:
    parsed = parse_requirement(item.text)
    return canonicalize_name(parsed.name if parsed else item.text)
