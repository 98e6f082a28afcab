"""Parse TOML strictly, to report syntax errors; the scanner tolerates them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from framesage.text import Position, Range

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_POSITION = re.compile(r" \(at line (\d+), column (\d+)\)")


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
        return _with_position(str(error))
    except RecursionError:
        return TomlError(Position(0, 0), "Nested too deeply")
    except ValueError:
        return TomlError(Position(0, 0), "Number with too many digits")


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


def _with_position(message: str) -> TomlError:
    """Split a message of the parser into position and text."""
    location = _POSITION.search(message)
    if location is None:
        return TomlError(None, message)
    line, column = map(int, location.groups())
    return TomlError(Position(line - 1, column - 1), _POSITION.sub("", message))
