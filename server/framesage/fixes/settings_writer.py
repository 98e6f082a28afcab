"""Write a setting into a TOML file, in the style of the settings that it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.fixes.model import Edit, line_end
from framesage.frozen import frozen
from framesage.text import Position, Range

if TYPE_CHECKING:
    from framesage.manifests.manifest import Manifest
    from framesage.text import Source
    from framesage.toml import Document
    from framesage.toml.model import Entry, Value


@frozen
class SettingsWriter:
    """Writes settings below the table ``top``: ``("tool", "framesage")``, or () for the file."""

    manifest: Manifest
    top: tuple[str, ...]

    @property
    def _source(self) -> Source:
        return self.manifest.source

    @property
    def _document(self) -> Document:
        return self.manifest.document

    def write(self, below: tuple[str, ...], key: str, value: str) -> Edit | None:
        """Return the edit that sets a key in a table below the top to a value in TOML.

        Returns None if the name of the table is used for something else.
        """
        table = (*self.top, *below)
        if self._is_taken(table):
            return None
        existing = self._document.entry(*table, key)
        if existing:
            return Edit(self._source.path, existing.value.range, value)
        inline = self._in_inline_table(table, key, value)
        if inline:
            return inline
        siblings = [entry for entry in self._document.entries if entry.path[:-1] == table]
        if siblings:
            return self._after(siblings[-1], key, value)
        return self._under_header(table, key, value)

    def _is_taken(self, table: tuple[str, ...]) -> bool:
        names = [table[:length] for length in range(1, len(table) + 1)]
        values = (self._document.find(*name) for name in names)
        arrays = (self._document.header(*name, 0) for name in names)
        return any(value and value.kind != "table" for value in values) or any(arrays)

    def _in_inline_table(self, table: tuple[str, ...], key: str, value: str) -> Edit | None:
        """Return the edit of the table itself or of one above it, if it is an inline table."""
        for length in range(len(table), 0, -1):
            inline = self._document.find(*table[:length])
            if inline and inline.kind == "table":
                dotted = ".".join((*table[length:], key))
                return self._append_to(inline, f"{dotted} = {value}")
        return None

    def _append_to(self, inline: Value, text: str) -> Edit:
        if inline.entries:
            at = inline.entries[-1].value.range.end
            return Edit(self._source.path, Range(at, at), f", {text}")
        (line, begin), end = inline.range
        if line == end.line:
            return Edit(self._source.path, inline.range, f"{{ {text} }}")
        at = Position(line, begin + 1)  # before the comments inside of the braces
        return Edit(self._source.path, Range(at, at), f" {text}")

    def _after(self, sibling: Entry, key: str, value: str) -> Edit:
        """Return the edit that adds a line below a sibling, with the same prefix and indent."""
        start, end = sibling.key_range.start, sibling.key_range.end
        line = self._source.line(start.line)
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
        tables_below = [
            header for header in self._document.headers if header.path[: len(table)] == table
        ]
        if tables_below:
            return self._above(tables_below[0].range.start.line, text)
        return self._at_the_end(text)

    def _above(self, number: int, text: str) -> Edit:
        at = Position(number, 0)
        gap = line_end(self._source) * 2 if self._source.line(number).strip() else ""
        return Edit(self._source.path, Range(at, at), text + (gap or line_end(self._source)))

    def _below(self, number: int, text: str) -> Edit:
        end = line_end(self._source)
        if number + 1 < len(self._source.lines):
            at = Position(number + 1, 0)
            return Edit(self._source.path, Range(at, at), text + end)
        at = Position(number, len(self._source.line(number)))
        return Edit(self._source.path, Range(at, at), end + text)

    def _at_the_end(self, text: str) -> Edit:
        lines, end = self._source.lines, line_end(self._source)
        at = Position(len(lines) - 1, len(lines[-1]))
        if not self._source.text.strip():
            gap = ""
        elif lines[-1].strip():
            gap = end * 2
        else:
            gap = end if lines[-2].strip() else ""
        return Edit(self._source.path, Range(at, at), f"{gap}{text}{end}")

    def _join(self, *lines: str) -> str:
        return line_end(self._source).join(lines)
