"""Scan a text into a document, in linear time and without errors, whatever its content."""

from __future__ import annotations

import gc
import re
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

from framesage.text import Position, split_lines
from framesage.toml.lexer import Token, lex_line, split_open
from framesage.toml.parser import Parser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from framesage.toml.model import Document, Path
    from framesage.toml.runs import Run


MANY_LINES = 5000


def scan(
    text: str,
    lines: Sequence[str] | None = None,
    runs: Sequence[Run] = (),
    keeps_runs: Callable[[Path], bool] = lambda _: False,
) -> Document:
    """Scan a text; pass its ``lines`` if they are already split.

    Pass ``runs`` to leave them as values of kind ``run`` in the arrays at the paths for which
    ``keeps_runs`` is true.
    """
    found = split_lines(text) if lines is None else lines
    is_valid = lru_cache(1)(lambda: _is_valid(found))
    with _without_collections(len(found)):
        return Parser(tokenize(found, is_valid, runs), found, is_valid, keeps_runs).parse()


def _is_valid(lines: Sequence[str]) -> bool:
    from framesage.toml.strict import find_toml_error  # few files look as if they were not valid

    return find_toml_error("\n".join(lines)) is None


@contextmanager
def _without_collections(lines: int) -> Iterator[None]:
    """Collect no garbage meanwhile: a scan makes none, and to look for it in the objects of a large
    file takes longer than the scan."""
    if lines < MANY_LINES or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def tokenize(
    lines: Sequence[str], is_valid: Callable[[], bool], runs: Iterable[Run] = ()
) -> list[Token]:
    """Return the tokens of all lines without comments; a run outside of strings is one token."""
    tokens: list[Token] = []
    closers: dict[str, int] = {}
    ends = dict(runs)
    number, string_end = 0, Position(-1, 0)  # of the last multi-line string
    while number < len(lines):
        if number in ends and string_end.line < number:
            tokens.append(_run_token(number, ends[number]))
            number = ends[number]
            continue
        line = lines[number]
        while line and string_end.line <= number:
            start = string_end.character if string_end.line == number else 0
            found = lex_line(line, number, start)
            tokens.extend(token for token in found if token.kind not in ("comment", "multiline"))
            if not found or found[-1].kind != "multiline":
                break
            opening = found[-1]
            string_end = _closing(lines, opening, closers, is_valid)
            string = _multiline(lines, opening, string_end)
            tokens.extend(split_open(string) if string.open else [string])
        number += 1
    return tokens


def _run_token(first: int, end: int) -> Token:
    return Token("run", "", first, 0, 0, last_line=end - 1)


def _closing(
    lines: Sequence[str], opening: Token, closers: dict[str, int], is_valid: Callable[[], bool]
) -> Position:
    """Return the end of a multi-line string; without closing quotes, it ends with its line.

    In a file that is not valid, quotes that open the string of another key do not close this one.
    """
    line = opening.line
    at = _find(lines[line], opening.text, opening.end)
    if at is None:
        below = _next_closer(lines, opening.text, line + 1, closers)
        if below < len(lines) and (not _OPENING.match(lines[below]) or is_valid()):
            line, at = below, _find(lines[below], opening.text, 0)
    return Position(line, len(lines[line]) if at is None else at)


def _next_closer(lines: Sequence[str], delimiter: str, first: int, closers: dict[str, int]) -> int:
    """Return the first line from ``first`` on with closing quotes.

    ``closers`` caches the last result, so that lines are not searched for each string above.
    """
    if closers.get(delimiter, -1) < first:
        below = range(first, len(lines))
        found = (number for number in below if _find(lines[number], delimiter, 0) is not None)
        closers[delimiter] = next(found, len(lines))
    return closers[delimiter]


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
