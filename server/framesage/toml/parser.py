"""From tokens to entries, taking up again at the next thing that can be understood.

An array or inline table that was never closed ends where a line starts something that cannot be
inside it: a header, or a key with its ``=``. Nothing is nested deeper than ``DEEPEST``: what a key
has more of dots is left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.memoize import memoize_short
from framesage.text import Position, Range
from framesage.toml.model import Document, Entry, Header, Value
from framesage.toml.strings import content_range, decode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.toml.lexer import Token
    from framesage.toml.model import Path

DEEPEST = 40

_AFTER_SCALAR = frozenset((",", "]", "}", "string"))
_HEADER_START = re.compile(r"[A-Za-z_]")
_BARE_KEY = re.compile(r"[A-Za-z0-9_.-]+")


class Parser:
    """Reads one list of tokens once, from front to back."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._table: Path = ()
        self._counts: dict[Path, int] = {}
        self._entries: list[Entry] = []
        self._headers: list[Header] = []

    def parse(self) -> Document:
        """Return everything seen."""
        while token := self._peek():
            if token.kind == "[" and token.first:
                self._header()
            elif not self._entry(self._table, self._entries, 0):
                self._skip(token, ())
        return Document(tuple(self._entries), tuple(self._headers))

    def _peek(self, ahead: int = 0) -> Token | None:
        at = self._at + ahead
        return self._tokens[at] if at < len(self._tokens) else None

    def _header(self) -> None:
        line = self._tokens[self._at].line
        tokens = self._rest_of_line(line)
        brackets = 2 if len(tokens) > 1 and tokens[1].kind == "[" else 1
        names = [token for token in tokens[brackets:] if token.kind in ("bare", "string")]
        self._at += len(tokens)
        path = _key_path(names)
        if path:
            span = Range.on_line(line, names[0].start, names[-1].end)
            self._table = self._numbered(path, array=brackets == 2)
            self._headers.append(Header(self._table, span))

    def _rest_of_line(self, line: int) -> list[Token]:
        end = self._at
        while end < len(self._tokens) and self._tokens[end].line == line:
            end += 1
        return list(self._tokens[self._at : end])

    def _numbered(self, path: Path, *, array: bool) -> Path:
        """Return a header's path with the number of each array of tables on its way."""
        numbered: Path = ()
        for part in path[:-1]:
            numbered = (*numbered, part)
            if numbered in self._counts:
                numbered = (*numbered, self._counts[numbered] - 1)
        numbered = (*numbered, path[-1])
        if array:
            self._counts[numbered] = self._counts.get(numbered, 0) + 1
            return (*numbered, self._counts[numbered] - 1)
        return numbered

    def _entry(self, table: Path, into: list[Entry], depth: int) -> bool:
        """Read ``key = value`` into a list; False, and nothing read, where there is none."""
        width = self._key_width()
        if not width:
            return False
        keys = list(self._tokens[self._at : self._at + width])
        self._at += width + 1
        path = (*table, *_key_path(keys))[:DEEPEST]
        key_range = Range(
            Position(keys[0].line, keys[0].start), Position(keys[-1].ends_on, keys[-1].end)
        )
        into.append(Entry(path, key_range, self._value(path, key_range.end, depth)))
        return True

    def _key_width(self) -> int:
        """Return how many tokens of key stand here before an ``=`` on the same line; 0: none."""
        width = 0
        first = self._peek()
        while (token := self._peek(width)) and first and token.line == first.line:
            if token.kind == "=":
                return width
            if token.kind not in ("bare", "string"):
                return 0
            width += 1
        return 0

    def _value(self, path: Path, before: Position, depth: int) -> Value:
        """Read the value that begins on the line of ``before``; an empty one where none does."""
        token = self._peek()
        if token is None or token.line != before.line:
            if token and token.kind == "string" and token.first and not self._key_width():
                return self._headless(path, token, depth + 1)
            return Value("other", "", Range(before, before), Range(before, before))
        if token.kind == "string" and (depth or not self._goes_on()):
            self._at += 1
            return _string(token)
        if token.kind == "string":
            return self._headless(path, token, depth + 1)
        if token.kind in ("[", "{") and depth < DEEPEST:
            self._at += 1
            return self._compound(path, token, depth + 1)
        return self._scalar(token)

    def _scalar(self, token: Token) -> Value:
        """Read what stands here without quotes; brackets in it, as an extra has, are its own."""
        tokens: list[Token] = []
        inside = 0
        while (here := self._peek()) and here.line == token.line:
            if here.kind in _AFTER_SCALAR and not (inside and here.kind == "]"):
                break
            inside += (here.kind == "[") - (here.kind == "]")
            tokens.append(here)
            self._at += 1
        last = tokens[-1] if tokens else token
        span = Range.on_line(token.line, token.start, last.end)
        return Value("other", _as_written(tokens), span, span)

    def _compound(self, path: Path, opening: Token, depth: int) -> Value:
        is_array = opening.kind == "["
        items: list[Value] = []
        entries: list[Entry] = []
        last = opening
        while (token := self._peek()) and not self._starts_anew(token, is_array=is_array):
            last = token
            if token.kind in ("]", "}"):
                self._at += 1
                break
            if is_array:
                self._item((*path, len(items)), token, items, depth)
            elif not self._entry(path, entries, depth):
                self._skip(token, (",", "}"))
            last = self._tokens[self._at - 1]
        return _compound_value(opening, last, items, entries)

    def _goes_on(self) -> bool:
        """Tell whether, behind a string, its line goes on as an array does."""
        here, comma, string = self._peek(), self._peek(1), self._peek(2)
        if here is None or comma is None or comma.line != here.ends_on:
            return False
        listed = string is not None and string.line == here.ends_on and string.kind == "string"
        return comma.kind == "]" or (comma.kind == "," and listed)

    def _headless(self, path: Path, first: Token, depth: int) -> Value:
        """Read the array that the strings behind or below a key are, which lost its bracket."""
        opening = first._replace(kind="[", end=first.start)
        return self._compound(path, opening, depth)

    def _skip(self, token: Token, until: tuple[str, ...]) -> None:
        """Skip what makes no sense: this token, and its line up to one of the characters."""
        self._at += 1
        if token.kind != ",":
            while (here := self._peek()) and here.line == token.line and here.kind not in until:
                self._at += 1

    def _item(self, path: Path, token: Token, items: list[Value], depth: int) -> None:
        if token.kind in (",", "="):
            self._at += 1
            return
        before = self._at
        items.append(self._value(path, Position(token.line, token.start), depth))
        self._at = max(self._at, before + 1)

    def _starts_anew(self, token: Token, *, is_array: bool) -> bool:
        """Tell whether a token begins a line that cannot belong to an open array or table."""
        if not token.first:
            return False
        if token.kind == "[":
            return self._looks_like_header(token)
        return is_array and self._is_key()

    def _is_key(self) -> bool:
        """Tell whether a key and its ``=`` stand here; ``name==1`` and ``name>=1`` are none."""
        width = self._key_width()
        sign, behind = self._peek(width), self._peek(width + 1)
        if not width or sign is None or _is_glued(sign, behind):
            return False
        names = self._tokens[self._at : self._at + width]
        return all(one.kind == "string" or _BARE_KEY.fullmatch(one.text) for one in names)

    def _looks_like_header(self, token: Token) -> bool:
        tokens = [one for one in self._rest_of_line(token.line) if one.kind not in ("[", "]")]
        if not tokens or any(one.kind not in ("bare", "string") for one in tokens):
            return False
        return tokens[0].kind == "bare" and bool(_HEADER_START.match(tokens[0].text))


