"""Where settings are not TOML. The rest of a pyproject.toml is for others to judge: it is half
typed whenever somebody adds a requirement."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.manifests.model import SyntaxIssue
from framesage.text import Range
from framesage.toml.strict import find_toml_error

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.text import Source
    from framesage.toml.strict import TomlError

_OURS = re.compile(r"[ \t]*\[[ \t]*tool[ \t]*\.[ \t]*framesage[ \t]*[].]")
_HEADER = re.compile(r"[ \t]*\[{1,2}[^][=]+\]{1,2}[ \t]*(?:#.*)?")


def syntax_errors_in_file(source: Source) -> Iterator[SyntaxIssue]:
    """Yield what keeps a file that holds nothing but settings from being TOML."""
    found = find_toml_error("\n".join(source.lines))
    if found:
        yield _placed(found, source.lines)


def syntax_errors_in_table(source: Source) -> Iterator[SyntaxIssue]:
    """Yield what keeps ``[tool.framesage]`` and the tables below it from being TOML.

    The whole file is parsed only where they, alone, cannot be: what looks like them can stand in
    a string.
    """
    if "framesage" not in source.text:
        return
    ours = _only_ours(source.lines)
    found = find_toml_error("\n".join(ours)) if any(ours) else None
    if found and find_toml_error("\n".join(source.lines)):
        yield _placed(found, ours)


def _only_ours(lines: Sequence[str]) -> list[str]:
    """Return the lines with those of other tables made empty."""
    kept, inside = [], False
    for line in lines:
        if line.lstrip().startswith("["):
            inside = bool(_OURS.match(line)) or (inside and not _HEADER.fullmatch(line))
        kept.append(line if inside else "")
    return kept


def _placed(found: TomlError, lines: Sequence[str]) -> SyntaxIssue:
    last = max((number for number, line in enumerate(lines) if line.strip()), default=0)
    number, start = found.position or (last, 0)
    number = min(number, last)
    line = lines[number]
    end = len(line.rstrip())
    if not 0 < start < end:
        start = min(len(line) - len(line.lstrip()), end)
    return SyntaxIssue(Range.on_line(number, start, end), found.message)
