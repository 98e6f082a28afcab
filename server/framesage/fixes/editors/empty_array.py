"""Add the first item to an array of strings, on a line of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.fixes.line_edits import indent_of, insert_above
from framesage.fixes.model import Edit, line_end

if TYPE_CHECKING:
    from framesage.text import Source
    from framesage.toml import Value

_INDENTED_ITEM = re.compile(r"([ \t]+)[\"'#]")
_DEFAULT_INDENT = "    "


def first_item(source: Source, array: Value, text: str) -> tuple[Edit, ...]:
    """Return the edit that adds an item to an array without items; none if it is not closed."""
    start, end = array.range
    closing = source.line(end.line)[: end.character]
    if not closing.endswith("]"):
        return ()
    before = closing[:-1]
    if start.line < end.line and not before.strip():
        indent = _indent_inside(source, start.line + 1, end.line, before)
        return (insert_above(source, end.line, f"{indent}{quoted(text, source)},"),)
    if start.line < end.line:
        return ()  # a comment or a nested value, in an unusual layout
    base = indent_of(source.line(start.line))
    return (Edit(source.path, array.range, array_text(text, source, base)),)


def array_text(text: str, source: Source, base: str = "") -> str:
    """Return an array with one item, whose line has the indent ``base``."""
    end, indent = line_end(source), base + (_DEFAULT_INDENT if base else _usual_indent(source))
    return f"[{end}{indent}{quoted(text, source)},{end}{base}]"


def quoted(text: str, source: Source) -> str:
    """Return a string in the quotes that a file uses more often."""
    quote = "'" if source.text.count("'") > source.text.count('"') else '"'
    return f"{quote}{text}{quote}"


def _indent_inside(source: Source, first: int, end: int, closing: str) -> str:
    """Return the indent of the comments in an array, or else one step more than its bracket."""
    inside = [indent_of(line) for line in source.lines[first:end] if line.strip()]
    return next(iter(inside), closing + (_DEFAULT_INDENT if closing else _usual_indent(source)))


def _usual_indent(source: Source) -> str:
    """Return the indent of the first item of an array in a file."""
    found = (_INDENTED_ITEM.match(line) for line in source.lines)
    return next((match[1] for match in found if match), _DEFAULT_INDENT)
