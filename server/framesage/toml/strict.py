"""What keeps a text from being TOML, and where: the scanner itself reads on whatever it meets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from framesage.text import Position

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)")


class SyntaxMistake(NamedTuple):
    """What is wrong, in words; ``position`` is None where it is that the text ends."""

    position: Position | None
    message: str


def syntax_mistake(text: str) -> SyntaxMistake | None:
    """Return the first thing that keeps a text from being TOML, or None."""
    found = parsed(text)
    return found if isinstance(found, SyntaxMistake) else None


def parsed(text: str) -> Mapping[str, object] | SyntaxMistake:
    """Return what a text says, or what keeps it from being TOML."""
    import tomli  # few files are looked at so closely

    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        return _placed(str(error))
    except RecursionError:
        return SyntaxMistake(Position(0, 0), "Nested too deeply")
    except ValueError:
        return SyntaxMistake(Position(0, 0), "A number with too many digits")


def _placed(message: str) -> SyntaxMistake:
    """Return what a message of the parser's says, and its location."""
    location = _PLACE.search(message)
    if location is None:
        return SyntaxMistake(None, message)
    line, column = map(int, location.groups())
    return SyntaxMistake(Position(line - 1, column - 1), _PLACE.sub("", message))
