"""What keeps a text from being TOML, and where: the scanner itself reads on whatever it meets."""

from __future__ import annotations

import re
from typing import NamedTuple

from framesage.text import Position

_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)")


class SyntaxMistake(NamedTuple):
    """What is wrong, in words; ``position`` is None where it is that the text ends."""

    position: Position | None
    message: str


def syntax_mistake(text: str) -> SyntaxMistake | None:
    """Return the first thing that keeps a text from being TOML, or None."""
    import tomli  # few files are looked at so closely

    try:
        tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        return placed_mistake(str(error))
    except RecursionError:
        return SyntaxMistake(Position(0, 0), "Nested too deeply")
    except ValueError:
        return SyntaxMistake(Position(0, 0), "A number with too many digits")
    return None


def placed_mistake(message: str) -> SyntaxMistake:
    """Return what a message of the parser's says, and its place."""
    place = _PLACE.search(message)
    if place is None:
        return SyntaxMistake(None, message)
    line, column = map(int, place.groups())
    return SyntaxMistake(Position(line - 1, column - 1), _PLACE.sub("", message))
