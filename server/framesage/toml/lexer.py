"""Split TOML into tokens, line by line, so that an edit affects only its own lines.

The only state that a line passes on is the delimiter of an open multi-line string. All other
incomplete tokens end with their line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from framesage.memory import remember

if TYPE_CHECKING:
    from collections.abc import Sequence

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
_TOKEN_SIZE = 300  # bytes
_MARKER = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)")


class Token(NamedTuple):
    """A token; ``kind`` is ``string``, ``bare``, ``comment`` or the punctuation character, or
    ``run`` for a run of lines that are not split.

    ``open`` marks a string without a closing quote, ``first`` the first token of its line.
    (A named tuple, because a large file has a million of them.)
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
        """The number of the line on which the token ends."""
        return max(self.line, self.last_line)


def _size(tokens: tuple[Token, ...]) -> int:
    return sum(_TOKEN_SIZE + 2 * len(token.text) for token in tokens)


@remember(8_000_000, _size)  # a keystroke changes one line
def lex_line(text: str, line: int, start: int = 0) -> tuple[Token, ...]:
    """Return the tokens of a line, from the character ``start``.

    The opening quotes of a multi-line string are the last token, of kind ``multiline``; the
    caller finds the end of the string in the lines below.
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


def lex_lines(lines: Sequence[str], first: int, end: int) -> list[Token]:
    """Return the tokens of lines without multi-line strings, and without their comments."""
    return [
        token
        for number in range(first, end)
        for token in lex_line(lines[number], number)
        if token.kind != "comment"
    ]


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
    """Split the brackets and commas off the end of a string without a closing quote."""
    end = len(token.text)
    text = token.text
    surplus = {"]": text.count("]") - text.count("["), "}": text.count("}") - text.count("{")}
    punctuation: list[Token] = []
    while end:
        character = token.text[end - 1]
        if character == "," or surplus.get(character, 0) > 0:
            if character in surplus:
                surplus[character] -= 1
            at = token.start + end - 1
            punctuation.append(Token(character, character, token.line, at, at + 1))
        elif not character.isspace():
            break
        end -= 1
    body = token.text[:end]
    string = Token("string", body, token.line, token.start, token.start + end, token.first, True)
    return [string, *reversed(punctuation)]
