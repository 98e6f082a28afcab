"""The symbols of a rule file: what its tables define, with the tests of rules inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.editing.document_symbols import Symbol, SymbolKind
from framesage.text import Position, Range
from framesage.toml import scan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.editing.rules.cursor import Path
    from framesage.text import Source
    from framesage.toml import Document, Header


_NAMES = ("id", "name", "rule", "evidence", "trait", "framework", "battery", "package-set")
"""The keys after which a table is called, the best first."""


def rule_symbols(source: Source) -> list[Symbol]:
    """Return the symbols of a rule file, or of a ``pack.toml``, in the order of its text."""
    document = scan("", source.lines)
    headers = document.headers
    top = [number for number, header in enumerate(headers) if _is_top(header.path)]
    ends = [*top[1:], len(headers)]
    return [
        _symbol(document, source, headers[first:end], _end(source, headers, end))
        for first, end in zip(top, ends, strict=True)
    ]


def _is_top(path: Path) -> bool:
    return len(path) == 1 or (len(path) == 2 and isinstance(path[1], int))


def _end(source: Source, headers: Sequence[Header], number: int) -> Position:
    """Return the end of the text before a header, or of the file."""
    line = headers[number].range.start.line if number < len(headers) else len(source.lines)
    while line > 0 and not source.line(line - 1).strip():
        line -= 1
    return Position(line - 1, len(source.line(line - 1)))


def _symbol(document: Document, source: Source, headers: Sequence[Header], end: Position) -> Symbol:
    header = headers[0]
    name, span = _name(document, header)
    tests = tuple(_tests(document, source, headers, end))
    detail = str(header.path[0]) if name != header.path[0] else ""
    return Symbol(name, detail, SymbolKind.RULES, _whole(header, end), span, tests)


def _name(document: Document, header: Header) -> tuple[str, Range]:
    for key in _NAMES:
        value = document.find(*header.path, key)
        if value and value.kind == "string" and value.text.strip():
            return value.text, value.range
    return str(header.path[0]), header.range


def _tests(
    document: Document, source: Source, headers: Sequence[Header], end: Position
) -> Iterator[Symbol]:
    """Yield the tests of a rule, each up to the next header."""
    for number, header in enumerate(headers):
        if len(header.path) == 4 and header.path[2] == "test":
            name, span = _name(document, header)
            last = number + 1 == len(headers)
            below = end if last else _end(source, headers, number + 1)
            name = "test" if name == header.path[0] else name
            kind = SymbolKind.TEST
            yield Symbol(name, "test", kind, _whole(header, below), span)


def _whole(header: Header, end: Position) -> Range:
    """Return the range of a table from the start of its header's line."""
    return Range(Position(header.range.start.line, 0), max(end, header.range.end))
