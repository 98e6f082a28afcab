"""A setup.py that is no Python while someone types: the strings in its main list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.manifests.setuppy.positions import Piece
from framesage.text import Range

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEAD = re.compile(r"\b(install_requires)\b\s*=[\w\s.()+]*\[", re.I)
_TOKEN = re.compile(r"#.*|\"(?P<double>[^\"]*)\"?|'(?P<single>[^']*)'?|(?P<end>[\])])")
_NEXT = re.compile(r"\s*[A-Za-z_]\w*\s*=(?!=)")


def anchors(lines: Sequence[str]) -> Iterator[Range]:
    """Yield the locations where the main list begins."""
    for number, line in enumerate(lines):
        match = _HEAD.search(line)
        if match:
            yield Range.on_line(number, *match.span(1))


def listed(lines: Sequence[str]) -> Iterator[Piece]:
    """Yield the strings of the main list, up to its end or to the next argument."""
    is_open = False
    for number, line in enumerate(lines):
        head = _HEAD.search(line)
        if head is None and _NEXT.match(line):
            is_open = False
        is_open = is_open or head is not None
        for match in _TOKEN.finditer(line, head.end() if head else 0) if is_open else ():
            if match.group("end"):
                is_open = False
                break
            if match.lastgroup:
                text = match.group(match.lastgroup)
                yield Piece(text, Range.on_line(number, *match.span(match.lastgroup)))
