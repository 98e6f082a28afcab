"""An open document, edited as LSP means it and without going through all of its lines.

pygls's own splits at form feeds and line separators too, where LSP does not: below such a character
it would put an edit on another line than the client did. And it copies a document line by line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.workspace import TextDocument

if TYPE_CHECKING:
    from framesage.lsp.conversion.positions import Encoding

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z")


class Document(TextDocument):
    """A document that keeps its lines, with their ends, from one edit to the next."""

    def __init__(
        self,
        encoding: Encoding,
        uri: str,
        source: str | None = None,
        version: int | None = None,
        language_id: str | None = None,
    ) -> None:
        super().__init__(uri, source, version, language_id)
        self._encoding = encoding
        self._lines: list[str] | None = None

    def apply_change(self, change: types.TextDocumentContentChangeEvent) -> None:
        """Take in an edit of a part, or a new text."""
        if isinstance(change, types.TextDocumentContentChangePartial):
            lines = _lines(self.source) if self._lines is None else self._lines
            self._edit(lines, change.range, change.text)
            self._lines, self._source = lines, "".join(lines)
        else:
            self._lines, self._source = None, change.text

    def _edit(self, lines: list[str], span: types.Range, text: str) -> None:
        """Put a text in the location of a range, and split again around it.

        The lines next to it are split with it: it may join or part a carriage return and its line
        feed.
        """
        first, last = span.start.line, span.end.line
        head, tail = self._until(lines, span.start), self._since(lines, span.end)
        around = slice(max(first - 1, 0), last + 2)
        above, below = lines[around.start : first], lines[last + 1 : last + 2]
        lines[around] = _lines("".join([*above, head, text, tail, *below]))

    def _until(self, lines: list[str], position: types.Position) -> str:
        line = _line(lines, position.line)
        return line[: self._column(line, position)]

    def _since(self, lines: list[str], position: types.Position) -> str:
        line = _line(lines, position.line)
        return line[self._column(line, position) :]

    def _column(self, line: str, position: types.Position) -> int:
        return self._encoding.column(line.rstrip("\r\n"), position.character)


def _lines(text: str) -> list[str]:
    return _LINE.findall(text)


def _line(lines: list[str], number: int) -> str:
    return lines[number] if number < len(lines) else ""
