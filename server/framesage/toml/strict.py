"""Parse TOML strictly, to report syntax errors; the scanner tolerates them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from framesage.text import Position, Range
from framesage.toml.error_words import error_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_POSITION = re.compile(r" \(at line (\d+), column (\d+)\)")
_MISSING = {"Invalid value": "the value is missing"}  # at the end of a line or text
_AT_END = " (at end of document)"


class TomlError(NamedTuple):
    """A syntax error; ``position`` is None at the end of the text."""

    position: Position | None
    message: str


def find_toml_error(text: str) -> TomlError | None:
    """Return the first syntax error of a text, or None."""
    found = parse_strictly(text)
    return found if isinstance(found, TomlError) else None


def parse_strictly(text: str) -> Mapping[str, object] | TomlError:
    """Return the content of a text, or its first syntax error."""
    import tomli  # needed for few files

    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        return _with_position(str(error), text)
    except RecursionError:
        return TomlError(Position(0, 0), "nested too deeply")
    except ValueError:
        return TomlError(Position(0, 0), "a number has too many digits")


def error_range(found: TomlError, lines: Sequence[str]) -> Range:
    """Return the range of a syntax error: the rest of its line, or the whole line."""
    last = max((number for number, line in enumerate(lines) if line.strip()), default=0)
    number, start = found.position or (last, 0)
    number = min(number, last)
    line = lines[number]
    end = len(line.rstrip())
    if not 0 < start < end:
        start = min(len(line) - len(line.lstrip()), end)
    return Range.on_line(number, start, end)


def _with_position(message: str, text: str) -> TomlError:
    """Split a message of the parser into position and text."""
    location = _POSITION.search(message)
    if location is None:
        short = message.removesuffix(_AT_END)
        return TomlError(_opening_quote(short, text), _MISSING.get(short) or error_words(short))
    line, column = map(int, location.groups())
    short = _POSITION.sub("", message)
    ends = not text.split("\n")[line - 1][column - 1 :].partition("#")[0].strip()
    words = (_MISSING.get(short) if ends else "") or error_words(short)
    return TomlError(Position(line - 1, column - 1), words)


def _opening_quote(message: str, text: str) -> Position | None:
    """Return the position of the quotation mark that a string without an end begins with."""
    quote = '"""' if message == "Unterminated string" else message.removeprefix("Expected ")[1:-1]
    start = text.rfind(quote) if set(quote) <= {"'", '"'} else -1
    if start < 0:
        return None
    before = text[:start]
    return Position(before.count("\n"), start - before.rfind("\n") - 1)
