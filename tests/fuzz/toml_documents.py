"""TOML documents that are valid by construction, and what the scanner reads in them.

The documents are unusual on purpose: strings and arrays whose lines look like keys and tables,
every escape, quotes beside quotes, odd keys.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Any

import tomli

from framesage.text import split_lines
from framesage.toml import scan
from framesage.toml.runs import find_runs, kinds_of
from fuzz.target import Target, chance_of

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

    from framesage.toml import Document, Value

SCALARS = (
    *("1", "-17", "+9_000", "0xDEAD_beef", "0o755", "0b1", "3.14", "-0.0", "6.6e-3_4", "inf"),
    *("-nan", "true", "false", "1979-05-27", "07:32:00", "1979-05-27 07:32:00Z", "07:32:00.5"),
    *("1979-05-27T00:32:00.9-07:00", "1979-05-27 07:32:00"),
)
KEYS = (
    "a",
    "b",
    "name",
    "x-y",
    "1",
    "3.14",
    "true",
    "inf",
    "''",
    '"q.r"',
    "'s t'",
    "_",
    "-",
    "a_1",
)
KEYS = (*KEYS, '"\\u00e9"', '" "', "'#'", '"="', "'['", '"]"')
WORDS = (
    *("flask", " ", "  ", "a = 1", "[x]", "]", "[", "{", "}", ",", "#", "=", "\t", "é", "\u00a0"),
    *("\u2028", "\x85", "🦆", "true", "\\'", "name = '''", "x = ", ">=1"),
)
ESCAPES = ("\\n", "\\t", '\\"', "\\\\", "\\b", "\\f", "\\r", "\\u00e9", "\\U0001F600")
NEW_ESCAPES = ("\\x61", "\\e", "\\xe9")
LINES = ("[table]", "[[tables]]", "key = 1", 'k = """', "k = '''", '"item",', "# c", "]", "", "  ")
LINES = (*LINES, "}", "{", "[true", "dependencies = [", 'x = ""', "''", '""', "=======")
COMMENTS = ("# c", "#", "# '''", '# """ ', "# ]", "# [x]", "# a = 1", '#"', "# \u00a0é")


class Writer:
    """Writes one document."""

    def __init__(self, chance: random.Random, *, new: bool) -> None:
        self.chance = chance
        self.escapes = (*ESCAPES, *NEW_ESCAPES) if new else ESCAPES
        self.is_new = new

    def document(self) -> str:
        """Return a text; sometimes a key is written twice, so that it is not valid."""
        lines: list[str] = []
        for _ in range(self.chance.randrange(1, 9)):
            kind = self.chance.random()
            if kind < 0.2:
                brackets = self.chance.choice((("[", "]"), ("[[", "]]"), ("[ ", " ]")))
                lines.append(self.indent() + self.key().join(brackets) + self.comment())
            elif kind < 0.3:
                lines.append(self.indent() + self.comment())
            else:
                lines.append(self.indent() + self.entry(0) + self.comment())
        return "\n".join(lines) + self.chance.choice(("", "\n"))

    def indent(self) -> str:
        """Return blanks or nothing."""
        return self.chance.choice(("", "", "", " ", "\t", "  "))

    def comment(self) -> str:
        """Return a comment or nothing."""
        return self.indent() + (self.chance.choice(COMMENTS) if self.chance.random() < 0.2 else "")

    def gap(self) -> str:
        """Return what may be between the items of an array."""
        gaps = [self.indent()]
        while self.chance.random() < 0.35:
            gaps.append(self.comment() + "\n" + self.indent())
        return "".join(gaps)

    def key(self) -> str:
        """Return a key, mostly one that is new."""
        parts = [self.chance.choice(KEYS)]
        while self.chance.random() < 0.3:
            parts.append(self.chance.choice(KEYS))
        if self.chance.random() < 0.6:
            parts[-1] = f"k{self.chance.randrange(999)}"
        return self.chance.choice((".", ".", " . ", "\t.")).join(parts)

    def entry(self, depth: int) -> str:
        """Return a key with its value."""
        return self.key() + self.chance.choice((" = ", "=", "\t=  ")) + self.value(depth)

    def value(self, depth: int) -> str:
        """Return a value of any kind."""
        writers: list[Callable[[], str]] = [self.scalar, self.basic, self.literal, self.multiline]
        if depth < 3:
            writers += [lambda: self.array(depth + 1), lambda: self.table(depth + 1)] * 2
        return self.chance.choice(writers)()

    def scalar(self) -> str:
        """Return a number, a date or a word."""
        return self.chance.choice(SCALARS)

    def basic(self) -> str:
        """Return a string with escapes."""
        parts = self.chance.choices((*WORDS, *self.escapes), k=self.chance.randrange(4))
        return '"' + "".join(part if part != "\\'" else "'" for part in parts) + '"'

    def literal(self) -> str:
        """Return a string without escapes."""
        parts = self.chance.choices((*WORDS, '"', "\\"), k=self.chance.randrange(4))
        return "'" + "".join(part.replace("'", "") for part in parts) + "'"

    def multiline(self) -> str:
        """Return a string of several lines."""
        quote = self.chance.choice(('"', "'"))
        parts: list[str] = []
        for _ in range(self.chance.randrange(4)):
            kind = self.chance.random()
            if kind < 0.5:
                parts += [self.chance.choice(LINES), "\n"]
            elif kind < 0.7 and quote == '"':
                parts.append(self.chance.choice((*self.escapes, "\\\n", "\\ \n\u00a0", "\\\n\n  ")))
            elif kind < 0.8:
                parts.append(quote * self.chance.choice((1, 2)))
            else:
                parts += [self.chance.choice(WORDS).replace("\\'", "'"), "\n"]
        body = "".join(parts).replace(quote * 3, quote)
        return quote * 3 + self.chance.choice(("", "\n")) + body + quote * 3

    def array(self, depth: int) -> str:
        """Return an array on one or several lines."""
        items = [
            self.gap() + self.value(depth) + self.gap()
            for _ in range(self.chance.choice((0, 1, 1, 2, 3, 6)))
        ]
        comma = "," + self.gap() if items and self.chance.random() < 0.5 else ""
        return "[" + ",".join(items) + comma + (self.gap() if not items else "") + "]"

    def table(self, depth: int) -> str:
        """Return an inline table; since TOML 1.1, on several lines."""
        gap = self.gap if self.is_new else self.indent
        items = [gap() + self.entry(depth) + gap() for _ in range(self.chance.randrange(4))]
        return "{" + ",".join(items) + "}"


