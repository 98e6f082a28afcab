"""Writing one setting into a TOML file, in the way the file writes its settings already."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from framesage.fixes.model import Edit, line_end
from framesage.frozen import frozen
from framesage.text import Position, Range
from framesage.toml import scan

if TYPE_CHECKING:
    from framesage.text import Source
    from framesage.toml import Document
    from framesage.toml.model import Entry, Value


@frozen(slots=False)
class SettingWriter:
    """Writes keys below ``top``: ``("tool", "framesage")``, or () in a file of its own."""

    source: Source
    top: tuple[str, ...]

    @cached_property
    def _document(self) -> Document:
        return scan(self.source.text, self.source.lines)

    def write(self, below: tuple[str, ...], key: str, value: str) -> Edit | None:
        """Return the edit that sets a key, in a table below the top, to a value in TOML; None where
        something else than a table has that table's name."""
        table = (*self.top, *below)
        if self._is_taken(table):
            return None
        there = self._document.entry(*table, key)
        if there:
            return Edit(self.source.path, there.value.range, value)
        inline = self._inline(table, key, value)
        if inline:
            return inline
        siblings = [e for e in self._document.entries if e.path[:-1] == table]
        if siblings:
            return self._after(siblings[-1], key, value)
        return self._under_header(table, key, value)

    def _is_taken(self, table: tuple[str, ...]) -> bool:
        names = [table[:length] for length in range(1, len(table) + 1)]
        values = (self._document.find(*name) for name in names)
        arrays = (self._document.header(*name, 0) for name in names)
        return any(one and one.kind != "table" for one in values) or any(arrays)

    def _inline(self, table: tuple[str, ...], key: str, value: str) -> Edit | None:
        """Into an inline table: the one itself, or one above it."""
        for length in range(len(table), 0, -1):
            found = self._document.find(*table[:length])
            if found and found.kind == "table":
                dotted = ".".join((*table[length:], key))
                return self._into(found, f"{dotted} = {value}")
        return None

    def _into(self, inline: Value, text: str) -> Edit:
        if inline.entries:
            at = inline.entries[-1].value.range.end
            return Edit(self.source.path, Range(at, at), f", {text}")
        (line, begin), end = inline.range
        if line == end.line:
            return Edit(self.source.path, inline.range, f"{{ {text} }}")
        at = Position(line, begin + 1)  # what stands below the brace are comments
        return Edit(self.source.path, Range(at, at), f" {text}")

    def _after(self, sibling: Entry, key: str, value: str) -> Edit:
        """On the line below a sibling, dotted as that one is."""
        start, end = sibling.key_range.start, sibling.key_range.end
        line = self.source.line(start.line)
        dotted = line[start.character : end.character].rpartition(".")[0]
        prefix = f"{dotted}." if dotted else ""
        indent = line[: start.character] if not line[: start.character].strip() else ""
        return self._below(sibling.value.range.end.line, f"{indent}{prefix}{key} = {value}")

    def _under_header(self, table: tuple[str, ...], key: str, value: str) -> Edit:
        header = self._document.header(*table)
        if header:
            return self._below(header.range.start.line, f"{key} = {value}")
        if not table:
            return self._above(0, f"{key} = {value}")
        text = self._join(f"[{'.'.join(table)}]", f"{key} = {value}")
        tables_below = [h for h in self._document.headers if h.path[: len(table)] == table]
        if tables_below:
            return self._above(tables_below[0].range.start.line, text)
        return self._at_the_end(text)

    def _above(self, number: int, text: str) -> Edit:
        at = Position(number, 0)
        gap = line_end(self.source) * 2 if self.source.line(number).strip() else ""
        return Edit(self.source.path, Range(at, at), text + (gap or line_end(self.source)))

    def _below(self, number: int, text: str) -> Edit:
        end = line_end(self.source)
        if number + 1 < len(self.source.lines):
            at = Position(number + 1, 0)
            return Edit(self.source.path, Range(at, at), text + end)
        at = Position(number, len(self.source.line(number)))
        return Edit(self.source.path, Range(at, at), end + text)

    def _at_the_end(self, text: str) -> Edit:
        lines, end = self.source.lines, line_end(self.source)
        at = Position(len(lines) - 1, len(lines[-1]))
        if not self.source.text.strip():
            gap = ""
        elif lines[-1].strip():
            gap = end * 2
        else:
            gap = end if lines[-2].strip() else ""
        return Edit(self.source.path, Range(at, at), f"{gap}{text}{end}")

    def _join(self, *lines: str) -> str:
        return line_end(self.source).join(lines)
