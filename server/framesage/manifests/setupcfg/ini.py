"""Scan INI text like configparser, but with ranges and without errors.

Incomplete lines are skipped; duplicate keys are kept.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.text import Range

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SECTION = re.compile(r"\[(?P<name>[^\]]*)\]?")
_OPTION = re.compile(r"(?P<key>[^\s=:#;\[][^=:]*)[=:](?P<value>.*)")
_INLINE_COMMENT = re.compile(r"(?:^|\s)#.*$")


@frozen
class ValueLine:
    """The part of a value on one line, without surrounding spaces and comments."""

    text: str
    range: Range

    def part(self, start: int, end: int) -> ValueLine | None:
        """Return a part of the line, or None if it is blank."""
        text = self.text[start:end]
        return _value_line(self.range.start.line, self.range.start.character + start, text)


@frozen
class Option:
    """A key and the lines of its value; ``key`` is in lower case, with ``_`` instead of ``-``."""

    section: str
    key: str
    key_range: Range
    value: tuple[ValueLine, ...]


def scan_ini(lines: Sequence[str]) -> Iterator[Option]:
    """Yield the options of a text; lines with more indentation continue a value."""
    section, option, key_indent = "", None, 0
    value: list[ValueLine | None] = []
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip())
        if line[indent : indent + 1] in ("", "#", ";"):
            continue
        if option and indent > key_indent:
            value.append(_value_line(number, 0, line))
            continue
        if option:
            yield replace(option, value=tuple(filter(None, value)))
        header, match = _SECTION.match(line, indent), _OPTION.match(line, indent)
        section, key_indent = header.group("name").strip() if header else section, indent
        option = _option(section, number, match) if match and not header else None
        value = [_value_line(number, match.start("value"), match.group("value"))] if match else []
    if option:
        yield replace(option, value=tuple(filter(None, value)))


def _option(section: str, number: int, match: re.Match[str]) -> Option:
    written = match.group("key").rstrip()
    location = Range.on_line(number, match.start("key"), match.start("key") + len(written))
    return Option(section, written.lower().replace("-", "_"), location, ())


def _value_line(line: int, start: int, text: str) -> ValueLine | None:
    text = _INLINE_COMMENT.sub("", text)
    begin = start + len(text) - len(text.lstrip())
    text = text.strip()
    return ValueLine(text, Range.on_line(line, begin, begin + len(text))) if text else None