def assert_read_as_by_tomli(text: str) -> bool:
    """Compare what the scanner reads with what tomli reads; return whether the text is valid."""
    try:
        expected = tomli.loads(text)
    except (tomli.TOMLDecodeError, RecursionError):
        return False
    document, lines = scan(text), split_lines(text)
    assert document == scan("", lines, find_runs(kinds_of(lines))), (
        "runs of lines make a difference"
    )
    found = content(document)
    assert repr(found) == repr(_ordered(expected, found)), text
    return True


def check_valid_toml(data: bytes) -> None:
    """Write a document that depends on an input only, and read it."""
    chance = chance_of(data)
    text = Writer(chance, new=chance.random() < 0.5).document()
    assert_read_as_by_tomli(text.replace("\n", "\r\n") if chance.random() < 0.2 else text)


def content(document: Document) -> dict[str, object]:
    """Return a document as ``tomli`` does."""
    top: dict[str, object] = {}
    for header in document.headers:
        _put(top, header.path, None)
    for entry in document.entries:
        _put(top, entry.path, _plain(entry.value, entry.path))
    return top


def _put(top: dict[str, object], path: Sequence[str | int], value: object) -> None:
    """Put a value at a path; None makes a table there."""
    here: Any = top
    for part, behind in zip_longest(path, path[1:]):
        if isinstance(part, int):
            continue
        if isinstance(behind, int):
            tables = here.setdefault(part, [])
            tables += [{} for _ in range(behind + 1 - len(tables))]
            here = tables[behind]
        elif behind is None and value is not None:
            here[part] = value
        else:
            here = here.setdefault(part, {})


def _plain(value: Value, path: Sequence[str | int]) -> object:
    if value.kind == "string":
        return value.text
    if value.kind == "array":
        return [_plain(item, (*path, number)) for number, item in enumerate(value.items)]
    if value.kind == "table":
        table: dict[str, object] = {}
        for entry in value.entries:
            _put(table, entry.path[len(path) :], _plain(entry.value, entry.path))
        return table
    return tomli.loads(f"x = {value.text}")["x"]


def _ordered(expected: object, found: object) -> object:
    """Return a value with its keys in the order of another one."""
    if isinstance(expected, dict) and isinstance(found, dict):
        keys = [*found, *(key for key in expected if key not in found)]
        return {key: _ordered(expected.get(key), found.get(key)) for key in keys}
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        return [*map(_ordered, expected, found)]
    return expected


VALID_TOML = Target("valid-toml", check_valid_toml, lambda: [b"%d" % n for n in range(999)], 4)
