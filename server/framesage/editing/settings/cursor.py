"""What is being typed at the cursor: the name of a table, a key, or a value.

The text is scanned with a mark in the place of what follows the cursor on its line. Where the mark
arrives tells what is typed there, also in a file that is not valid TOML yet. What follows the
cursor tells what a suggestion replaces.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.text import Range
from framesage.toml import scan

if TYPE_CHECKING:
    from framesage.text import Position, Source
    from framesage.toml import Entry

_MARK = "\ue000"  # for private use: no file contains it
_AS_KEY = f"{_MARK} = 0"
_HEADER = re.compile(r"[ \t]*\[[ \t]*([\w.-]*)")
_HEADER_REST = re.compile(r"[\w.-]*[ \t]*\]?")
_WORD = re.compile(r"[\w-]*")
_EQUALS = re.compile(r"[ \t]*=")


@frozen
class TypedHeader:
    """The name of a table in brackets; ``range`` includes the brackets."""

    typed: str
    range: Range


@frozen
class TypedKey:
    """The last part of a key in a table; ``range`` is that part."""

    table: tuple[str, ...]
    range: Range
    has_value: bool


@frozen
class TypedValue:
    """A value, in ``quote`` or without ("").

    ``range`` is inside the quotes. ``closes`` is whether a closing quote is there, ``spaced``
    whether something separates the value from the equals sign.
    """

    key: tuple[str, ...]
    range: Range
    quote: str
    closes: bool
    spaced: bool


def typed_at(source: Source, position: Position) -> TypedHeader | TypedKey | TypedValue | None:
    """Return what is typed at a position of a TOML file; None in comments, arrays and the like."""
    line = source.line(position.line)
    before, rest = line[: position.character], line[position.character :]
    is_header = before.lstrip(" \t").startswith("[")
    marked = before + (_MARK if is_header else _AS_KEY)
    document = scan(
        "", [*source.lines[: position.line], marked, *source.lines[position.line + 1 :]]
    )
    if is_header:
        is_top = any(_MARK in str(header.path[-1]) for header in document.headers)
        return _header(before, rest, position) if is_top else None
    for entry in document.flat:
        if entry.path and _MARK in str(entry.path[-1]):
            return _key(entry, before, rest, position)
        if entry.value.kind in ("string", "other") and _MARK in entry.value.text:
            return _value(entry, before, rest, position)
    return None


def _header(before: str, rest: str, position: Position) -> TypedHeader | None:
    match = _HEADER.fullmatch(before)
    behind = _HEADER_REST.match(rest)
    if not match or not behind:
        return None
    end = position.character + behind.end()
    span = Range.on_line(position.line, before.index("["), end)
    return TypedHeader(match.group(1), span)


def _key(entry: Entry, before: str, rest: str, position: Position) -> TypedKey | None:
    key = before[entry.key_range.start.character :]
    if entry.key_range.start.line != position.line or " " in key or "\t" in key:
        return None
    typed = str(entry.path[-1]).removesuffix(_MARK)
    behind = _word_end(rest)
    span = _around(position, len(typed), behind)
    return TypedKey(_names(entry)[:-1], span, bool(_EQUALS.match(rest, behind)))


def _value(entry: Entry, before: str, rest: str, position: Position) -> TypedValue | None:
    start = entry.value.content.start
    typed = before[start.character :]
    if start.line != position.line or not _WORD.fullmatch(typed):
        return None
    quote = before[start.character - 1] if entry.value.kind == "string" else ""
    behind = _word_end(rest)
    spaced = bool(quote or typed) or not before.endswith("=")
    closes = bool(quote) and rest[behind : behind + 1] == quote
    return TypedValue(_names(entry), _around(position, len(typed), behind), quote, closes, spaced)


def _names(entry: Entry) -> tuple[str, ...]:
    return tuple(map(str, entry.path))


def _word_end(rest: str) -> int:
    word = _WORD.match(rest)
    return word.end() if word else 0


def _around(position: Position, before: int, behind: int) -> Range:
    at = position.character
    return Range.on_line(position.line, at - before, at + behind)
