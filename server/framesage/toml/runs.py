"""Runs of lines with one string each, as in a list of requirements.

Such a line, a comment and a blank line leave everything around them as it is. The scanner takes a
run inside an array as a whole, and whoever wants the strings reads them line by line.
"""

from __future__ import annotations

import re
from heapq import nlargest
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

OTHER, STRING, BLANK = range(3)
MOST_CHARACTERS = 500
MOST_RUNS = 64
"""The parser may have to take runs apart after all, each in time in proportion to the file."""

# No backslashes, and no characters that TOML forbids in a string.
_TEXT = r"\\\x00-\x08\x0a-\x1f\x7f"
_STRING = rf"\"(?P<basic>[^\"{_TEXT}]*)\"|'(?P<literal>[^'{_TEXT}]*)'"
_LINE = re.compile(rf"[ \t]*(?:(?:{_STRING})[ \t]*,?[ \t]*)?(?:#.*)?")
_RUN = re.compile(rb"[\x01\x02]{4,}")


class Run(NamedTuple):
    """The lines from ``first`` to ``end`` (exclusive)."""

    first: int
    end: int


class Item(NamedTuple):
    """The string on a line, and the offsets of its content."""

    text: str
    start: int
    end: int


def kinds_of(lines: Iterable[str]) -> bytes:
    """Return the kinds of lines: with one string, blank except for a comment, or with others."""
    return bytes(map(_kind, lines))


def find_runs(kinds: bytes) -> list[Run]:
    """Return the longest runs of lines that have at least one string, in their order."""
    runs = [Run(*found.span()) for found in _RUN.finditer(kinds) if STRING in found.group()]
    return sorted(nlargest(MOST_RUNS, runs, key=lambda run: run.end - run.first))


def item_on(line: str) -> Item | None:
    """Return the string on a line of a run; None on a blank one."""
    found = _LINE.fullmatch(line)
    kind = found.lastgroup if found else None
    return Item(found[kind], *found.span(kind)) if found and kind else None


def _kind(line: str) -> int:
    if len(line) > MOST_CHARACTERS or '"""' in line or "'''" in line:  # they can close a string
        return OTHER
    found = _LINE.fullmatch(line)
    if found is None:
        return OTHER
    return STRING if found.lastgroup else BLANK
