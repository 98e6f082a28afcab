"""Read ``install_requires`` from a setup.py with a syntax error, as it is while someone types."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.manifests.setuppy.positions import StringLiteral
from framesage.text import Range

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ARGUMENT = re.compile(r"\b(install_requires)\b\s*=[\w\s.()+]*\[", re.I)
_TOKEN = re.compile(r"#.*|\"(?P<double>[^\"]*)\"?|'(?P<single>[^']*)'?|(?P<end>[\])])")
_NEXT_ARGUMENT = re.compile(r"\s*[A-Za-z_]\w*\s*=(?!=)")


def find_anchors(lines: Sequence[str]) -> Iterator[Range]:
    """Yield the ranges of the argument's name."""
    for number, line in enumerate(lines):
        match = _ARGUMENT.search(line)
        if match:
            yield Range.on_line(number, *match.span(1))


def find_strings(lines: Sequence[str]) -> Iterator[StringLiteral]:
    """Yield the strings of the list, up to its end or to the next argument."""
    is_open = False
    for number, line in enumerate(lines):
        argument = _ARGUMENT.search(line)
        if argument is None and _NEXT_ARGUMENT.match(line):
            is_open = False
        is_open = is_open or argument is not None
        for match in _TOKEN.finditer(line, argument.end() if argument else 0) if is_open else ():
            if match.group("end"):
                is_open = False
                break
            if match.lastgroup:
                text = match.group(match.lastgroup)
                yield StringLiteral(text, Range.on_line(number, *match.span(match.lastgroup)))
