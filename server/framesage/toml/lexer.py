"""Tokens of one line of TOML at a time, so that a change touches only its own lines.

What a line hands to the next is one small thing: the delimiter of a multi-line string that is
still open. Everything half-typed ends with its line.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from framesage.memoize import memoize_short

MULTILINE = ('"""', "'''")

_TOKEN = re.compile(
    r"""[ \t\ufeff]+
    |(?P<comment>\#.*)
    |(?P<punctuation>[\[\]{}=,])
    |(?P<multiline>\"{3}|'{3})
    |(?P<basic>"[^"\\]*(?:\\.[^"\\]*)*"?)
    |(?P<literal>'[^']*'?)
    |(?P<bare>[^\s\[\]{}=,\#"']+)
    """,
    re.VERBOSE,
)
_MARKER = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)")


class Token(NamedTuple):
    """A piece of one line; ``kind`` is ``string``, ``bare``, ``comment`` or the character itself.

    ``open`` marks a string that the line does not close, ``first`` the first token of its line.
    A tuple, since a large file makes a million of them.
    """

    kind: str
    text: str
    line: int
    start: int
    end: int
    first: bool = False
    open: bool = False
    last_line: int = -1

    @property
    def ends_on(self) -> int:
        """The line that the token ends on."""
        return max(self.line, self.last_line)


@memoize_short(32768)  # a keystroke changes one line; the others are known
def lex_line(text: str, line: int, start: int = 0) -> tuple[Token, ...]:
    """Return the tokens of a line from ``start`` on.

    A multi-line string's opening is a token of kind ``multiline``, the last one:
    whoever knows the lines below decides where it ends.
    """
    if start == 0 and _MARKER.match(text):
        return ()
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, start):
        kind = match.lastgroup
        if kind is None:  # blanks
            continue
        token = _token(
            kind, match.group(kind), line, match.start(kind), first=not (tokens or start)
        )
        if kind == "multiline":
            return (*tokens, token)
        tokens.extend(split_open(token) if token.open else [token])
    return tuple(tokens)


def _token(kind: str, text: str, line: int, start: int, *, first: bool) -> Token:
    end = start + len(text)
    if kind in ("basic", "literal"):
        still_open = len(text) < 2 or text[-1] != text[0] or _escaped_end(text)
        return Token("string", text, line, start, end, first, still_open)
    return Token(text if kind == "punctuation" else kind, text, line, start, end, first)


def _escaped_end(text: str) -> bool:
    body = text[:-1]
    return text[0] == '"' and (len(body) - len(body.rstrip("\\"))) % 2 == 1


def split_open(token: Token) -> list[Token]:
    """Give back the brackets and commas that an unclosed string has swallowed at its end."""
    end = len(token.text)
    text = token.text
    surplus = {"]": text.count("]") - text.count("["), "}": text.count("}") - text.count("{")}
    swallowed: list[Token] = []
    while end:
        character = token.text[end - 1]
        if character == "," or surplus.get(character, 0) > 0:
            if character in surplus:
                surplus[character] -= 1
            at = token.start + end - 1
            swallowed.append(Token(character, character, token.line, at, at + 1))
        elif not character.isspace():
            break
        end -= 1
    body = token.text[:end]
    string = Token("string", body, token.line, token.start, token.start + end, token.first, True)
    return [string, *reversed(swallowed)]
