"""What is being typed at the cursor of a rule file: the name of a table, a key, or a value.

The text before the cursor is scanned with a mark at its end. Where the mark arrives tells what is
typed there, also in arrays and in a file that is not valid TOML yet.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.text import Range
from framesage.toml import scan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.text import Position, Source
    from framesage.toml import Document, Entry, Value

    Path = tuple[str | int, ...]

_MARK = "\ue000"  # for private use: no file contains it
_AS_KEY = f"{_MARK} = 0"
_HEADER = re.compile(r"[ \t]*(\[\[?)[ \t]*([\w.-]*)")
_HEADER_REST = re.compile(r"[\w.-]*[ \t]*\]?\]?")
_WORD = re.compile(r"[\w:.*-]*")
_EQUALS = re.compile(r"[ \t]*=")


@frozen
class TypedHeader:
    """The name of a table in brackets; ``range`` includes the brackets.

    ``around`` is the array of tables that it follows, such as ``("rule", 3)``.
    """

    typed: str
    range: Range
    around: Path


@frozen
class TypedKey:
    """The last part of a key in the table at a path; ``range`` is that part."""

    table: Path
    range: Range
    has_value: bool


@frozen
class TypedValue:
    """A value at a path, in ``quote`` or without (""); ``range`` is inside the quotes.

    ``closes`` is whether a closing quote is there, ``spaced`` whether something separates the value
    from what is before it.
    """

    path: Path
    typed: str
    range: Range
    quote: str
    closes: bool
    spaced: bool


Typed = TypedHeader | TypedKey | TypedValue


def typed_at(source: Source, position: Position) -> Typed | None:
    """Return what is typed at a position; None in comments and the like."""
    line = source.line(position.line)
    before, rest = line[: position.character], line[position.character :]
    lines = source.lines[: position.line]
    header = _HEADER.fullmatch(before)
    if header and not _is_in_array(lines):
        return _header(header, rest, position, scan("", lines))
    for entry in scan("", [*lines, before + _AS_KEY]).entries:
        for path, value in _marked(entry):
            if value is None:
                return _key(path, rest, position)
            return _value(path, value, before, rest, position)
    return None


def _is_in_array(lines: Sequence[str]) -> bool:
    """Return whether an array is open at the end of the lines."""
    entries = scan("", [*lines, _AS_KEY]).entries
    return any(value is not None for entry in entries for _, value in _marked(entry))


def _header(
    found: re.Match[str], rest: str, position: Position, document: Document
) -> TypedHeader | None:
    behind = _HEADER_REST.match(rest)
    end = position.character + (behind.end() if behind else 0)
    arrays = [header.path for header in document.headers if isinstance(header.path[-1], int)]
    around = arrays[-1][:2] if arrays else ()
    return TypedHeader(found[2], Range.on_line(position.line, found.start(1), end), around)


def _marked(entry: Entry) -> Iterator[tuple[Path, Value | None]]:
    """Yield the path at which the mark is, with the value that it is in, or None for a key."""
    if entry.path and _MARK in str(entry.path[-1]):
        yield entry.path, None
    else:
        yield from _marked_value(entry.path, entry.value)


def _marked_value(path: Path, value: Value) -> Iterator[tuple[Path, Value | None]]:
    if value.kind in ("string", "other") and _MARK in value.text:
        yield path, value
    for number, item in enumerate(value.items):
        yield from _marked_value((*path, number), item)
    for entry in value.entries:
        yield from _marked(entry)


def _key(path: Path, rest: str, position: Position) -> TypedKey:
    typed = str(path[-1]).removesuffix(_MARK)
    behind = _word_end(rest)
    has_value = bool(_EQUALS.match(rest, behind))
    return TypedKey(path[:-1], _around(position, len(typed), behind), has_value)


def _value(
    path: Path, value: Value, before: str, rest: str, position: Position
) -> TypedValue | None:
    start = value.content.start
    typed = before[start.character :]
    if start.line != position.line or not _WORD.fullmatch(typed):
        return None
    quote = before[start.character - 1] if value.kind == "string" else ""
    behind = _word_end(rest) if quote else 0
    closes = bool(quote) and rest[behind : behind + 1] == quote
    spaced = bool(quote or typed) or before[-1:] not in ("=", ",")
    return TypedValue(path, typed, _around(position, len(typed), behind), quote, closes, spaced)


def _word_end(rest: str) -> int:
    word = _WORD.match(rest)
    return word.end() if word else 0


def _around(position: Position, before: int, behind: int) -> Range:
    at = position.character
    return Range.on_line(position.line, at - before, at + behind)
