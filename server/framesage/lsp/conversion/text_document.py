"""An open document, edited as LSP specifies and without copying all of its lines.

``TextDocument`` of pygls 2.1 also splits lines at form feeds and Unicode line separators, so that
it applies an edit below such a character to the wrong line; and it copies a document line by line.
The line ends are not reported upstream yet. Remove this class when they are as LSP specifies. See
docs/adr/0012.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.workspace import TextDocument

if TYPE_CHECKING:
    from framesage.lsp.conversion.positions import PositionConverter

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z")


class LineDocument(TextDocument):
    """A document that keeps its lines, with their ends, between edits."""

    def __init__(
        self,
        positions: PositionConverter,
        uri: str,
        source: str | None = None,
        version: int | None = None,
        language_id: str | None = None,
    ) -> None:
        super().__init__(uri, source, version, language_id)
        self._positions = positions
        self._lines: list[str] | None = None

    def apply_change(self, change: types.TextDocumentContentChangeEvent) -> None:
        """Apply an edit of a range, or replace the whole text."""
        if isinstance(change, types.TextDocumentContentChangePartial):
            lines = _lines(self.source) if self._lines is None else self._lines
            self._edit(lines, change.range, change.text)
            self._lines, self._source = lines, "".join(lines)
        else:
            self._lines, self._source = None, change.text

    def _edit(self, lines: list[str], span: types.Range, text: str) -> None:
        """Replace a range by a text and split the result into lines.

        The adjacent lines are split again, too: the edit may join a carriage return and a line feed
        or separate them.
        """
        first, last = span.start.line, span.end.line
        head, tail = self._before(lines, span.start), self._after(lines, span.end)
        around = slice(max(first - 1, 0), last + 2)
        above, below = lines[around.start : first], lines[last + 1 : last + 2]
        lines[around] = _lines("".join([*above, head, text, tail, *below]))

    def _before(self, lines: list[str], position: types.Position) -> str:
        line = _line(lines, position.line)
        return line[: self._column(line, position)]

    def _after(self, lines: list[str], position: types.Position) -> str:
        line = _line(lines, position.line)
        return line[self._column(line, position) :]

    def _column(self, line: str, position: types.Position) -> int:
        return self._positions.column(line.rstrip("\r\n"), position.character)


def _lines(text: str) -> list[str]:
    return _LINE.findall(text)


def _line(lines: list[str], number: int) -> str:
    return lines[number] if number < len(lines) else ""
