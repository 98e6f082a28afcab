"""Locations in rule files, resolved to a line and a column only when they are shown."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from framesage.toml import Document


@frozen
class SourceLocation:
    """A value in a rule file, by the keys that lead to it, such as ``("rule", 3, "when")``."""

    path: Path
    keys: tuple[str | int, ...] = ()

    def at(self, *keys: str | int) -> SourceLocation:
        """Return the location of a value inside this one."""
        return SourceLocation(self.path, self.keys + keys)

    @property
    def line_column(self) -> tuple[int, int]:
        """The line and column, from 1; (1, 1) for a whole file.

        A value that does not exist has the location of the closest value around it.
        """
        if not self.keys:
            return 1, 1
        try:
            document = _document_of(self.path)
        except (OSError, ValueError):
            return 1, 1
        array = document.header(*self.keys, 0)  # an array of tables begins at its first table
        start = (array.range if array else document.locate(self.keys)).start
        return start.line + 1, start.character + 1

    @property
    def line(self) -> int:
        """The line, from 1."""
        return self.line_column[0]

    @property
    def column(self) -> int:
        """The column, from 1."""
        return self.line_column[1]


_open: dict[str, Mapping[Path, str]] = {"texts": {}}


def locate_in(texts: Mapping[Path, str]) -> None:
    """Resolve locations in the texts of open documents from now on, instead of in their files."""
    _open["texts"] = texts


def _document_of(path: Path) -> Document:
    text = _open["texts"].get(path)
    if text is None:
        return _document(path, path.stat().st_mtime_ns)
    return _scanned(text)


@lru_cache(maxsize=64)
def _document(path: Path, _modified: int) -> Document:
    """Scan a file for positions, which the parser that reads the rules does not keep."""
    return _scanned(path.read_text(encoding="utf-8-sig"))


@lru_cache(maxsize=4)
def _scanned(text: str) -> Document:
    from framesage.toml import scan

    return scan(text)
