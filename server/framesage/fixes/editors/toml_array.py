"""Edit TOML arrays of strings whose items are requirements."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from framesage.fixes.editors.empty_array import first_item
from framesage.fixes.editors.placement import Listed, line_above, place
from framesage.fixes.editors.removal import remove_listed
from framesage.fixes.line_edits import indent_of, insert_above
from framesage.fixes.model import Edit, line_end
from framesage.frozen import frozen
from framesage.manifests.pep508 import parse_requirement
from framesage.text import Position, Range

if TYPE_CHECKING:
    from framesage.manifests.model import Requirement
    from framesage.text import Source
    from framesage.toml import Document, Value


@frozen(slots=False)
class Array:
    """An array of requirements in a file."""

    source: Source
    value: Value

    def add(
        self, name: str, specifier: str = "", beside: Requirement | None = None
    ) -> tuple[Edit, ...]:
        """Return the edits that add a package, in the layout of its neighbors.

        It belongs in the section of the requirement ``beside``; the default is the first one.
        """
        if not self._items:
            return first_item(self.source, self.value, name + specifier)
        known = (n for n, item in enumerate(self._items) if beside and _contains(item, beside))
        index, first = place(name, self._listed, next(known, 0), self.source.lines)
        if index > first:
            return self._insert_after(self._items[index - 1], name + specifier)
        return (self._insert_before(self._items[first], name + specifier),)

    def remove(self, requirement: Requirement) -> tuple[Edit, ...]:
        """Return the edit that removes a requirement: its line, or only the item and a comma."""
        item = next((item for item in self._items if _contains(item, requirement)), None)
        if item is None or item.range.start.line != item.range.end.line:
            return ()
        if self._is_all(item):
            return (Edit(self.source.path, self.value.range, "[]"),)
        if self._has_own_line(item):
            top = self.value.range.start.line + 1
            return (remove_listed(self._listed, self._items.index(item), self.source, top),)
        return (Edit(self.source.path, self._with_comma(item), ""),)

    @cached_property
    def _items(self) -> list[Value]:
        return [item for item in self.value.items if item.kind == "string"]

    @cached_property
    def _listed(self) -> list[Listed]:
        return [
            Listed(_name(item), item.range.start.line, item.range.end.line) for item in self._items
        ]

    def _is_all(self, item: Value) -> bool:
        """Return whether there is nothing else in the array, and no comment of its own."""
        start, end, own = self.value.range.start, self.value.range.end, item.range.start.line
        comments = (
            number != own and "#" in self.source.line(number)
            for number in range(start.line, end.line)
        )
        return len(self.value.items) == 1 and not any(comments)

    def _insert_after(self, item: Value, name: str) -> tuple[Edit, ...]:
        text, end = self._quoted(item, name), item.range.end
        if not self._has_own_line(item):
            return (self._insert(end, f", {text}"),)
        line = self.source.line(end.line)
        new_line = f"{line_end(self.source)}{indent_of(line)}{text}"
        has_comma = line[end.character :].lstrip().startswith(",")
        end_of_line = Position(end.line, len(line.rstrip()))
        if has_comma:
            return (self._insert(end_of_line, f"{new_line},"),)
        if end_of_line == end:
            return (self._insert(end, f",{new_line}"),)
        return self._insert(end, ","), self._insert(end_of_line, new_line)

    def _insert_before(self, item: Value, name: str) -> Edit:
        text, start = self._quoted(item, name), item.range.start
        if not self._has_own_line(item):
            return self._insert(start, f"{text}, ")
        line = self.source.line(start.line)
        number = line_above(start.line, self.source.lines)
        return insert_above(self.source, number, f"{indent_of(line)}{text},")

    def _has_own_line(self, item: Value) -> bool:
        """Return whether an item is alone on its line, with at most a comma and a comment."""
        start, end = item.range.start, item.range.end
        line = self.source.line(start.line)
        rest = line[end.character :].strip().removeprefix(",").lstrip()
        is_alone = not line[: start.character].strip() and (not rest or rest.startswith("#"))
        return is_alone and start.line == end.line

    def _with_comma(self, item: Value) -> Range:
        """Return the range of an item and of the comma after it, or else the one before it."""
        start, end = item.range.start, item.range.end
        line = self.source.line(start.line)
        rest = line[end.character :]
        if rest.lstrip().startswith(","):
            after = end.character + rest.index(",") + 1
            blanks = len(line[after:]) - len(line[after:].lstrip())
            is_last = not line[after + blanks :]
            first = len(line[: start.character].rstrip()) if is_last else start.character
            return Range.on_line(start.line, first, after + blanks)
        before = line[: start.character].rstrip()
        first = len(before) - 1 if before.endswith(",") else start.character
        return Range.on_line(start.line, first, end.character)

    def _quoted(self, item: Value, name: str) -> str:
        quote = self.source.line(item.range.start.line)[item.range.start.character]
        return f"{quote}{name}{quote}"

    def _insert(self, position: Position, text: str) -> Edit:
        return Edit(self.source.path, Range(position, position), text)


def array_of(requirement: Requirement, source: Source, document: Document) -> Array | None:
    """Return the array that a requirement is an item of, or None."""
    for entry in document.flat:
        items = entry.value.items if entry.value.kind == "array" else ()
        if any(_contains(item, requirement) for item in items):
            return Array(source, entry.value)
    return None


def _contains(item: Value, requirement: Requirement) -> bool:
    return item.kind == "string" and requirement.range.start in item.content


def _name(item: Value) -> str:
    """Return the name of a requirement as it is written."""
    parsed = parse_requirement(item.text)
    return item.text[parsed.start : parsed.name_end] if parsed else item.text
