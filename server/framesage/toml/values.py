"""Values and key paths, from the tokens that they are written with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.memory import remember
from framesage.text import Position, Range
from framesage.toml.model import Entry, Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.toml.lexer import Token

_ESCAPE = re.compile(
    r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([ \t]*\n[ \t\n]*)|(.))", re.DOTALL
)
_SHORT_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b"}


def key_path(tokens: Sequence[Token], maximum: int) -> tuple[str, ...]:
    """Return the parts of a dotted key, up to a maximum number."""
    parts: list[str] = []
    for token in tokens:
        if token.kind == "string":
            parts.append(decode(token))
        else:
            parts.extend(part for part in token.text.split(".") if part)
    return tuple(parts[:maximum])


@remember(2_000_000, lambda value: 600 + 2 * len(value.text))
def string_value(token: Token) -> Value:
    """Return the value of a string token."""
    whole = Range(Position(token.line, token.start), Position(token.ends_on, token.end))
    return Value("string", decode(token), whole, _content_range(token))


def scalar_value(tokens: Sequence[Token], first: Token) -> Value:
    """Return the value of tokens on one line that are not a string: a number, a date, a word.

    Without tokens, it is empty, with the range of the token ``first``.
    """
    last = tokens[-1] if tokens else first
    span = Range.on_line(first.line, first.start, last.end)
    parts = []
    for number, token in enumerate(tokens):
        separated = number and tokens[number - 1].end < token.start
        parts.append(f" {token.text}" if separated else token.text)
    return Value("other", "".join(parts), span, span)


def run_value(token: Token) -> Value:
    """Return the value of a run: its lines, which are read one by one."""
    lines = Range(Position(token.line, 0), Position(token.ends_on + 1, 0))
    return Value("run", "", lines, lines)


def compound_value(
    opening: Token, last: Token, items: Sequence[Value], entries: Sequence[Entry]
) -> Value:
    """Return the array or inline table between two tokens; without its bracket, ``last`` is the
    last token inside."""
    start = Position(opening.line, opening.start)
    whole = Range(start, Position(last.ends_on, last.end))
    closed = last is not opening and last.kind in ("]", "}")
    inner = Range(
        Position(opening.line, opening.end),
        Position(last.ends_on, last.start if closed else last.end),
    )
    kind = "array" if opening.kind == "[" else "table"
    return Value(kind, "", whole, inner, tuple(items), tuple(entries))


def decode(token: Token) -> str:
    """Decode a string token; invalid escapes stay as they are written."""
    quote, body = _split_quotes(token)
    if len(quote) == 3:
        body = body.removeprefix("\n")
    return _ESCAPE.sub(_unescape, body) if quote[0] == '"' and "\\" in body else body


def _content_range(token: Token) -> Range:
    """Return the range between the quotes."""
    quote, _ = _split_quotes(token)
    start = token.start + len(quote)
    end = token.end if token.open else token.end - len(quote)
    if token.ends_on == token.line:
        end = max(end, start)
    return Range(Position(token.line, start), Position(token.ends_on, end))


def _split_quotes(token: Token) -> tuple[str, str]:
    multiline = token.text.startswith(('"""', "'''")) and (token.open or len(token.text) >= 6)
    quote = token.text[: 3 if multiline else 1]
    return quote, token.text[len(quote) : None if token.open else -len(quote)]


def _unescape(match: re.Match[str]) -> str:
    *codes, continuation, other = match.groups()
    written = next(filter(None, codes), None)
    if written:
        code = int(written, 16)
        valid = code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF
        return chr(code) if valid else match.group()
    return "" if continuation else _SHORT_ESCAPES.get(other, other)