def _is_glued(sign: Token, behind: Token | None) -> bool:
    """Tell whether a second ``=`` follows the first at once."""
    return behind is not None and behind.kind == "=" and behind.start == sign.end


def _as_written(tokens: Sequence[Token]) -> str:
    """Return the text of tokens, with a blank where any stood between two."""
    parts = []
    for number, token in enumerate(tokens):
        apart = number and tokens[number - 1].end < token.start
        parts.append(f" {token.text}" if apart else token.text)
    return "".join(parts)


def _key_path(tokens: Sequence[Token]) -> tuple[str, ...]:
    parts: list[str] = []
    for token in tokens:
        if token.kind == "string":
            parts.append(decode(token))
        else:
            parts.extend(part for part in token.text.split(".") if part)
    return tuple(parts[:DEEPEST])


@memoize_short(32768, lambda token: len(token.text))
def _string(token: Token) -> Value:
    whole = Range(Position(token.line, token.start), Position(token.ends_on, token.end))
    return Value("string", decode(token), whole, content_range(token))


def _compound_value(opening: Token, last: Token, items: list[Value], entries: list[Entry]) -> Value:
    start = Position(opening.line, opening.start)
    whole = Range(start, Position(last.ends_on, last.end))
    closed = last is not opening and last.kind in ("]", "}")
    inner = Range(
        Position(opening.line, opening.end),
        Position(last.ends_on, last.start if closed else last.end),
    )
    kind = "array" if opening.kind == "[" else "table"
    return Value(kind, "", whole, inner, tuple(items), tuple(entries))
