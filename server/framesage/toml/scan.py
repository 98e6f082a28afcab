"""From text to a document: never raises, takes what can be seen, in linear time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.text import Position, split_lines
from framesage.toml.lexer import Token, lex_line, split_open
from framesage.toml.parser import Parser

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.toml.model import Document


def scan(text: str, lines: Sequence[str] | None = None) -> Document:
    """Return all that can be seen in a text; ``lines`` are the text's, where already split."""
    return Parser(tokenize(split_lines(text) if lines is None else lines)).parse()


def tokenize(lines: Sequence[str]) -> list[Token]:
    """Return the tokens of all lines, comments left out."""
    tokens: list[Token] = []
    unclosed: set[str] = set()
    taken = Position(0, 0)  # up to here lines are taken by a string over several of them
    for number, line in enumerate(lines):
        while line and taken.line <= number:
            start = taken.character if taken.line == number else 0
            found = lex_line(line, number, start)
            tokens.extend(token for token in found if token.kind not in ("comment", "multiline"))
            if not found or found[-1].kind != "multiline":
                break
            opening = found[-1]
            taken = _closing(lines, opening, unclosed)
            string = _multiline(lines, opening, taken)
            tokens.extend(split_open(string) if string.open else [string])
    return tokens


def _closing(lines: Sequence[str], opening: Token, unclosed: set[str]) -> Position:
    """Return where a multi-line string ends; where nothing closes it, that is its line's end.

    What opens the string of another key closes nothing.
    """
    delimiter = opening.text
    at = _find(lines[opening.line], delimiter, opening.end)
    if at is not None:
        return Position(opening.line, at)
    if delimiter not in unclosed:
        for number in range(opening.line + 1, len(lines)):
            at = _find(lines[number], delimiter, 0)
            if at is not None and _OPENING.match(lines[number]):
                return Position(opening.line, len(lines[opening.line]))
            if at is not None:
                return Position(number, at)
        unclosed.add(delimiter)
    return Position(opening.line, len(lines[opening.line]))


_OPENING = re.compile(r"[ \t]*[\w.\"'-]+[ \t]*=[ \t]*(?:\"{3}|'{3})")
_CLOSERS = {'"""': re.compile(r'(?:[^"\\]|\\.|"(?!""))*?"{3,5}'), "'''": re.compile(r".*?'{3,5}")}


def _find(line: str, delimiter: str, start: int) -> int | None:
    match = _CLOSERS[delimiter].match(line, start)
    return match.end() if match else None


def _multiline(lines: Sequence[str], opening: Token, end: Position) -> Token:
    if end.line == opening.line:
        text = lines[end.line][opening.start : end.character]
    else:
        between = lines[opening.line + 1 : end.line]
        last = lines[end.line][: end.character]
        text = "\n".join([lines[opening.line][opening.start :], *between, last])
    return Token(
        "string",
        text,
        opening.line,
        opening.start,
        end.character,
        opening.first,
        open=len(text) < 6 or not text.endswith(opening.text),
        last_line=end.line,
    )
