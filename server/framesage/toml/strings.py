"""Strings of TOML: their decoded value, and where their content stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.text import Position, Range

if TYPE_CHECKING:
    from framesage.toml.lexer import Token

_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(\s*\n\s*)|(.))", re.DOTALL)
_SHORT = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b"}


def decode(token: Token) -> str:
    """Return a string token's value; what cannot be decoded stays as it is written."""
    quote, body = _parts(token)
    if len(quote) == 3:
        body = body.removeprefix("\n")
    return _ESCAPE.sub(_unescape, body) if quote[0] == '"' and "\\" in body else body


def content_range(token: Token) -> Range:
    """Return the range between the quotes."""
    quote, _ = _parts(token)
    end = token.end if token.open else token.end - len(quote)
    return Range(
        Position(token.line, token.start + len(quote)),
        Position(token.ends_on, max(end, token.start + len(quote)) if _one_line(token) else end),
    )


def _one_line(token: Token) -> bool:
    return token.ends_on == token.line


def _parts(token: Token) -> tuple[str, str]:
    multiline = token.text.startswith(('"""', "'''")) and (token.open or len(token.text) >= 6)
    quote = token.text[: 3 if multiline else 1]
    return quote, token.text[len(quote) : None if token.open else -len(quote)]


def _unescape(match: re.Match[str]) -> str:
    short, long, continuation, other = match.groups()
    if short or long:
        code = int(short or long, 16)
        valid = code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF
        return chr(code) if valid else match.group()
    return "" if continuation else _SHORT.get(other, other)
