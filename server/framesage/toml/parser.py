"""From tokens to a document, resuming after each error at the next thing that makes sense.

An array or inline table that is never closed ends where a line starts something that cannot be
inside it: a header, or a key with its ``=``. Only a file that is not valid is guessed at: ``tomli``
is asked once a line looks so. Nesting stops at ``MAX_DEPTH``; further parts of a
dotted key are dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.text import Position, Range
from framesage.toml.cursor import Cursor
from framesage.toml.model import Document, Entry, Header, Value
from framesage.toml.values import compound_value, key_path, run_value, scalar_value, string_value

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from framesage.toml.lexer import Token
    from framesage.toml.model import Path

MAX_DEPTH = 40

_AFTER_SCALAR = frozenset((",", "]", "}", "string"))


class Parser(Cursor):
    """Parses one list of tokens."""

    def __init__(
        self,
        tokens: list[Token],
        lines: Sequence[str],
        is_valid: Callable[[], bool],
        keeps_runs: Callable[[Path], bool],
    ) -> None:
        super().__init__(tokens, lines, is_valid)
        self._keeps_runs = keeps_runs
        self._table: Path = ()
        self._array_lengths: dict[Path, int] = {}
        self._entries: list[Entry] = []
        self._headers: list[Header] = []

    def parse(self) -> Document:
        """Return all entries and headers."""
        while token := self.peek():
            if token.kind == "[" and token.first:
                self._header(token)
            elif not self._entry(self._table, self._entries, 0):
                self.skip(token, ())
        return Document(tuple(self._entries), tuple(self._headers))

    def _header(self, opening: Token) -> None:
        tokens = self.rest_of_line(opening.line)
        brackets = 2 if len(tokens) > 1 and tokens[1].kind == "[" else 1
        names = [token for token in tokens[brackets:] if token.kind in ("bare", "string")]
        self.at += len(tokens)
        path = key_path(names, MAX_DEPTH)
        if path:
            span = Range.on_line(opening.line, names[0].start, names[-1].end)
            self._table = self._with_indices(path, is_array=brackets == 2)
            self._headers.append(Header(self._table, span))

    def _with_indices(self, path: Path, *, is_array: bool) -> Path:
        """Return a header's path with the current index of each array of tables in it."""
        indexed: Path = ()
        for part in path[:-1]:
            indexed = (*indexed, part)
            if indexed in self._array_lengths:
                indexed = (*indexed, self._array_lengths[indexed] - 1)
        indexed = (*indexed, path[-1])
        if is_array:
            self._array_lengths[indexed] = self._array_lengths.get(indexed, 0) + 1
            return (*indexed, self._array_lengths[indexed] - 1)
        return indexed

    def _entry(self, table: Path, into: list[Entry], depth: int) -> bool:
        """Parse ``key = value`` into a list; return False if the current token starts no key."""
        width = self.key_width()
        if not width:
            return False
        keys = self.take(width)
        self.at += 1
        path = (*table, *key_path(keys, MAX_DEPTH))[:MAX_DEPTH]
        key_range = Range(
            Position(keys[0].line, keys[0].start), Position(keys[-1].ends_on, keys[-1].end)
        )
        into.append(Entry(path, key_range, self._value(path, key_range.end, depth)))
        return True

    def _value(self, path: Path, before: Position, depth: int) -> Value:
        """Parse the value that starts on the line of ``before``; return an empty one if none."""
        token = self.peek()
        if token is None or token.line != before.line:
            if token and token.kind == "string" and token.first and not self.key_width():
                return self._array_without_bracket(path, token, depth + 1)
            return Value("other", "", Range(before, before), Range(before, before))
        if token.kind == "string" and (depth or not self.array_continues()):
            self.at += 1
            return string_value(token)
        if token.kind == "string":
            return self._array_without_bracket(path, token, depth + 1)
        if token.kind in ("[", "{") and depth < MAX_DEPTH:
            self.at += 1
            return self._compound(path, token, depth + 1)
        return self._scalar(token)

    def _scalar(self, token: Token) -> Value:
        """Parse a value without quotes; brackets inside it, as of an extra, are part of it."""
        tokens: list[Token] = []
        open_brackets = 0
        while (here := self.peek()) and here.line == token.line:
            if here.kind in _AFTER_SCALAR and not (open_brackets and here.kind == "]"):
                break
            open_brackets += (here.kind == "[") - (here.kind == "]")
            tokens.append(here)
            self.at += 1
        return scalar_value(tokens, token)

    def _compound(self, path: Path, opening: Token, depth: int) -> Value:
        is_array = opening.kind == "["
        items: list[Value] = []
        entries: list[Entry] = []
        last = opening
        keeps_runs = is_array and self._keeps_runs(path)
        while (token := self._run_or_token(keeps_runs=keeps_runs)) and not self.ends_compound(
            token, is_array=is_array
        ):
            last = token
            if token.kind in ("]", "}"):
                self.at += 1
                break
            if token.kind == "run":
                self.at += 1
                items.append(run_value(token))
            elif is_array:
                self._item((*path, len(items)), token, items, depth)
            elif not self._entry(path, entries, depth):
                self.skip(token, (",", "}"))
            last = self.tokens[self.at - 1]
        return compound_value(opening, last, items, entries)

    def _run_or_token(self, *, keeps_runs: bool) -> Token | None:
        return (self.peek_run() if keeps_runs else None) or self.peek()

    def _array_without_bracket(self, path: Path, first: Token, depth: int) -> Value:
        """Parse strings behind or below a key as an array that lacks its opening bracket."""
        opening = first._replace(kind="[", end=first.start)
        return self._compound(path, opening, depth)

    def _item(self, path: Path, token: Token, items: list[Value], depth: int) -> None:
        if token.kind in (",", "="):
            self.at += 1
            return
        before = self.at
        items.append(self._value(path, Position(token.line, token.start), depth))
        self.at = max(self.at, before + 1)
