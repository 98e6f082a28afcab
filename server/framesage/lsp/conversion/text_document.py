"""An open document, edited as LSP specifies and without splitting all of its lines.

``TextDocument`` of pygls 2.1 also splits lines at form feeds and Unicode line separators, so that
it applies an edit below such a character to the wrong line; and it copies a document line by line.
The line ends are not reported upstream yet. Remove this class when they are as LSP specifies. See
docs/adr/0012 and docs/adr/0046.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pygls.workspace import TextDocument

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framesage.lsp.conversion.edits import Edit, Place
    from framesage.lsp.conversion.positions import PositionConverter

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z")


class LineDocument(TextDocument):
    """A document that keeps its lines, with their ends, between edits.

    The last line has no end, and is empty after a text that ends with a line end.
    """

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
        self._bare: list[str] = []
        self.is_out_of_step = False
        """Whether an edit could not be understood, so that the client has another text."""

    def edit(self, edits: Iterable[Edit], version: int | None) -> None:
        """Apply edits in their order; the document has a new version also if there are none."""
        for edit in edits:
            if edit.span is None:
                self._source, self._lines, self.is_out_of_step = edit.text, None, False
            else:
                self._replace(*edit.span, edit.text)
        if self._lines is not None:
            self._source = "".join(self._lines)
        self.version = version

    @property
    def split(self) -> list[str] | None:
        """The lines without their ends, which do not change any more; None if not split yet."""
        return None if self._lines is None else self._bare[:]

    def _replace(self, start: Place, end: Place, text: str) -> None:
        """Replace a range by a text and split the result into lines.

        The adjacent lines are split again, too: the edit may join a carriage return and a line feed
        or separate them.
        """
        if self._lines is None:
            self._lines = _lines(self.source)
            self._bare = [line.rstrip("\r\n") for line in self._lines]
        lines = self._lines
        first, last = (min(place.line, len(lines) - 1) for place in (start, end))
        head, tail = lines[first][: self._column(start)], lines[last][self._column(end) :]
        around = slice(max(first - 1, 0), last + 2)
        above, below = lines[around.start : first], lines[last + 1 : last + 2]
        new = _lines("".join([*above, head, text, tail, *below]))
        if last + 2 < len(lines):
            new.pop()
        lines[around] = new
        self._bare[around] = [line.rstrip("\r\n") for line in new]

    def _column(self, place: Place) -> int:
        """Return a column in code points: past the end of a line, or of the text, it is the end."""
        lines: list[str] = self._lines or [""]
        if place.line >= len(lines):
            return len(lines[-1])
        return self._positions.column(self._bare[place.line], place.character)


def _lines(text: str) -> list[str]:
    lines = _LINE.findall(text)
    return lines if text and text[-1] not in "\r\n" else [*lines, ""]
