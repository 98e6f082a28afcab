"""What keeps a text from being TOML, and where: the scanner itself reads on whatever it meets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from framesage.text import Position

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)")


class TomlError(NamedTuple):
    """What is wrong, in words; ``position`` is None where it is that the text ends."""

    position: Position | None
    message: str


def find_toml_error(text: str) -> TomlError | None:
    """Return the first thing that keeps a text from being TOML, or None."""
    found = parse_strictly(text)
    return found if isinstance(found, TomlError) else None


def parse_strictly(text: str) -> Mapping[str, object] | TomlError:
    """Return what a text says, or what keeps it from being TOML."""
    import tomli  # few files are looked at so closely

    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        return _placed(str(error))
    except RecursionError:
        return TomlError(Position(0, 0), "Nested too deeply")
    except ValueError:
        return TomlError(Position(0, 0), "A number with too many digits")


def _placed(message: str) -> TomlError:
    """Return what a message of the parser's says, and its location."""
    location = _PLACE.search(message)
    if location is None:
        return TomlError(None, message)
    line, column = map(int, location.groups())
    return TomlError(Position(line - 1, column - 1), _PLACE.sub("", message))
