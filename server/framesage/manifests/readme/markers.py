"""Marks in a README whose markup has been removed, and how to remove markup line by line.

All functions keep the number of lines, so that a line of plain text is that of the file. The marks
are control characters, which are removed from the text first.
"""

from __future__ import annotations

import re

BREAK = "\x1e"
"""The end of a block within a line, such as ``</p>``."""
LINK, LINK_END = "\x02", "\x03"
"""Around the text of a link."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_CODES = (0xAD, *range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070), 0xFEFF)
_INVISIBLE = tuple(map(chr, _CODES))


def without_control_characters(text: str) -> str:
    """Remove control characters and invisible ones, apart from line ends; tabs become spaces."""
    text = _CONTROL.sub("", text.expandtabs(4))
    if text.isascii():
        return text
    for character in _INVISIBLE:
        text = text.replace(character, "")
    return text.replace("\u00a0", " ")


def erase(match: re.Match[str]) -> str:
    """Replace a match with its line ends."""
    return "\n" * match.group().count("\n")


def link(match: re.Match[str]) -> str:
    """Replace a match with its group ``text``, marked as a link, and with its other line ends."""
    text = match["text"]
    ends = match.group().count("\n") - text.count("\n")
    return f"{LINK}{text}{LINK_END}" + "\n" * ends
