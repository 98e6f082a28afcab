"""Locations in rule files, resolved to a line and a column only when they are shown."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
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
            text = _text_of(self.path)
        except (OSError, ValueError):
            return 1, 1
        if len(text) > _LARGE:
            return _header_line(text, self.keys), 1
        document = _scanned(text)
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


_LARGE = 300_000
"""From so many characters on, locations are those of tables, not of values in them."""

_open: dict[str, Mapping[Path, str]] = {"texts": {}}


def locate_in(texts: Mapping[Path, str]) -> None:
    """Resolve locations in the texts of open documents from now on, instead of in their files."""
    _open["texts"] = texts


def _text_of(path: Path) -> str:
    text = _open["texts"].get(path)
    return _read(path, path.stat().st_mtime_ns) if text is None else text


@lru_cache(maxsize=64)
def _read(path: Path, _modified: int) -> str:
    return path.read_text(encoding="utf-8-sig")


def _header_line(text: str, keys: tuple[str | int, ...]) -> int:
    """Return the line of the table that keys lead to, from 1, or 1 if there is none.

    It is found by its header, because it takes seconds to scan a text for all positions.
    """
    kind, number = keys[0], keys[1] if len(keys) > 1 else 0
    header = re.compile(rf"^[ \t]*\[\[?[ \t]*{re.escape(str(kind))}[ \t]*\]", re.MULTILINE)
    wanted = number if isinstance(number, int) else 0
    found = next(islice(header.finditer(text), wanted, None), None)
    return text.count("\n", 0, found.start()) + 1 if found else 1


@lru_cache(maxsize=64)
def _scanned(text: str) -> Document:
    from framesage.toml import scan

    return scan(text)
