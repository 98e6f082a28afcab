"""A position in a list of tokens, and decisions that need a look at the tokens ahead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.toml.lexer import lex_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from framesage.toml.lexer import Token

_HEADER_START = re.compile(r"[A-Za-z_]")
_BARE_KEY = re.compile(r"[A-Za-z0-9_.-]+")


class Cursor:
    """Moves over the tokens once, from front to back."""

    def __init__(
        self, tokens: list[Token], lines: Sequence[str], is_valid: Callable[[], bool]
    ) -> None:
        self.tokens = tokens
        self._lines = lines
        self._is_valid = is_valid
        self.at = 0

    def peek(self, ahead: int = 0) -> Token | None:
        """Return a token at or after the current one, or None past the end; those of a run."""
        at = self.at + ahead
        if at >= len(self.tokens):
            return None
        token = self.tokens[at]
        if token.kind == "run":
            self.tokens[at : at + 1] = lex_lines(self._lines, token.line, token.ends_on + 1)
            return self.tokens[at]
        return token

    def peek_run(self) -> Token | None:
        """Return the current token if it is a run of lines."""
        is_run = self.at < len(self.tokens) and self.tokens[self.at].kind == "run"
        return self.tokens[self.at] if is_run else None

    def take(self, count: int) -> list[Token]:
        """Return the next tokens and move behind them."""
        tokens = list(self.tokens[self.at : self.at + count])
        self.at += count
        return tokens

    def skip(self, token: Token, until: tuple[str, ...]) -> None:
        """Skip the current token and, unless it is a comma, its line up to one of ``until``."""
        self.at += 1
        if token.kind != ",":
            while (here := self.peek()) and here.line == token.line and here.kind not in until:
                self.at += 1

    def rest_of_line(self, line: int) -> list[Token]:
        """Return the current token and those behind it on the same line."""
        end = self.at
        while end < len(self.tokens) and self.tokens[end].line == line:
            end += 1
        return list(self.tokens[self.at : end])

    def key_width(self) -> int:
        """Return the number of tokens of a key that ``=`` follows on the same line; 0 if none."""
        width = 0
        first = self.peek()
        while (token := self.peek(width)) and first and token.line == first.line:
            if token.kind == "=":
                return width
            if token.kind not in ("bare", "string"):
                return 0
            width += 1
        return 0

    def array_continues(self) -> bool:
        """Return whether the line goes on like an array behind the current string."""
        here, comma, string = self.peek(), self.peek(1), self.peek(2)
        if here is None or comma is None or comma.line != here.ends_on:
            return False
        listed = string is not None and string.line == here.ends_on and string.kind == "string"
        return comma.kind == "]" or (comma.kind == "," and listed)

    def ends_compound(self, token: Token, *, is_array: bool) -> bool:
        """Return whether a token starts a line that cannot belong to an open array or table.

        In a file that is valid, every one of them is closed.
        """
        if not token.first:
            return False
        is_header = token.kind == "[" and self._looks_like_header(token)
        is_key = token.kind != "[" and is_array and self._is_key()
        return (is_header or is_key) and not self._is_valid()

    def _is_key(self) -> bool:
        """Return whether a key and ``=`` follow; ``name==1`` and ``name>=1`` do not count."""
        width = self.key_width()
        sign, behind = self.peek(width), self.peek(width + 1)
        if not width or sign is None or _is_double(sign, behind):
            return False
        names = self.tokens[self.at : self.at + width]
        return all(name.kind == "string" or _BARE_KEY.fullmatch(name.text) for name in names)

    def _looks_like_header(self, token: Token) -> bool:
        names = [name for name in self.rest_of_line(token.line) if name.kind not in ("[", "]")]
        if not names or any(name.kind not in ("bare", "string") for name in names):
            return False
        return names[0].kind == "bare" and bool(_HEADER_START.match(names[0].text))


def _is_double(sign: Token, behind: Token | None) -> bool:
    """Return whether a second ``=`` immediately follows the first."""
    return behind is not None and behind.kind == "=" and behind.start == sign.end
